import { expect } from 'vitest'
import type { LessonWords } from '../../../src/content/lessons/words.ts'
import { inspect } from '../../../src/core/inspect.ts'
import { memberValue } from '../../../src/core/json/read.ts'
import { useExpectations } from '../../../src/state/expectations.ts'
import type { Lesson, Scene } from '../../../src/state/lessons/lesson.ts'
import { claimsIn } from '../../../src/state/lessons/payload.ts'
import { wordOf } from '../../../src/state/settled.ts'
import { type Inputs, useInputs } from '../../../src/state/store.ts'
import { verify } from '../../../src/state/verification.ts'

/** A moment to make exercises at, in seconds since the epoch. */
export const NOW = 1_795_000_000

/** The page with these inputs, checked. */
export async function sceneOf(change: Partial<Inputs>, more: Partial<Scene> = {}): Promise<Scene> {
  const nothing = { text: '', keyText: '', keyFormat: 'detect', detached: '', now: NOW } as const
  const inputs: Inputs = { ...useInputs.getInitialState(), ...nothing, ...change }
  const inspection = inspect(inputs.text, inputs.selected)
  const answer = await verify(inputs)
  const word = wordOf({ inspection, answer })
  return {
    inputs,
    inspection,
    answer,
    word,
    expectations: useExpectations.getInitialState(),
    chosen: null,
    ...more,
  }
}

/** The same page with a claim clicked. */
export function clicked(scene: Scene, name: string): Scene {
  const document = claimsIn(scene)!
  const at = document.from[memberValue(document, 0, name)! - 1]!
  return { ...scene, chosen: { in: 'segment', name: 'payload', octets: { from: at, to: at + 1 } } }
}

/** What came of each task, as `task: state` or `task: wrong because`. */
export function outcomes<Work, W extends LessonWords>(
  lesson: Lesson<Work, W>,
  work: Work,
  scene: Scene,
): readonly string[] {
  return lesson
    .steps(work, scene)
    .map(
      ({ task, state, why }) => `${String(task)}: ${why === undefined ? state : `${state} ${String(why)}`}`,
    )
}

/** An exercise as the page has it once it was put into the boxes. */
export async function begun<Work, W extends LessonWords>(lesson: Lesson<Work, W>) {
  const { inputs, work } = await lesson.exercise(NOW)
  const scene = await sceneOf(inputs)
  expect(lesson.steps(work, scene).some(({ state }) => state !== 'done')).toBe(true)
  return { inputs, work: lesson.observe?.(work, scene) ?? work, scene }
}
