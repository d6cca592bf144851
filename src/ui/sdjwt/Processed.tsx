import { useMemo } from 'react'
import { contentOf } from '../../core/decode/content.ts'
import { sourceMap } from '../../core/decode/sourceMap.ts'
import type { Segment } from '../../core/decode/token.ts'
import { useInputs } from '../../state/store.ts'
import { CopyButton } from '../common/CopyButton.tsx'
import { octetCount } from '../common/count.ts'
import { prettyRendering } from '../text/pretty.ts'
import { TextView } from '../text/TextView.tsx'
import styles from './sdjwt.module.css'

const nothing = () => {}

/** The payload as a verifier processes it, with the claims that were disclosed in their places. */
export function Processed({ json }: { readonly json: string }) {
  const wrap = useInputs((inputs) => inputs.wrap)
  const { rendering, size } = useMemo(() => {
    const octets = new TextEncoder().encode(json)
    const content = contentOf(octets)
    if (content.kind !== 'json') return { rendering: null, size: 0 }
    const span = { from: 0, to: 0 }
    const segment: Segment = {
      name: 'payload',
      span,
      octets,
      carriers: new Int32Array(0),
      plain: true,
      faults: [],
    }
    return { rendering: prettyRendering(content.document, sourceMap(segment, content)), size: octets.length }
  }, [json])
  if (rendering === null) return null
  return (
    <section aria-label="Processed payload" className={styles.processed}>
      <div className={styles.bar}>
        <h3>Processed payload</h3>
        <span className={styles.count}>{octetCount(size)}</span>
        <span className={styles.tools}>
          <CopyButton label="Copy processed payload" text={rendering.copied} />
        </span>
      </div>
      <TextView
        rendering={rendering}
        label="Processed payload text"
        part="payload"
        wrap={wrap}
        linked={null}
        onHover={nothing}
        onCaret={nothing}
      />
    </section>
  )
}
