import { faultText } from '../../content/messages/faults.ts'
import { foreign } from '../../content/messages/foreign.ts'
import { keyKind, openingKind } from '../../content/messages/verdict.ts'
import type { KeyMaterial } from '../../core/keys/material.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { Certificates } from './Certificates.tsx'
import styles from './KeysRead.module.css'

const roles = {
  matches: { mark: '✓', word: 'matches' },
  opens: { mark: '✓', word: 'opens it' },
  fails: { mark: '✕', word: 'does not match' },
  shut: { mark: '✕', word: 'does not open it' },
} as const
export type KeyRole = keyof typeof roles

interface Props {
  readonly material: KeyMaterial
  /** Its place in the set, from 1; null where it is the only key. */
  readonly place: number | null
  /** Null until it is worked out, and of a secret. */
  readonly print: string | null
  readonly role: KeyRole | null
}

/** One key: kind and size, what it is called and for, thumbprint, certificates. */
export function KeyItem({ material, place, print, role }: Props) {
  const { jwk, notices, certificates, algs } = material
  const isForOpening = role === 'opens' || role === 'shut'
  const facts = [
    jwk.kid === undefined ? null : `kid ${foreign(jwk.kid)}`,
    jwk.alg === undefined || jwk.kty === 'AKP' ? null : `alg ${foreign(jwk.alg)}`,
    jwk.use === undefined ? null : `use ${foreign(jwk.use)}`,
    algs === null ? null : algs.length === 0 ? 'for no JWS algorithm' : `for ${algs.join(', ')} alone`,
  ].filter((fact) => fact !== null)
  return (
    <li className={styles.key} data-role={role ?? 'none'}>
      <p className={styles.kind}>
        {place !== null && <span className={styles.place}>{place}</span>}
        <span>{foreign(isForOpening ? openingKind(material) : keyKind(material))}</span>
        {facts.map((fact) => (
          <code key={fact}>{fact}</code>
        ))}
        {role !== null && (
          <span className={styles.role}>
            <span aria-hidden="true">{roles[role].mark}</span> {roles[role].word}
          </span>
        )}
      </p>
      {print !== null && (
        <p className={styles.print}>
          <abbr title="JWK thumbprint, SHA-256 (RFC 7638)">Thumbprint</abbr> <code>{print}</code>
          <CopyButton label="Copy thumbprint" text={print} />
        </p>
      )}
      {certificates.length > 0 && <Certificates certificates={certificates} />}
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <li key={`${notice.code} ${notice.span.from} ${notice.values.member ?? ''}`}>
              {faultText(notice)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
