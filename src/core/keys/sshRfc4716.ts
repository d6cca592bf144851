import { fail } from '../text/result.ts'
import { spelledOut } from './base64.ts'
import { single } from './gather.ts'
import type { KeyReader } from './material.ts'
import { readBlob } from './sshPublic.ts'

const BEGIN = '---- BEGIN SSH2 PUBLIC KEY ----'
const END = '---- END SSH2 PUBLIC KEY ----'

/** How every blob begins: the length of its type's name and the first letters of that. Headers do not. */
const blobStart = /AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/g

/** `---- BEGIN SSH2 PUBLIC KEY ----` (RFC 4716), as `ssh-keygen -e` writes it. */
export const sshRfc4716: KeyReader = {
  format: 'ssh-rfc4716',
  detects: (text) => text.includes(BEGIN),
  async read(pasted) {
    const text = spelledOut(pasted)
    const from = text.indexOf(BEGIN)
    if (from < 0) return fail('ssh-missing', { from: 0, to: text.length })
    const to = text.indexOf(END, from)
    const opening = { from, to: from + BEGIN.length }
    if (to < 0) return fail('pem-end-missing', opening, { label: 'SSH2 PUBLIC KEY' })
    blobStart.lastIndex = from
    const at = blobStart.exec(text)?.index ?? to
    if (at >= to) return fail('ssh-type', opening, { octet: 0, type: '' })
    const reading = await readBlob('ssh-rfc4716', text, { from: at, to }, from, true)
    return single(
      reading.ok ? { ok: true, value: { ...reading.value, span: { from, to: to + END.length } } } : reading,
    )
  },
}
