/** As much of selenium-webdriver as is used here; the package has no types of its own. */
declare module 'selenium-webdriver' {
  export class Capabilities {
    constructor(capabilities: Readonly<Record<string, unknown>>)
  }
  export interface Locator {
    readonly using: string
  }
  export const By: { css(selector: string): Locator }
  export interface WebDriver {
    get(url: string): Promise<void>
    findElement(by: Locator): Promise<unknown>
    switchTo(): { frame(element: unknown): Promise<void> }
    manage(): { setTimeouts(timeouts: { script: number }): Promise<void> }
    executeAsyncScript<T>(script: string, ...args: unknown[]): Promise<T>
    quit(): Promise<void>
  }
  export class Builder {
    usingServer(url: string): this
    withCapabilities(capabilities: Capabilities): this
    build(): Promise<WebDriver>
  }
}
