/** The Content Security Policy of the sealed page, and the response headers that say the same where a host can send them. */
import { createHash } from 'node:crypto'

/** The hash source of an inline script or style: `text` exactly as the HTML parser will see it. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
}

/** The policy that lets these inline scripts and styles run, and nothing else run, load, send or navigate. */
export function contentSecurityPolicy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    `default-src 'none'`,
    `script-src ${scripts.map(hashSource).join(' ')}`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    `img-src data:`,
    `font-src data:`,
    `connect-src 'none'`,
    // The srcdoc frame is not fetched, so it needs no permission; its navigation anywhere does, and gets none.
    `frame-src 'none'`,
    `worker-src 'none'`,
    `object-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
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

/**
 * A `_headers` file, as static hosts and `scripts/serve.mjs` read it.
 *
 * @param linked the addresses that the shell may open
 */
export function headersFile(policy: string, linked: Iterable<string>): string {
  const linkedOrigins = [...new Set(Array.from(linked, (address) => new URL(address).origin))].sort()
  const headers = {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    // Chromium looks up and greets the host of a hint, or of where a frame sets out, whatever the policy says; this forbids
    // the connection itself. Tabs that the shell opens are under it too, so their hosts are named, each in full.
    'Connection-Allowlist': `(response-origin ${linkedOrigins.map((o) => `"${o}"`).join(' ')})`,
    // The frame's origin is opaque, and only `*` covers it; `allow` on the frame decides.
    'Permissions-Policy': [...closedFeatures.map((f) => `${f}=()`), 'clipboard-write=*'].join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  }
  return ['/*', ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
}
