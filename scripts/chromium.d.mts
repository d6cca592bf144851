/** The path of a Chromium, or null if there is none. Looks only; it may turn out not to run. */
export function findChromium(): string | null

/** The path of a Chromium that runs, which is installed if need be; null, and a line that says what to do, if none can be had. */
export function ensureChromium(): string | null
