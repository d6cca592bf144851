/** Each pasted form in the sealed page: what Input says, and the verdict on the token that is picked. */
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Opened, open, type Site, serveSite } from './harness.ts'
import { hs256, inspector, secret } from './inspector.ts'

let browser: Browser
let site: Site
let opened: Opened
let at: ReturnType<typeof inspector>

const sample = (name: string) => readFileSync(new URL(`../fixtures/pastes/${name}`, import.meta.url), 'utf8')

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  opened = await open(await browser.newContext({ viewport: { width: 1400, height: 900 } }), site.url)
  at = inspector(opened)
  await at.key.fill(secret)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** As from the clipboard, over all that is there. */
async function paste(text: string): Promise<void> {
  await opened.frame.evaluate((pasted) => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    )
  }, text)
}

const input = () => at.region('Input')
const list = () => input().getByRole('listbox', { name: 'Tokens found' })
const rows = () => list().getByRole('option')

describe('a form', () => {
  test.each([
    ['bare.txt', /A signed token \(JWS\), typ JWT\./],
    ['quoted.txt', /in quotes/],
    ['wrapped.txt', /Its line breaks are left out/],
    ['wrapped-indented.txt', /from an assignment \(token\).*line breaks/],
    ['percent-encoded.txt', /escaped characters are read/],
    ['wget.txt', /from a command line \(Authorization\)/],
    ['url-query.txt', /from an address \(token\).*Ignored beside it: lang/],
  ])('%s: one token, verified', async (name, words) => {
    await paste(sample(name))
    await expect.poll(() => input().innerText()).toMatch(words)
    await at.reaches('verified')
    expect(await at.line('Structure')).toMatch(/^Sound JWS/)
  })

  test.each([
    ['authorization.txt', 4, /from an Authorization header/],
    ['curl.txt', 4, /from a command line/],
    ['httpie.txt', 3, /from a command line/],
    ['http-request.txt', 3, /from an HTTP message/],
    ['http-response.txt', 2, /from an HTTP message/],
    ['http-trace.txt', 4, /from an HTTP message/],
    ['cookie.txt', 3, /from a cookie/],
    ['url.txt', 2, /from an address.*Ignored beside them: code, token_type, expires_in, state/],
    ['parameter.txt', 2, /from the parameters of an address or a form/],
    ['token-response.json', 2, /answer of a token endpoint.*refresh_token: no JWT/],
    ['json-log.jsonl', 3, /from a JSON log/],
    ['har.json', 12, /from a HAR file/],
    ['env.txt', 2, /from an assignment/],
    ['settings.yaml', 2, /from an assignment/],
    ['several.txt', 5, /5 tokens/],
  ])('%s: %i tokens, each verified', async (name, count, words) => {
    await paste(sample(name))
    await expect.poll(() => input().innerText()).toMatch(new RegExp(`${count} tokens`))
    await expect.poll(() => input().locator('p').first().innerText()).toMatch(words)
    await expect.poll(() => input().innerText(), { timeout: 10_000 }).toContain(`${count} verified`)
    await at.reaches('verified')
  })

  const token = sample('bare.txt').trim()
  const lines = token.match(/.{1,60}/g)!
  test.each([
    ['a reply by mail', `Bob wrote:\n> Hello,\n> ${lines.join('\n> ')}\n`, /Its line breaks are left out/],
    ['strings', `String t = "${lines.join('" +\n  "')}";`, /put together of several strings/],
    ['Markdown', `see ${token.replaceAll(/[-_.]/g, '\\$&')} there`, /escaped characters are read/],
    [
      'a session',
      `Cookie: sb-abc-auth-token=base64-${btoa(JSON.stringify({ access_token: token }))}`,
      /from a cookie \(sb-abc-auth-token\).*in base64 once more/,
    ],
    [
      'a password',
      `Authorization: Basic ${btoa(`oauth2accesstoken:${token}`)}`,
      /from an Authorization header/,
    ],
  ])('%s: one token, verified, and its signature is shown without what breaks it', async (_, text, words) => {
    await paste(text)
    await expect.poll(() => input().innerText()).toMatch(words)
    await at.reaches('verified')
    expect(await at.line('Structure')).toMatch(/^Sound JWS/)
    expect(await at.region('Signature').getByRole('textbox').innerText()).toBe(token.split('.')[2])
  })

  test('one that is cut short is not readable, and says so', async () => {
    await paste(sample('cut-short.txt'))
    await at.reaches('unreadable')
    expect(await input().innerText()).toContain('cut short')
    expect(await at.line('Structure')).toContain('an ellipsis stands where characters were left out')
  })

  test('text without a token says so', async () => {
    await paste('a line of words. '.repeat(10_000))
    await at.reaches('unreadable')
    expect(await input().innerText()).toContain('No token in these 170,000 characters')
    expect(await at.region('Verdict').innerText()).toContain('No token was found in this text.')
    await paste('curl -H "Authorization: Basic dXNlcjpwYXNz" https://api.example/v1')
    await expect.poll(() => input().innerText()).toContain('No token in these 66 characters')
    await paste(' ')
    await at.reaches('empty')
  })
})

