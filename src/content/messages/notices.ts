import { foreign } from './foreign.ts'

type Values = Readonly<Record<string, string | number>>

const size = (octets: string | number | undefined) =>
  `${(Math.ceil(Number(octets) / 100_000) / 10).toLocaleString('en')} MB`

/** What is said of where the text came from. */
export const noticeTexts = {
  'link-history': () =>
    'Taken from the address, which is cleared now. The browser may keep it in its history: avoid links with live tokens.',
  'link-query': () =>
    'Taken from the query of the address, which is cleared now. But a query is sent to the server, which may have logged it: treat this token as known to others.',
  'link-key': () => 'A key in the address was ignored: its maker would decide what verifies. Paste your own.',
  'file-taken': ({ name, octets }: Values) =>
    `Read from ${foreign(name)} (${size(octets)}), on this machine alone.`,
  'file-large': ({ name, octets, most }: Values) =>
    `${foreign(name)} has ${size(octets)}; files up to ${size(most)} are read. Cut out the part with the tokens.`,
  'file-binary': ({ name }: Values) =>
    `${foreign(name)} is no text: neither UTF-8 nor UTF-16. Unpack an archive first.`,
  'file-unreadable': ({ name }: Values) => `${foreign(name)} cannot be read: it is a folder, or is gone.`,
  'file-empty': ({ name }: Values) => `${foreign(name)} is empty.`,
} as const

/** Those that warn. */
export const warningNotices: ReadonlySet<string> = new Set([
  'link-query',
  'link-key',
  'file-large',
  'file-binary',
  'file-unreadable',
  'file-empty',
])
