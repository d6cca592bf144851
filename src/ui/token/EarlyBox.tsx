import { useInspection } from '../../state/inspection.ts'
import { unwantedProps } from '../common/unwanted.ts'

/** The parser makes the shadow root, into which the editor moves. React's types do not know the attribute. */
const declarative = { shadowrootmode: 'open' }

/**
 * The Token box of the prerendered page: it can be typed and pasted into before any script of the app runs. The same text
 * in its colours lies under it and is what is seen, until somebody types.
 */
export function EarlyBox() {
  const { text, token } = useInspection()
  return (
    <template {...declarative}>
      <p part="standing" aria-hidden="true">
        {token?.segments.map(({ name, span }, i) => (
          <span key={name} part={name}>
            {i > 0 && '.'}
            {text.slice(span.from, span.to)}
          </span>
        )) ?? text}
      </p>
      <textarea part="early" aria-label="Token" defaultValue={text} {...unwantedProps} />
    </template>
  )
}