describe('several tokens', () => {
  test('are picked by a click and by the keyboard, and shown in every pane', async () => {
    await paste(sample('several.txt'))
    await expect.poll(() => rows().count()).toBe(5)
    await expect.poll(() => at.region('Payload').innerText()).toContain('"alice"')
    await rows().nth(2).click()
    await expect.poll(() => at.region('Payload').innerText()).toContain('"carol"')
    await at.reaches('verified')
    await list().focus()
    await list().press('ArrowDown')
    await expect.poll(() => at.region('Payload').innerText()).toContain('"dave"')
    await list().press('End')
    await expect.poll(() => at.region('Claims').innerText()).toContain('erin')
    expect(await rows().nth(4).getAttribute('aria-selected')).toBe('true')
    await list().press('Home')
    await expect.poll(() => at.region('Payload').innerText()).toContain('"alice"')
  })

  test('are picked by putting the caret into one', async () => {
    await paste(sample('several.txt'))
    await expect.poll(() => rows().count()).toBe(5)
    await at.token
      .locator('.jot-other')
      .nth(1)
      .click({ position: { x: 30, y: 8 } })
    await expect.poll(() => at.region('Payload').innerText()).toContain('"carol"')
    expect(await rows().nth(2).getAttribute('aria-selected')).toBe('true')
  })

  test('a damaged one among them has its own verdict', async () => {
    const good = hs256('{"sub":"good"}')
    await paste(`first ${good.slice(0, -4)}AAAA\nsecond ${good}\nthird ${good.replace(/\.[^.]*$/, '')}\n`)
    await expect.poll(() => input().innerText()).toMatch(/1 not verified/)
    await at.reaches('failed')
    await rows().nth(1).click()
    await at.reaches('verified')
    await rows().nth(2).click()
    await at.reaches('unreadable')
  })

  test('10,000 in a log of 10 MB are all checked, sorted and filtered, and the page answers meanwhile', async () => {
    const filler = `${'2026-11-25T13:00:00Z INFO orders path=/v1/orders?limit=50 status=200 took=12ms\n'.repeat(11)}`
    // Each token another one: what repeats is checked once.
    const good = (i: number) => hs256(`{"iss":"https://issuer.example","sub":"a${i}"}`)
    let log = ''
    for (let i = 0; i < 10_000; i++) {
      const token = i === 7777 ? hs256('{"sub":"needle"}', undefined, 'another secret') : good(i)
      log += `${filler}WARN authorization="Bearer ${token}"\n`
    }
    expect(log.length).toBeGreaterThan(10_000_000)
    // Waited for from before on: a fast machine is done in less time than the test takes to look.
    const stopped = input().getByRole('button', { name: 'Stop' }).click()
    await paste(log)
    await expect.poll(() => input().innerText(), { timeout: 20_000 }).toContain('10,000 tokens')
    const inspected = await opened.frame.evaluate(
      () => performance.getEntriesByName('inspect').at(-1)?.duration ?? Number.NaN,
    )
    expect(inspected).toBeLessThan(400)
    await stopped
    expect(await input().innerText()).toContain('stopped')
    await input().getByRole('button', { name: 'Check all' }).click()
    await list().press('ArrowDown')
    await at.reaches('verified')
    await expect
      .poll(() => input().innerText(), { timeout: 50_000 })
      .toContain('9,999 verified, 1 not verified')
    expect(await rows().count()).toBeLessThan(40)
    await input().getByRole('combobox', { name: 'Sort' }).selectOption('state')
    await expect.poll(() => rows().first().innerText()).toContain('Not verified')
    await input().getByRole('searchbox', { name: 'Filter tokens' }).fill('NEEDLE')
    await expect.poll(() => rows().count()).toBeLessThan(3)
    await rows().first().click()
    await at.reaches('failed')
  })
})

