/** Three browsers by three drivers, all alike: each opens the sealed page and runs a function in the app's frame. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import puppeteer from 'puppeteer-core'
import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver'
import { findFirefox, findWebKit } from '../../scripts/browsers.mjs'
import { launch } from './harness.ts'

/** The app's frame in some browser. */
export interface App {
  run<Argument>(work: (argument: Argument) => Promise<string>, argument: Argument): Promise<string>
  close(): Promise<void>
}

export interface Engine {
  readonly name: string
  /** What is missing on this machine, or null. */
  readonly missing: string | null
  open(url: string): Promise<App>
}

const chromium: Engine = {
  name: 'Chromium',
  missing: null,
  async open(url) {
    const browser = await launch()
    const page = await browser.newPage()
    await page.goto(url)
    await page.frameLocator('iframe').getByRole('region', { name: 'Verdict' }).waitFor()
    const frame = page.mainFrame().childFrames()[0]!
    return {
      run: (work, argument) => frame.evaluate(work as (argument: unknown) => Promise<string>, argument),
      close: () => browser.close(),
    }
  },
}

const firefox: Engine = {
  name: 'Firefox',
  missing: findFirefox() === null ? 'no Firefox (firefox-esr)' : null,
  async open(url) {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox()! })
    const page = await browser.newPage()
    await page.goto(url)
    const frame = await page.waitForFrame((candidate) => candidate.parentFrame() !== null)
    await frame.waitForSelector('[data-state]')
    return {
      run: (work, argument) => frame.evaluate(work as (argument: unknown) => Promise<string>, argument),
      close: () => browser.close(),
    }
  },
}

const webKit: Engine = {
  name: 'WebKit',
  missing: findWebKit() === null ? 'no WebKitGTK to drive (webkit2gtk-driver, xvfb)' : null,
  async open(url) {
    const paths = findWebKit()!
    const screen = spawn(paths.screen, ['-displayfd', '3', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const children = [screen]
    const end = () => {
      for (const child of children) child.kill()
    }
    try {
      const [display] = (await once(screen.stdio[3]!, 'data')) as [Buffer]
      const port = await freePort()
      const env = { ...process.env, DISPLAY: `:${display.toString().trim()}` }
      children.push(spawn(paths.driver, [`--port=${port}`], { stdio: 'ignore', env }))
      const session = await connect(`http://127.0.0.1:${port}`, paths.browser)
      await session.manage().setTimeouts({ script: 30_000 })
      await session.get(url)
      await session.switchTo().frame(await session.findElement(By.css('iframe')))
      return {
        run: (work, argument) =>
          session.executeAsyncScript<string>(
            `const [argument, done] = arguments; (${work})(argument).then(done, (error) => done(String(error)))`,
            argument,
          ),
        close: () => session.quit().finally(end),
      }
    } catch (error) {
      end()
      throw error
    }
  },
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** The driver takes a moment until it listens. */
async function connect(server: string, binary: string): Promise<WebDriver> {
  const options = { binary, args: ['--automation'] }
  const wanted = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options })
  const builder = new Builder().usingServer(server).withCapabilities(wanted)
  for (let tries = 0; ; tries++) {
    try {
      return await builder.build()
    } catch (error) {
      if (tries === 20) throw error
      await new Promise((done) => setTimeout(done, 250))
    }
  }
}

export const engines: readonly Engine[] = [chromium, firefox, webKit]
