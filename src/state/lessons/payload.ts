import { isObject } from '../../core/decode/content.ts'
import type { JsonDocument, NodeId } from '../../core/json/document.ts'
import { members, memberValue, nodeAt, pathOf, stringValue, toPlain } from '../../core/json/read.ts'
import { linkOf } from '../link.ts'
import type { Scene } from './lesson.ts'

/** The claims set of the token that is pasted; null where its payload is no JSON object. */
export function claimsIn({ inspection: { token } }: Pick<Scene, 'inspection'>): JsonDocument | null {
  const content = token?.payloadContent ?? null
  return content !== null && isObject(content) ? content.document : null
}

/** The value of a claim; undefined where it is absent. */
export function claim(scene: Pick<Scene, 'inspection'>, name: string): unknown {
  const document = claimsIn(scene)
  const node: NodeId | null = document === null ? null : memberValue(document, 0, name)
  return document === null || node === null ? undefined : toPlain(document, node)
}

/** The names of all claims, as often as they occur. */
export function namesIn(scene: Pick<Scene, 'inspection'>): string[] {
  const document = claimsIn(scene)
  return document === null ? [] : [...members(document, 0)].map(({ key }) => stringValue(document, key))
}

/** The claim that the learner clicked last, wherever it shows; null for none. */
export function chosenClaim(scene: Pick<Scene, 'inspection' | 'chosen'>): string | null {
  const document = claimsIn(scene)
  const link = linkOf(scene.inspection.token, scene.chosen)
  if (document === null || link === null || link.segment !== 'payload' || link.text === null) return null
  const node = nodeAt(document, link.text.from)
  const path = node === null ? '' : pathOf(document, node)
  return path === '' ? null : path.split('/')[1]!.replaceAll('~1', '/').replaceAll('~0', '~')
}
