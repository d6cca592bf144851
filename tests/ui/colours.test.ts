// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The custom properties of the tokens layer that are colours, for one theme. */
function palette(theme: 'light' | 'dark'): Record<string, string> {
  const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8')
  const colours: Record<string, string> = {}
  for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)) {
    colours[name!] = theme === 'light' ? light! : dark!
  }
  return colours
}

type Rgb = [number, number, number]

/** Linear light, 0 to 1, of a #rrggbb colour (IEC 61966-2-1). */
function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Colour-vision deficiency, full severity, on linear light (Machado, Oliveira and Fernandes 2009). */
const deficiencies: Record<string, Rgb[]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIE L*a*b* under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Distance in L*a*b* (CIE 1976) as seen with a deficiency: about 2.3 is just noticeable. */
function difference(a: string, b: string, deficiency: string): number {
  const seen = (hex: string) => {
    const rgb = linear(hex)
    return lab(
      deficiencies[deficiency]!.map((row) =>
        Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]),
      ) as Rgb,
    )
  }
  const [p, q] = [seen(a), seen(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = palette(theme)

  it.each([
    'header',
    'payload',
    'signature',
    'key',
    'ink',
    'muted',
    'link',
    'good',
    'bad',
    'warning',
    'json-string',
    'json-number',
    'json-literal',
  ])('%s stands out from surface and page by 4.5:1', (name) => {
    expect(contrast(colours[name]!, colours.surface!)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours[name]!, colours.page!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['header', 'linked'],
    ['payload', 'linked'],
    ['signature', 'linked'],
    ['ink', 'linked'],
    ['ink', 'raised'],
    ['muted', 'raised'],
    ['bad', 'bad-soft'],
    ['good', 'good-soft'],
    ['warning', 'warning-soft'],
    ['ink', 'bad-soft'],
    ['ink', 'good-soft'],
    ['on-state', 'good'],
    ['on-state', 'bad'],
    ['on-state', 'warning'],
    ['on-state', 'muted'],
  ])('%s can be read on %s', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it('borders of controls stand out by 3:1', () => {
    expect(contrast(colours['line-strong']!, colours.surface!)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.focus!, colours.surface!)).toBeGreaterThanOrEqual(3)
  })

  describe.each(Object.keys(deficiencies))('seen with %s', (deficiency) => {
    it.each([
      ['header', 'payload'],
      ['payload', 'signature'],
      ['header', 'signature'],
    ])('%s and %s are apart', (a, b) => {
      expect(difference(colours[a]!, colours[b]!, deficiency)).toBeGreaterThanOrEqual(20)
    })
  })
})
