import { useMemo } from 'react'
import { isObject } from '../../core/decode/content.ts'
import type { Token } from '../../core/decode/token.ts'
import { useLater } from '../common/useLater.ts'
import type { Origin } from './origin.ts'

const load = () => import('./origin.ts').then(({ originsOf }) => originsOf)
const nobody: readonly Origin[] = []

/** The issuers that a token seems to be of; nobody until what is known of issuers is there. */
export function useOrigins(token: Token): readonly Origin[] {
  const originsOf = useLater(load)
  const content = token.payloadContent
  return useMemo(
    () =>
      originsOf === null || content === null || !isObject(content) ? nobody : originsOf(content.document),
    [originsOf, content],
  )
}
