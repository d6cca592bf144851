import { type Finding, found, type Subject } from './finding.ts'

/** Coordinates that are no point of their curve: no key at all, and a way to learn private ones (RFC 8725 section 3.4). */
export function ecPoint({ keys, keyFault }: Subject): Finding[] {
  const fault = [keyFault, ...(keys?.unread ?? [])].find((one) => one?.code === 'key-point-off-curve')
  return fault == null ? [] : [found('ec-point', 'error', [], { curve: fault.values.curve ?? '' })]
}
