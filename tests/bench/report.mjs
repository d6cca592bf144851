/** Says in tables what was measured. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { sizes } from './limits.mjs'
import { medianOf } from './statistics.mjs'

const readme = new URL('./README.md', import.meta.url)
const BEGIN = '<!-- last run -->\n'

/** The tables in Markdown, which a terminal shows as well. */
export function tables({ pastes, loads, verification }, checks) {
  return [
    'Paste to decoded payload painted; CPU is that of the main threads, to the paint / until idle; all in ms.',
    table(
      [
        'payload',
        'ours wall',
        'floor wall',
        'ours CPU',
        'floor CPU',
        'CPU ours ÷ floor',
        'longest task (worst)',
      ],
      sizes.map(({ label }) => {
        const { ours, floor } = pastes[label]
        return [
          label,
          number(medianOf(ours, 'wall')),
          number(medianOf(floor, 'wall')),
          both(ours, number),
          both(floor, number),
          `${ratioOf(ours, floor, 'cpu')} / ${ratioOf(ours, floor, 'cpuIdle')}`,
          `${number(medianOf(ours, 'longestTask'))} (${number(Math.max(...ours.map((r) => r.longestTask)))})`,
        ]
      }),
    ),
    'Loaded cold, in ms after the navigation began. Sealed: the plain page in the frame that ours is in.',
    table(
      ['page', 'first contentful paint', 'box usable'],
      Object.entries(loads).map(([name, records]) => [
        name,
        number(medianOf(records, 'firstPaint')),
        records[0].usable === null ? '' : number(medianOf(records, 'usable')),
      ]),
    ),
    'One verification of a 0.3 KB token, in µs: ours of the decoded token, then with decoding; jose’s decodes too.',
    table(
      [
        'alg',
        'ours',
        'with decoding',
        'jose',
        'raw',
        'ours ÷ jose',
        'whole ÷ jose',
        'ours ÷ raw',
        'jose ÷ raw',
      ],
      verification.map(({ alg, ours, whole, jose, raw, ratio }) => [
        alg,
        ...[ours, whole, jose, raw].map(number),
        ...[ratio, whole / jose, ours / raw, jose / raw].map((value) => value.toFixed(2)),
      ]),
    ),
    'What is promised.',
    table(
      ['figure', 'measured', 'at most', '', 'held by CI'],
      checks.map(({ name, value, limit, unit, held }) => [
        name,
        `${number(value)} ${unit}`.trim(),
        `${limit.toLocaleString('en')} ${unit}`.trim(),
        value <= limit ? 'met' : 'NOT MET',
        held === null ? '' : `at ${held.toLocaleString('en')}`,
      ]),
    ),
  ].join('\n\n')
}

/** Puts the tables into the README, with the day and the machine. */
export async function writeReadme(text, browser) {
  const explained = (await readFile(readme, 'utf8')).split(BEGIN, 1)[0]
  const [cpu] = cpus()
  const machine = `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${browser}`
  const day = new Date().toISOString().slice(0, 10)
  await writeFile(readme, `${explained}${BEGIN}\n${day}, ${machine}.\n\n${text}\n`)
}

function both(records, format) {
  return ['cpu', 'cpuIdle'].map((name) => format(medianOf(records, name))).join(' / ')
}

function ratioOf(ours, floor, name) {
  return (medianOf(ours, name) / medianOf(floor, name)).toFixed(2)
}

function number(value) {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value < 10 ? value.toFixed(2) : value.toFixed(1)
}

function table(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, 3, ...rows.map((row) => row[i].length)))
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
