import type { ReactNode } from 'react'
import { useCallback, useId, useMemo } from 'react'
import { segmentMap } from '../../core/decode/segments.ts'
import type { SegmentName, Token } from '../../core/decode/token.ts'
import { useLink } from '../../state/link.ts'
import { caretAt, hoverAt } from '../../state/pointer.ts'
import { useInputs } from '../../state/store.ts'
import { Choice } from '../common/Choice.tsx'
import { CopyButton } from '../common/CopyButton.tsx'
import type { Rendering } from '../text/rendering.ts'
import { TextView } from '../text/TextView.tsx'
import styles from './PartPane.module.css'

interface Props<View extends string> {
  readonly part: 'header' | 'payload' | 'signature'
  readonly name: SegmentName
  readonly token: Token | null
  readonly title: string
  /** One line on what the part is: its size, what is wrong with it. */
  readonly size: string
  readonly note?: { readonly text: string; readonly tone: 'plain' | 'bad' } | null
  readonly views: readonly { readonly id: NoInfer<View>; readonly label: string }[]
  readonly view: View
  onView(view: View): void
  /** Null where there is nothing to show. */
  readonly rendering: Rendering | null
  /** What the copy button copies. */
  readonly copied: string
  readonly children?: ReactNode
}

/** A region for one part of the token: its text in one of several views, linked with the token's characters. */
export function PartPane<View extends string>(props: Props<View>) {
  const { part, name, token, title, rendering } = props
  const heading = useId()
  return (
    <section className={styles.pane} data-part={part} aria-labelledby={heading}>
      <div className={styles.bar}>
        <h2 id={heading}>{title}</h2>
        <span className={styles.size}>{props.size}</span>
        {rendering !== null && (
          <div className={styles.tools}>
            {props.views.length > 1 && (
              <Choice
                label={`${title} shown as`}
                options={props.views}
                value={props.view}
                onChange={props.onView}
              />
            )}
            <CopyButton label={`Copy ${title.toLowerCase()}`} text={props.copied} />
          </div>
        )}
      </div>
      <div className={styles.body}>
        {props.note != null && (
          <p className={styles.note} data-tone={props.note.tone}>
            {props.note.text}
          </p>
        )}
        {rendering !== null && (
          <LinkedText name={name} part={part} title={title} token={token} rendering={rendering} />
        )}
        {props.children}
      </div>
    </section>
  )
}

interface TextProps extends Pick<Props<string>, 'name' | 'part' | 'title' | 'token'> {
  readonly rendering: Rendering
}

/** By itself, so that what is pointed at changes nothing around it. */
function LinkedText({ name, part, title, token, rendering }: TextProps) {
  const wrap = useInputs((inputs) => inputs.wrap)
  const link = useLink()
  const linked = useMemo(
    () => (link !== null && link.segment === name ? rendering.shown(link.octets) : null),
    [link, name, rendering],
  )
  const point = useCallback(
    (offset: number) => {
      const octets = rendering.octetsAt(offset)
      if (octets === null || token === null || segmentMap(token, name) === null) return null
      return { in: 'segment' as const, name, octets }
    },
    [rendering, token, name],
  )
  const onHover = useCallback(
    (offset: number | null) => hoverAt(offset === null ? null : point(offset)),
    [point],
  )
  const onCaret = useCallback((offset: number) => caretAt(point(offset)), [point])
  return (
    <TextView
      rendering={rendering}
      label={`${title} text`}
      part={part}
      wrap={wrap}
      linked={linked}
      onHover={onHover}
      onCaret={onCaret}
    />
  )
}
