import { parseUrl } from '../text/url.ts'
import { type Finding, found, type Severity, type Subject } from './finding.ts'
import { claimsOf, headerOf } from './located.ts'

/** `jku` or `x5u`: an address of the sender's choice, worse where it is no public https address or not the issuer's (RFC 8725 section 3.10). */
export function headerKeyUrl(subject: Subject): Finding[] {
  const header = headerOf(subject)
  return (['jku', 'x5u'] as const).flatMap((name) => {
    if (!header.has(name)) return []
    const { why, severity } = judge(header.text(name), claimsOf(subject).text('iss') ?? '')
    return [found('header-key-url', severity, header.at(name), { name, why })]
  })
}

function judge(address: string | null, iss: string): { readonly why: string; readonly severity: Severity } {
  const url = address === null ? null : parseUrl(address)
  // Some readers take a backslash for a slash, so that two can see two hosts.
  if (url === null || address?.includes('\\')) return { why: 'no-address', severity: 'error' }
  if (url.protocol !== 'https:') return { why: 'not-https', severity: 'error' }
  if (url.username !== '' || url.password !== '') return { why: 'user', severity: 'error' }
  const host = hostOf(url)
  if (/^[\d.]+$|^\[/.test(host)) return { why: 'ip', severity: 'error' }
  if (/(?:^|\.)localhost(?:\.localdomain)?$/.test(host)) return { why: 'loopback', severity: 'error' }
  // An issuer may be named by its host alone.
  const bare = /^[\w.-]+\.[a-z]+(?:[:/]|$)/i.test(iss)
  const issuer = hostOf(parseUrl(bare ? `https://${iss}` : iss))
  if (issuer !== '' && issuer !== host) return { why: 'host', severity: 'error' }
  return { why: 'chosen', severity: 'warning' }
}

/** A dot at the end of a host makes no other host of it. */
const hostOf = (url: URL | null) => url?.hostname.replace(/\.$/, '') ?? ''
