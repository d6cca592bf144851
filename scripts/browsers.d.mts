/** The path of a Firefox, or null. */
export function findFirefox(): string | null

/** The paths of what it takes to drive WebKitGTK where there is no screen, or null where a part is missing. */
export function findWebKit(): {
  readonly browser: string
  readonly driver: string
  readonly screen: string
} | null
