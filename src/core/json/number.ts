/**
 * Whether a JSON number survives being read into a double and printed again, as ECMAScript does it, with its
 * value intact. So `1.10`, `1e2` and `-0` do; `9223372036854775807` (it comes out as 9223372036854776000),
 * `1e400` (Infinity) and `1e-400` (0) do not. `text` is a number of RFC 8259 section 6, of any length.
 */
export function isExactDouble(text: string): boolean {
  // A double holds every decimal of up to 15 significant digits, as long as no exponent leads out of its range.
  if (text.length <= SAFE_DIGITS && !/e/i.test(text)) return true
  const double = Number(text)
  if (!Number.isFinite(double)) return false
  const written = decimal(text)
  const printed = decimal(String(double))
  return written.digits === printed.digits && (written.digits === '' || written.exponent === printed.exponent)
}

const SAFE_DIGITS = 15

/**
 * The magnitude of a number as 0.digits × 10^exponent, with neither leading nor trailing zeros: zero has no
 * digits.
 */
function decimal(text: string): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = text.toLowerCase().replace(/^-/, '').split('e')
  const [integer = '', fraction = ''] = mantissa.split('.')
  const all = integer + fraction
  // Not by pattern: /0+$/ takes quadratic time over a long run of zeros inside the number.
  let first = 0
  let last = all.length
  while (first < last && all[first] === '0') first++
  while (last > first && all[last - 1] === '0') last--
  return { digits: all.slice(first, last), exponent: integer.length - first + Number(power) }
}
