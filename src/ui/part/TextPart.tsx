import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { missingPart } from '../../content/messages/boxes.ts'
import { contentNote } from '../../content/messages/en.ts'
import { innerToken } from '../../content/messages/levels.ts'
import { segmentContent, segmentMap } from '../../core/decode/segments.ts'
import type { Content, Segment, Token } from '../../core/decode/token.ts'
import { useShown, useShownAtOnce } from '../../state/settled.ts'
import { octetCount } from '../common/count.ts'
import { hexRendering } from '../text/hex.ts'
import { plainRendering } from '../text/plain.ts'
import { prettyRendering } from '../text/pretty.ts'
import type { Rendering } from '../text/rendering.ts'
import { PartPane } from './PartPane.tsx'
import { UnprotectedHeaders } from './UnprotectedHeaders.tsx'

const choices = {
  pretty: { id: 'pretty', label: 'Pretty' },
  original: { id: 'original', label: 'Original' },
  hex: { id: 'hex', label: 'Bytes' },
} as const
type View = keyof typeof choices

/** The ways to show each kind of content, the first one unless the person chose another. */
const viewsOf = {
  none: [],
  json: [choices.pretty, choices.original, choices.hex],
  text: [choices.original, choices.hex],
  octets: [choices.hex],
} as const

/** Octets shown in the hex view before the person asks for all: its text is five times as long as they are. */
const FIRST_OCTETS = 65536

interface Props {
  readonly part: 'header' | 'payload'
  readonly title: string
  readonly token: Token | null
  /** In place of what is said of its content. */
  readonly note?: string | undefined
  readonly children?: ReactNode
}

/** It follows with the verdict, a moment after the payload. */
export function HeaderPart() {
  const { token, level } = useShown()
  return (
    <TextPart part="header" title="Header" token={token}>
      {token !== null && <UnprotectedHeaders token={token} outermost={level === 0} />}
    </TextPart>
  )
}

/** What people look for: it follows the Token box at once. */
export function PayloadPart() {
  const { token, level, levels } = useShownAtOnce()
  const inner = levels[level + 1]?.token
  const note = inner === undefined ? undefined : innerToken(inner, level + 1)
  return <TextPart part="payload" title="Payload" token={token} note={note} />
}

/** The header or the payload: pretty JSON, the text as it was, or octets. */
function TextPart({ part, title, token, note, children }: Props) {
  const name = part === 'header' ? 'protected' : 'payload'
  const [wanted, setWanted] = useState<View>('pretty')
  const [allOctets, setAllOctets] = useState<Segment | null>(null)
  const segment = token?.segments.find((candidate) => candidate.name === name) ?? null
  const content = token === null ? null : segmentContent(token, name)
  const views = viewsFor(content)
  const view = (views.find(({ id }) => id === wanted) ?? views[0])?.id ?? 'pretty'
  const map = token === null ? null : segmentMap(token, name)
  const limit = segment !== null && allOctets === segment ? Number.POSITIVE_INFINITY : FIRST_OCTETS
  const rendering = useMemo((): Rendering | null => {
    if (segment === null || content === null || map === null || views.length === 0) return null
    if (view === 'pretty' && content.kind === 'json') return prettyRendering(content.document, map)
    if (view === 'original' && (content.kind === 'json' || content.kind === 'text')) {
      return plainRendering(content.text, map, content.kind === 'json' ? (content.fault?.span ?? null) : null)
    }
    return hexRendering(segment.octets.subarray(0, limit))
  }, [segment, content, map, views, view, limit])
  const hidden = view === 'hex' && segment !== null ? segment.octets.length - limit : 0
  return (
    <PartPane<View>
      part={part}
      name={name}
      token={token}
      title={title}
      size={segment === null ? '' : octetCount(segment.octets.length)}
      note={
        content === null || segment === null
          ? { text: missingPart(part, token?.segments.length ?? null), tone: 'plain' }
          : note === undefined
            ? contentNote(part, content, segment)
            : { text: note, tone: 'plain' }
      }
      views={views}
      view={view}
      onView={setWanted}
      rendering={rendering}
      copied={rendering?.copied ?? ''}
    >
      {children}
      {hidden > 0 && (
        <p>
          <button type="button" onClick={() => setAllOctets(segment)}>
            Show the other {octetCount(hidden)}
          </button>
        </p>
      )}
    </PartPane>
  )
}

function viewsFor(content: Content | null): readonly { readonly id: View; readonly label: string }[] {
  switch (content?.kind) {
    case undefined:
    case 'empty':
      return viewsOf.none
    case 'json':
      return content?.kind === 'json' && content.fault === null ? viewsOf.json : viewsOf.text
    case 'text':
      return viewsOf.text
    case 'octets':
      return viewsOf.octets
  }
}
