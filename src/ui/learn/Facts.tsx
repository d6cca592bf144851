import { Fragment } from 'react'
import type { Fact } from '../../content/lessons/words.ts'
import { learn } from '../../content/messages/learn.ts'
import { SpecLink } from '../common/SpecLink.tsx'
import styles from './Learn.module.css'

/** What is to be known, and where it is written: after the guess, and always on paper. */
export function Facts({ facts, shown }: { readonly facts: readonly Fact[]; readonly shown: boolean }) {
  return (
    <section aria-labelledby="lesson-facts" className={styles.facts} data-shown={shown}>
      <h3 id="lesson-facts">{learn.facts}</h3>
      <ul>
        {facts.map(({ text, specs }) => (
          <li key={text}>
            {text}{' '}
            <span className={styles.specs}>
              {specs.map((id, i) => (
                <Fragment key={id}>
                  {i > 0 && ', '}
                  <SpecLink id={id} />
                </Fragment>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
