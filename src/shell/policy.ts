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
    // Not yet known to every engine; where it is, it stops WebRTC in the browser process.
    `webrtc 'block'`,
  ].join('; ')
}

/** Everything a page can be granted, closed; the app's copy buttons need the one that is left open below. */
const closedFeatures = [
  'accelerometer',
  'ambient-light-sensor',
  'attribution-reporting',
  'autoplay',
  'bluetooth',
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
  'join-ad-interest-group',
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
  'run-ad-auction',
  'screen-wake-lock',
  'serial',
  'shared-storage',
  'storage-access',
  'sync-xhr',
  'unload',
  'usb',
  'web-share',
  'window-management',
  'xr-spatial-tracking',
]

/** A `_headers` file, as static hosts and `scripts/serve.mjs` read it. */
export function headersFile(policy: string): string {
  const headers = {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    // Chromium connects to where a frame sets out before it asks the frame's policy; this forbids the connection itself.
    'Connection-Allowlist': '(response-origin)',
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
