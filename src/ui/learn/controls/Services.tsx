import { says } from '../../../content/lessons/sso.ts'
import { putIn } from '../../../state/lessons/learning.ts'
import {
  type Check,
  checks,
  type Delivery,
  decide,
  letterIn,
  letterNames,
  noticed,
  type Service,
  send,
  services,
  signIn,
  tokenNames,
  unsent,
  type Work,
} from '../../../state/lessons/sso.ts'
import { setInputs } from '../../../state/store.ts'
import { Act } from '../Act.tsx'
import { filled } from '../filled.ts'
import type { ControlsProps } from '../kit.ts'
import styles from '../Learn.module.css'

export function Services({ work, scene, change }: ControlsProps<Work>) {
  const { provider, keys, tokens, letters, nonce, on, sent, decided } = work
  if (provider === null || keys === null || letters === null) return null
  const putKey = (keyText: string) => setInputs({ keyText, keyFormat: 'detect' })
  const login = async () => {
    const handedOut = await signIn(provider, scene.inputs.now)
    putIn({ text: handedOut.tokens!['ID token'], keyText: keys.provider, keyFormat: 'detect' })
    change({ ...handedOut, sent: [] })
  }
  const letter = letterIn(work, scene)
  // What is decided is decided of a token that was looked at.
  const isReady = scene.answer !== null
  return (
    <>
      <p className={styles.buttons}>
        <Act label={says.login} act={login} />
      </p>
      {tokens !== null && (
        <>
          <p>
            {says.nonce}
            <code>{nonce}</code>
          </p>
          <fieldset className={styles.group}>
            <legend>{says.tokens}</legend>
            {tokenNames.map((name) => (
              <Act key={name} label={upper(name)} act={() => putIn({ text: tokens[name] })} />
            ))}
          </fieldset>
          {services.map((service) => (
            <fieldset key={service} className={styles.group}>
              <legend>{filled(says.service, { service: upper(service) })}</legend>
              {checks[service].map((check) => (
                <label key={check}>
                  <input
                    type="checkbox"
                    checked={on[service].includes(check)}
                    onChange={() => change({ on: { ...on, [service]: toggled(on[service], check) } })}
                  />{' '}
                  {check}
                </label>
              ))}
              <Act
                {...{ isReady }}
                label={filled(says.send, { service })}
                act={() => change(send(service, work, scene))}
              />
              {unsent(service, work).length > 0 && (
                <small>{filled(says.unsent, { tokens: unsent(service, work).join(', ') })}</small>
              )}
            </fieldset>
          ))}
          <ul aria-label={says.sent} aria-live="polite">
            {sent.map((delivery) => (
              <li key={`${delivery.service} ${delivery.token}`}>{outcome(work, delivery)}</li>
            ))}
          </ul>
        </>
      )}
      <fieldset className={styles.group}>
        <legend>{says.letters}</legend>
        {letterNames.map((name) => (
          <Act key={name} label={says.letter[name]} act={() => putIn({ text: letters[name] })} />
        ))}
        <Act {...{ isReady }} label={says.accept} act={() => change(decide(true, work, scene))} />
        <Act {...{ isReady }} label={says.reject} act={() => change(decide(false, work, scene))} />
        <p role="status">
          {letter === null
            ? says.none
            : decided[letter] !== undefined &&
              filled(decided[letter].accepted ? says.accepted : says.rejected, {
                letter: says.letter[letter],
              })}
        </p>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{says.keys}</legend>
        {(['provider', 'partner', 'shared'] as const).map((name) => (
          <Act key={name} label={says.key[name]} act={() => putKey(keys[name])} />
        ))}
      </fieldset>
    </>
  )
}

/** What a service makes of a token, with the checks that it has now. */
function outcome(work: Work, delivery: Delivery): string {
  const claims = noticed(work, delivery).join(', ')
  const token = delivery.token ?? says.unknown
  return filled(claims === '' ? says.accepts : says.refuses, { service: delivery.service, token, claims })
}

function toggled(on: readonly Check[], check: Check): readonly Check[] {
  return on.includes(check) ? on.filter((other) => other !== check) : [...on, check]
}

function upper(name: Service | (typeof tokenNames)[number]): string {
  return name[0]!.toUpperCase() + name.slice(1)
}
