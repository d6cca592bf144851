/**
 * The armour: response headers that forbid in Chromium what no policy of a document governs. A host can send them; where
 * it does not, the service worker puts them on from the second load on.
 */
import { workerScript } from './workerScript.ts'

/** The first version of Chromium that heeds `Connection-Allowlist`. Nothing else in a page tells. */
const FIRST_VERSION = 152

interface Brands {
  readonly brands: readonly { readonly brand: string; readonly version: string }[]
}

/** Whether the response that this page came of carried the headers, and the browser heeds them. */
export function isArmoured(): boolean {
  const known = Reflect.get(navigator, 'userAgentData') as Brands | undefined
  const heeds = known?.brands.some(
    ({ brand, version }) => brand === 'Chromium' && Number(version) >= FIRST_VERSION,
  )
  return heeds === true && carriesHeaders()
}

function carriesHeaders(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return (
    navigation instanceof PerformanceNavigationTiming &&
    navigation.serverTiming.some(({ name }) => name === ARMOUR)
  )
}

/** Has the service worker taken in, which armours the next load and starts the page where there is no network. */
export function takeServiceWorker(): void {
  if (!/^https?:$/.test(location.protocol)) return
  // Private windows and strict browsers have none; the page is as it was.
  void navigator.serviceWorker?.register(workerScript('sw.js'), { updateViaCache: 'none' }).catch(() => {})
}
