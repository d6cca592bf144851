import { useCallback } from 'react'
import { foreign } from '../../content/messages/foreign.ts'
import { certificateWords, issuerWords, outOfValidity } from '../../content/messages/keySet.ts'
import type { IssuerSignature } from '../../core/crypto/chainSignatures.ts'
import type { Certificate } from '../../core/keys/certificate.ts'
import { issuersOf } from '../../state/keys.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { relativeTo, utcText } from '../common/time.ts'
import { useLater } from '../common/useLater.ts'
import { useNow } from '../common/useNow.ts'
import styles from './KeysRead.module.css'

/** The certificates that a key came in, each folded to its name and what is to be noticed of it. */
export function Certificates({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const signatures = useLater(useCallback(() => issuersOf(certificates), [certificates]))
  return (
    <ul className={styles.certificates}>
      {certificates.map((certificate, i) => (
        <li key={certificate.span.from}>
          <CertificateFold certificate={certificate} signature={signatures?.[i] ?? null} />
        </li>
      ))}
    </ul>
  )
}

function CertificateFold({
  certificate,
  signature,
}: {
  readonly certificate: Certificate
  readonly signature: IssuerSignature | null
}) {
  const now = useNow()
  const { subject, issuer, serialNumber, notBefore, notAfter, sha1, sha256 } = certificate
  const out = now === 0 ? null : outOfValidity(notBefore, notAfter, now)
  const expiry = now === 0 || notAfter === null ? null : `expires ${relativeTo(notAfter, now)}`
  const signed = signature === null ? '' : issuerWords[signature]
  return (
    <details className={styles.fold} data-notice={out !== null || signature === 'broken'}>
      <summary>
        Certificate {foreign(subject) || certificateWords.nameless}:{' '}
        {[out ?? expiry, signed].filter(Boolean).join(', ')}
      </summary>
      <dl className={styles.facts}>
        <Fact name="subject" value={subject} />
        <Fact name="issuer" value={issuer} />
        <Fact name="serial" value={serialNumber} />
        <Fact name="from" value={moment(notBefore, now)} />
        <Fact name="until" value={moment(notAfter, now)} />
        {sha1 !== null && <Fact name="sha1" value={sha1} copied />}
        {sha256 !== null && <Fact name="sha256" value={sha256} copied />}
      </dl>
    </details>
  )
}

function Fact({
  name,
  value,
  copied = false,
}: {
  readonly name: keyof typeof certificateWords
  readonly value: string
  readonly copied?: boolean
}) {
  const label = certificateWords[name]
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        {copied && <CopyButton label={`Copy ${label}`} text={value} />}
      </dd>
    </div>
  )
}

function moment(seconds: number | null, now: number): string {
  const text = seconds === null ? null : utcText(seconds)
  if (text === null) return 'cannot be read'
  return now === 0 ? text : `${text} · ${relativeTo(seconds!, now)}`
}
