/** The policies of the three documents, each with the hashes of what it may run, and what they forbid. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentPath, launch, open, type Site, serveSite } from './harness.ts'

let site: Site
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  site = await serveSite()
  browser = await launch()
  context = await browser.newContext()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The app's code as the document has it, before the shell hands it to the frame. */
async function codeOf(): Promise<string[]> {
  const html = await readFile(documentPath, 'utf8')
  const chunks = html.matchAll(/<script type="text\/plain" data-chunk="[^"]*">(.*?)<\/script>/gs)
  return Array.from(chunks, ([, text]) => text ?? '')
}

/** What the document of a frame says of itself: its policy, and every inline script and style in it. */
function contentsOf(frame: Frame): Promise<{ policy: string; scripts: string[]; styles: string[] }> {
  return frame.evaluate(() => ({
    policy: document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '',
    scripts: Array.from(document.scripts, (script) => script.text),
    styles: Array.from(document.querySelectorAll('style'), (style) => style.textContent),
  }))
}

/** The same for the network door, which stands by as text. */
async function doorOf(page: Page): Promise<{ policy: string; scripts: string[]; styles: string[] }> {
  const html = await page.evaluate(
    () => document.querySelector('template')?.content.querySelector('iframe')?.srcdoc ?? '',
  )
  const all = (pattern: RegExp): string[] => Array.from(html.matchAll(pattern), ([, text]) => text ?? '')
  return {
    policy: all(/http-equiv="Content-Security-Policy" content="(.*?)"/g).join(),
    scripts: all(/<script>(.*?)<\/script>/gs),
    styles: all(/<style>(.*?)<\/style>/gs),
  }
}

const directive = (policy: string, name: string): string[] =>
  (policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '').split(' ').slice(1)

describe('the policy', () => {
  test('names the hash of every inline script and style, and nothing else that may run', async () => {
    const { page, frame } = await open(context, site.url)
    const outer = await contentsOf(page.mainFrame())
    const inner = await contentsOf(frame)
    const code = await codeOf()
    expect(code.length).toBeGreaterThan(10)
    expect(directive(inner.policy, 'script-src')).toEqual([...inner.scripts, ...code].map(hashOf))
    const door = await doorOf(page)
    expect(directive(door.policy, 'script-src')).toEqual(door.scripts.map(hashOf))
    expect(directive(door.policy, 'style-src')).toEqual(door.styles.map(hashOf))
    const scripts = [...outer.scripts, ...inner.scripts, ...code, ...door.scripts].map(hashOf)
    expect(directive(outer.policy, 'script-src')).toEqual(scripts)
    // The frame's own rules may have been changed by the app since; the file has what was hashed.
    expect(directive(outer.policy, 'style-src')).toEqual(
      [...outer.styles, ...inner.styles, ...door.styles].map(hashOf),
    )
    expect(directive(inner.policy, 'style-src')).toEqual(inner.styles.map(hashOf))
    for (const { policy } of [outer, inner, door]) {
      expect(policy).toMatch(/^default-src 'none';/)
      expect(policy).not.toMatch(/unsafe|https?:|blob:|\*/)
      for (const name of ['connect-src', 'frame-src', 'object-src', 'form-action', 'base-uri']) {
        expect([name, directive(policy, name)]).toEqual([name, ["'none'"]])
      }
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types ")
    }
    // The shell alone has workers, and a name under which it says where their scripts are; the frame's loader has one for code.
    const own = ({ policy }: { policy: string }) => [
      directive(policy, 'worker-src'),
      directive(policy, 'trusted-types'),
    ]
    expect([outer, inner, door].map(own)).toEqual([
      [["'self'"], ['workers', 'code']],
      [["'none'"], ['code']],
      [["'none'"], ["'none'"]],
    ])
    await page.close()
  })

  test('stands before everything else in both documents', async () => {
    const text = await readFile(documentPath, 'utf8')
    expect(text).toMatch(
      /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Sec/,
    )
    expect(text).toMatch(/srcdoc='<!doctype html><html lang="en"><head><meta http-equiv="Content-Sec/)
  })

  test('is sent as a header too, with what only a header can say', async () => {
    const response = await fetch(site.url)
    const { page } = await open(context, site.url)
    const { policy } = await contentsOf(page.mainFrame())
    expect(response.headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`)
    // Nobody can have a name under these but the publishers themselves.
    const allowed = response.headers.get('connection-allowlist')
    expect(allowed).toMatch(/^\(response-origin( "https:\/\/[a-z0-9.-]+")+\)$/)
    expect(allowed).toContain('"https://www.rfc-editor.org"')
    expect(response.headers.get('permissions-policy')).toMatch(/camera=\(\).*, clipboard-write=\*$/)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    await page.close()
  })

  test('lets no string become markup or script', async () => {
    const { page, frame } = await open(context, site.url)
    const outcomes = await frame.evaluate(() => {
      const attempt = (act: () => unknown): string => {
        try {
          act()
          return 'done'
        } catch (error) {
          return (error as Error).name
        }
      }
      const types = Reflect.get(globalThis, 'trustedTypes')
      return [
        attempt(() => {
          document.createElement('div').innerHTML = '<b>x</b>'
        }),
        attempt(
          () =>
            document.createElement('script').append('1') ??
            document.createElement('script').setAttribute('src', '1'),
        ),
        attempt(() => types.createPolicy('default', {})),
        attempt(() => document.write('x')),
      ]
    })
    expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
    await page.close()
  })

  test('what no policy governs is gone', async () => {
    const { page, frame } = await open(context, site.url)
    const left = await frame.evaluate(() =>
      [
        'RTCPeerConnection',
        'webkitRTCPeerConnection',
        'WebTransport',
        'WebSocketStream',
        'SharedWorker',
        'open',
      ]
        .filter((name) => name in window)
        .concat(['sendBeacon', 'credentials', 'share'].filter((name) => name in navigator)),
    )
    expect(left).toEqual([])
    await page.close()
  })
})