describe('a file', () => {
  const drop = (octets: number[] | string, name: string, on = opened.app.locator('body')) =>
    on.evaluate(
      (target, [content, fileName]) => {
        const part = typeof content === 'string' ? content : Uint8Array.from(content)
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([part], fileName))
        target.dispatchEvent(
          new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }),
        )
      },
      [octets, name] as const,
    )

  test('that is dropped is read', async () => {
    await drop(sample('several.txt'), 'tokens.log')
    await expect.poll(() => input().innerText()).toContain('5 tokens')
    expect(await input().innerText()).toMatch(/Read from tokens\.log/)
  })

  test('that is chosen is read, UTF-16 too', async () => {
    const buffer = Buffer.from(`\ufeff${hs256('{"sub":"utf16"}')}`, 'utf16le')
    await input()
      .locator('input[type=file]')
      .setInputFiles({ name: 'windows.txt', mimeType: 'text/plain', buffer })
    await expect.poll(() => at.region('Payload').innerText()).toContain('utf16')
  })

  test('with another is read with it', async () => {
    const files = ['first', 'second'].map((sub) => ({
      name: `${sub}.jwt`,
      mimeType: '',
      buffer: Buffer.from(hs256(`{"sub":"${sub}"}`)),
    }))
    await input().locator('input[type=file]').setInputFiles(files)
    await expect.poll(() => input().innerText()).toMatch(/2 tokens.*Read from first\.jwt, second\.jwt/s)
  })

  test('that is no text is refused, and nothing is lost', async () => {
    await paste(sample('bare.txt'))
    await drop([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0], 'archive.zip')
    await expect.poll(() => input().innerText()).toMatch(/archive\.zip is no text/)
    await at.reaches('verified')
  })

  test('of DER that is dropped on the Key box is there in base64', async () => {
    const pem = readFileSync(new URL('../fixtures/keys/p256.spki.pem', import.meta.url))
    const der = createPublicKey(pem).export({ format: 'der', type: 'spki' })
    await drop([...der], 'public.der', at.key)
    await expect.poll(() => at.key.inputValue()).toBe(der.toString('base64'))
  })

  test('that is dropped on the Key box is a key, to the last line break, and the token stays', async () => {
    await at.token.fill(hs256('{"sub":"me"}', undefined, `${secret}\r\n`))
    await at.key.fill('')
    await drop(`${secret}\r\n`, 'secret.txt', at.key)
    await at.reaches('verified')
    expect(await input().innerText()).toMatch(/Read from secret\.txt/)
  })
})

describe('a link', () => {
  test.each([
    ['#token=TOKEN', /A signed token.*Taken from the address/s],
    ['#value=TOKEN', /A signed token/],
    ['#debugger-io?token=TOKEN', /A signed token/],
    ['#id_token=TOKEN&access_token=TOKEN&code=abc&state=xyz', /2 tokens.*Ignored beside them: code, state/s],
    ['#token=TOKEN&publicKey=mine', /A signed token.*A key in the address was ignored/s],
    ['?token=TOKEN', /A signed token.*a query is sent to the server/s],
  ])('%s is taken in and cleared', async (link, words) => {
    const one = await open(
      await browser.newContext(),
      site.url + link.replaceAll('TOKEN', hs256('{"sub":"linked"}')),
    )
    const there = inspector(one)
    await expect.poll(() => there.region('Payload').innerText()).toContain('"linked"')
    await expect.poll(() => there.region('Input').innerText()).toMatch(words)
    expect(one.page.url()).toBe(site.url)
    await there.reaches('needs-key')
    expect(await there.key.inputValue()).toBe('')
    await one.page.context().close()
  })
})
