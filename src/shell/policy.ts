/** The Content Security Policy of the sealed page, and the response headers that say the same where a host can send them. */
import { createHash } from 'node:crypto'

/** The hash source of an inline script or style: `text` exactly as the HTML parser will see it. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}

/** The policy that lets these inline scripts and styles run, and nothing else run, load, send or navigate. */
export function contentSecurityPolicy(scripts: readonly string[], styles: readonly string[]): string {
  return policy(scripts, styles, `'none'`, `'none'`)
}

/** The name under which the frame's loader may make a text a script; it runs if its hash is named besides. */
export const CODE_POLICY = 'code'

/** The same for the app's frame. */
export function framePolicy(scripts: readonly string[], styles: readonly string[]): string {
  return policy(scripts, styles, `'none'`, CODE_POLICY)
}

/** The name under which the shell may say where a worker's script is. */
export const WORKER_POLICY = 'workers'

/**
 * The same for the shell, which has two workers beside the document: the service worker, and the one that fetches keys. The
 * frame is under it too.
 */
export function shellPolicy(scripts: readonly string[], styles: readonly string[]): string {
  return policy(scripts, styles, `'self'`, `${WORKER_POLICY} ${CODE_POLICY}`)
}

function policy(
  scripts: readonly string[],
  styles: readonly string[],
  workers: string,
  trustedTypes: string,
): string {
  return [
    `default-src 'none'`,
    `script-src ${scripts.map(hashSource).join(' ')}`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    `img-src data:`,
    `font-src data:`,
    `connect-src 'none'`,
    // The srcdoc frame is not fetched, so it needs no permission; its navigation anywhere does, and gets none.
    `frame-src 'none'`,
    `worker-src ${workers}`,
    `object-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypes}`,
  ].join('; ')
}

/** What a page can be granted, closed; the app's copy buttons need the one that is left open below. */
const closedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** The name in `Server-Timing` by which a page can tell that its own response was armoured. */
export const ARMOUR = 'armour'

/**
 * The connections that the page may make, for Chromium: it looks up and greets the host of a hint, or of where a frame
 * sets out, whatever the Content Security Policy says. This forbids the connection itself. Tabs that the shell opens are
 * under it too, so their hosts are named, each in full.
 */
export function connectionAllowlist(linked: Iterable<string>): string {
  const linkedOrigins = [...new Set(Array.from(linked, (address) => new URL(address).origin))].sort()
  return `(response-origin ${linkedOrigins.map((o) => `"${o}"`).join(' ')})`
}

/**
 * The policy of the worker that fetches keys. It has no `Connection-Allowlist`: under one, Chromium ends every redirect
 * as if there had been no answer.
 */
export const fetchingPolicy = `default-src 'none'; connect-src https: http://localhost:* http://127.0.0.1:*`

/**
 * A `_headers` file, as static hosts and `scripts/serve.mjs` read it. Hosts join the values of all rules that fit, so what
 * the worker must not have stands with the pages, not with everything.
 *
 * @param linked the addresses that the shell may open
 */
export function headersFile(policy: string, linked: Iterable<string>): string {
  const allowlist = connectionAllowlist(linked)
  const everywhere = {
    // The frame's origin is opaque, and only `*` covers it; `allow` on the frame decides.
    'Permissions-Policy': [...closedFeatures.map((f) => `${f}=()`), 'clipboard-write=*'].join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  }
  const page = {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'Connection-Allowlist': allowlist,
    'Server-Timing': ARMOUR,
  }
  const serviceWorker = {
    'Content-Security-Policy': `default-src 'none'; connect-src 'self'`,
    'Connection-Allowlist': '(response-origin)',
  }
  const rules: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['/*', everywhere],
    ['/', page],
    ['/index.html', page],
    ['/sw.js', serviceWorker],
    ['/door.js', { 'Content-Security-Policy': fetchingPolicy }],
  ]
  const lines = rules.flatMap(([path, headers]) => [
    path,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ])
  return `${lines.join('\n')}\n`
}
