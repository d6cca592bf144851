import { useId, useState, useSyncExternalStore } from 'react'
import { addressDoubtWords, addressFaultWords, curlLine, droppedText } from '../../content/messages/door.ts'
import {
  addressFormNames,
  addressLabels,
  hostsDiffer,
  oneStep,
  suggestionWords,
  twoSteps,
  withoutDoor,
} from '../../content/messages/fetching.ts'
import { type Address, readAddress } from '../../core/keys/address.ts'
import { type AddressForm, addressForms, firstAddress, type Suggestion } from '../../core/keys/discovery.ts'
import { openDoor, suggestionsFor, useStanding } from '../../state/door.ts'
import { useInputs } from '../../state/store.ts'
import { Choice } from '../common/Choice.tsx'
import { CopyButton } from '../common/CopyButton.tsx'
import { unwantedProps } from '../common/unwanted.ts'
import styles from './Fetch.module.css'

const forms = addressForms.map((id) => ({ id, label: addressFormNames[id] }))

/** What to fetch: an issuer or a key set. The fetching itself is behind the network door, out of the app's reach. */
export default function FetchPanel() {
  const text = useInputs((inputs) => inputs.text)
  const selected = useInputs((inputs) => inputs.selected)
  const suggestions = suggestionsFor({ text, selected })
  const [chosen, setChosen] = useState<{ readonly form: AddressForm; readonly text: string } | null>(null)
  const { form, text: written } = chosen ?? suggestions[0] ?? { form: 'openid', text: '' }
  const suggestion = suggestions.find((one) => one.form === form && one.text === written)
  const box = useId()
  return (
    <div className={styles.panel}>
      <Choice
        label="What the address is"
        options={forms}
        value={form}
        onChange={(to) => setChosen({ form: to, text: written })}
      />
      <label htmlFor={box}>{addressLabels[form]}</label>
      <input
        id={box}
        type="text"
        inputMode="url"
        value={written}
        placeholder="https://"
        onChange={(event) => setChosen({ form, text: event.target.value })}
        {...unwantedProps}
      />
      {suggestion !== undefined && <p className={styles.note}>{suggestionWords[suggestion.from]}</p>}
      <Others suggestions={suggestions} except={suggestion} onTake={setChosen} />
      {written.trim() !== '' && <Asked form={form} text={written} suggestions={suggestions} />}
    </div>
  )
}

function Others({
  suggestions,
  except,
  onTake,
}: {
  readonly suggestions: readonly Suggestion[]
  readonly except: Suggestion | undefined
  onTake(suggestion: Suggestion): void
}) {
  const others = suggestions.filter((one) => one !== except)
  if (others.length === 0) return null
  return (
    <p className={styles.row}>
      {others.map((one) => (
        <button key={one.from} type="button" className={styles.button} onClick={() => onTake(one)}>
          Use “{one.from}”
        </button>
      ))}
    </p>
  )
}

/** The address that would be asked first, what to mind about it, and the way to it. */
function Asked({
  form,
  text,
  suggestions,
}: {
  readonly form: AddressForm
  readonly text: string
  readonly suggestions: readonly Suggestion[]
}) {
  const door = useStanding((standing) => standing.door)
  const online = useOnline()
  const read = readAddress(firstAddress(form, text))
  if (!read.ok) {
    return (
      <p className={styles.bad} role="status">
        {addressFaultWords[read.fault.code](read.fault.values)}
      </p>
    )
  }
  const { url } = read.value
  const warnings = warningsOf(read.value, suggestions)
  const reachable = online || url.startsWith('http:')
  return (
    <>
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {door && reachable ? (
        <>
          <code className={styles.address}>{url}</code>
          <p className={styles.row}>
            <button type="button" data-opens-door className={styles.button} onClick={() => openDoor(url)}>
              Review and fetch…
            </button>
          </p>
          <p className={styles.note}>{form === 'keys' ? oneStep : twoSteps}</p>
        </>
      ) : (
        <>
          <p className={styles.note} role="status">
            {door ? withoutDoor.offline : withoutDoor.file}
          </p>
          <code className={styles.address}>{curlLine(url)}</code>
          <p className={styles.row}>
            <CopyButton label="Copy the command" text={curlLine(url)} />
          </p>
        </>
      )}
    </>
  )
}

function warningsOf(address: Address, suggestions: readonly Suggestion[]): string[] {
  const lines = address.doubts.map(({ code, text }) => addressDoubtWords[code](text))
  const issuer = suggestions.find(({ from }) => from === 'iss')
  const known = issuer === undefined ? null : readAddress(issuer.text)
  if (known?.ok && known.value.host !== address.host)
    lines.unshift(hostsDiffer(address.host, known.value.host))
  if (address.dropped.length > 0) lines.push(droppedText(address.dropped))
  return lines
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (follow) => {
      addEventListener('online', follow)
      addEventListener('offline', follow)
      return () => {
        removeEventListener('online', follow)
        removeEventListener('offline', follow)
      }
    },
    () => navigator.onLine,
  )
}
