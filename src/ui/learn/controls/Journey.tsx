import { useState } from 'react'
import { says, stationWords } from '../../../content/lessons/where.ts'
import {
  files,
  HEADER_LIMIT,
  headerValue,
  lineOctets,
  reaches,
  type SetUp,
  type Station,
  servers,
  stations,
} from '../../../state/lessons/journey.ts'
import { putIn } from '../../../state/lessons/learning.ts'
import { claim } from '../../../state/lessons/payload.ts'
import { answerText, lookAt, statusLine } from '../../../state/lessons/stations.ts'
import {
  keyIn,
  type Replay,
  refreshToken,
  replays,
  setOut,
  token,
  trials,
  tripOf,
  type Work,
  withGroups,
} from '../../../state/lessons/where.ts'
import { setInputs } from '../../../state/store.ts'
import { octetCount } from '../../common/count.ts'
import { Act } from '../Act.tsx'
import { filled } from '../filled.ts'
import type { ControlsProps } from '../kit.ts'
import shared from '../Learn.module.css'
import styles from './Journey.module.css'

/** Claims that JWTAuthentication decides by. */
const seen = ['token_type', 'exp', 'user_id'] as const

/** Octets that a browser keeps in a cookie at least (RFC 6265 section 6.1). */
const COOKIE = 4096

export function Journey({ work, scene, change }: ControlsProps<Work>) {
  const { secret, setUp, at, visited, trial, broken, named, solved } = work
  const [groups, setGroups] = useState(0)
  const [other, setOther] = useState<Replay | ''>('')
  const trip = tripOf(work, scene)
  const { now } = scene.inputs
  const index = stations.indexOf(at)
  const octets = lineOctets(headerValue(setUp, scene.inputs.text))

  const look = (station: Station) =>
    change({ at: station, ...(!visited.includes(station) && { visited: [...visited, station] }) })
  const send = async (text: Promise<string>, count = 0) => {
    setGroups(count)
    putIn({ text: await text })
  }

  const sight = {
    setUp,
    token: scene.inputs.text,
    user: trip?.user ?? null,
    answer: trip?.answer ?? null,
    verdict: `${says.verdict}: ${scene.word}`,
    claims: seen.map((name) => `${name}: ${JSON.stringify(claim(scene, name)) ?? says.absent}`),
    nothing: says.none,
  }

  return (
    <div className={styles.journey}>
      <fieldset className={shared.group}>
        <legend>{says.setUps}</legend>
        {trials.map((id, i) => (
          <button
            key={id}
            type="button"
            className={shared.quiet}
            aria-pressed={trial === id}
            onClick={async () => {
              const { inputs, work: set } = await setOut(id, secret, now)
              setGroups(0)
              putIn(inputs)
              change(set)
            }}
          >
            {filled(says.trial, { n: String(i + 1) })}
            {solved.includes(id) && ' ✓'}
          </button>
        ))}
      </fieldset>

      <section aria-label={says.answer}>
        <h4>{says.answer}</h4>
        <pre data-status={trip?.answer?.status ?? 'none'}>
          {trip === null ? '…' : trip.answer === null ? says.noAnswer : answerText(trip.answer, says.page)}
        </pre>
        <p role="status">
          {trial !== null &&
            broken !== null &&
            !solved.includes(trial) &&
            (trip?.lost == null ? says.repaired : named === broken.lost && says.found)}
        </p>
      </section>

      <ol className={styles.stations} aria-label={says.stations}>
        {stations.map((station) => (
          <li key={station}>
            <button
              type="button"
              aria-current={station === at ? 'step' : undefined}
              onClick={() => look(station)}
            >
              {stationWords[station][0]}
              {visited.includes(station) && <span aria-hidden="true">✓</span>}
            </button>
          </li>
        ))}
      </ol>
      <section aria-label={says.station}>
        <h4 aria-live="polite">
          {index + 1} · {stationWords[at][0]}
        </h4>
        <p>{stationWords[at][1]}</p>
        {trip === null || reaches(trip, at) ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          <pre tabIndex={0}>{lookAt(at, sight)}</pre>
        ) : (
          <p>{says.unreached}</p>
        )}
        {(at === 'browser' || at === 'proxy') && (
          <p>
            {filled(says.size, {
              octets: octetCount(octets),
              header: String(Math.round((100 * octets) / HEADER_LIMIT)),
              cookie: String(Math.round((100 * scene.inputs.text.length) / COOKIE)),
            })}
          </p>
        )}
        <p className={shared.buttons}>
          {(['previous', 'next'] as const).map((way) => {
            const other = stations[index + (way === 'next' ? 1 : -1)]
            return (
              <button
                key={way}
                type="button"
                className={shared.quiet}
                disabled={other === undefined}
                onClick={() => other !== undefined && look(other)}
              >
                {says[way]}
              </button>
            )
          })}
          {trial !== null && <Act label={says.lostHere} act={() => change({ named: at })} />}
        </p>
      </section>

      <Switches setUp={setUp} change={(set) => change({ setUp: { ...setUp, ...set } })} />

      <fieldset className={shared.group}>
        <legend>{says.token}</legend>
        <Act label={says.renew} act={() => send(token(secret, now))} />
        <Act label={says.refresh} act={() => send(refreshToken(secret, now))} />
        <Act label={says.grow} act={() => send(withGroups(secret, now, groups + 200), groups + 200)} />
        <Act label={says.key} act={() => setInputs(keyIn(secret))} />
        <select
          aria-label={says.replay}
          className={styles.replay}
          value={other}
          onChange={({ target }) => setOther(target.value as Replay | '')}
        >
          <option value="">{says.replay}</option>
          {(Object.keys(replays) as Replay[]).map((id) => (
            <option key={id} value={id}>
              {says.replays[id]}
            </option>
          ))}
        </select>
        <Act
          label={says.send}
          isReady={other !== ''}
          act={() => other !== '' && send(replays[other](secret, now))}
        />
      </fieldset>
      <p className="unseen" role="status">
        {trip?.answer != null && statusLine(trip.answer)}
      </p>
    </div>
  )
}

const choices = {
  scheme: ['Bearer', 'bearer', 'JWT'],
  server: servers,
  types: [['Bearer'], ['JWT'], ['JWT', 'Bearer'], ['Bearer', 'bearer']],
  passes: [false, true],
  permission: ['IsAuthenticated', 'AllowAny'],
  file: files,
} as const satisfies { readonly [Name in keyof SetUp]: readonly SetUp[Name][] }

function Switches({ setUp, change }: { readonly setUp: SetUp; change(set: Partial<SetUp>): void }) {
  return (
    <fieldset className={styles.switches}>
      <legend>{says.settings}</legend>
      {(Object.keys(choices) as (keyof SetUp)[]).map((name) => {
        const options = choices[name].map(labelOf)
        return (
          <label key={name}>
            <span>{says.switches[name]}</span>
            <select
              value={labelOf(setUp[name])}
              disabled={name === 'passes' && setUp.server !== 'mod_wsgi'}
              onChange={({ target }) => change({ [name]: choices[name][target.selectedIndex] })}
            >
              {options.map((label) => (
                <option key={label}>{label}</option>
              ))}
            </select>
          </label>
        )
      })}
    </fieldset>
  )
}

function labelOf(value: SetUp[keyof SetUp]): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  return typeof value === 'string' ? value : value.join(', ')
}
