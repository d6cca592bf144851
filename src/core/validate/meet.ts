import type { JsonDocument, NodeId } from '../json/document.ts'
import type { Expected, ExpectedName } from './expected.ts'
import { Members } from './profile/claims.ts'
import { isMediaType } from './profile/demand.ts'

/** Where each expectation is looked for. */
export const expectedMembers: Readonly<
  Record<ExpectedName, { readonly in: 'header' | 'claims'; readonly name: string }>
> = {
  issuer: { in: 'claims', name: 'iss' },
  audience: { in: 'claims', name: 'aud' },
  subject: { in: 'claims', name: 'sub' },
  nonce: { in: 'claims', name: 'nonce' },
  type: { in: 'header', name: 'typ' },
  algorithms: { in: 'header', name: 'alg' },
}

export interface Meeting {
  readonly name: ExpectedName
  readonly wanted: string
  readonly met: boolean
  /** What stands there, in the header's or claims set's document; null where the token has no such member. */
  readonly node: NodeId | null
}

/** Whether each expectation that was given is met, compared character for character; of a list of audiences one suffices. */
export function meetExpectations(
  header: JsonDocument | null,
  claims: JsonDocument | null,
  expected: Expected,
): Meeting[] {
  const parts = { header: new Members(header), claims: new Members(claims) }
  return (Object.keys(expectedMembers) as ExpectedName[]).flatMap((name) => {
    const wanted = expected[name]
    if (wanted.trim() === '') return []
    const { in: part, name: member } = expectedMembers[name]
    const members = parts[part]
    const node = members.node(member)
    return [{ name, wanted, node, met: node !== null && meets(name, wanted, members, node) }]
  })
}

function meets(name: ExpectedName, wanted: string, members: Members, node: NodeId): boolean {
  const text = members.textAt(node)
  if (name === 'audience') return (members.textsAt(node) ?? [text]).includes(wanted)
  if (text === null) return false
  if (name === 'type') return isMediaType(text, [wanted.trim().replace(/^application\//i, '')])
  if (name === 'algorithms') return wanted.split(/[\s,]+/).includes(text)
  return text === wanted
}
