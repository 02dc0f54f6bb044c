import { describe, expect, it } from 'vitest'
import { saveInTurn } from '../../../packages/plugin-imprimatur/src/admin/saveInTurn.ts'

/** Saves that are answered by hand: `answers` gives for each whether something may follow. */
function aForm() {
  const steps: { mayVoid: boolean; answer: (mayFollow: boolean) => void }[] = []
  const isSaving = { current: false }
  const shown: boolean[] = []
  const save = saveInTurn({
    isSaving,
    step: (mayVoid) =>
      new Promise((answer) => {
        steps.push({ mayVoid, answer })
      }),
    onSaving: (saving) => {
      shown.push(saving)
    },
  })
  return { isSaving, save, shown, steps }
}

describe('saves of a form', () => {
  it('run one at a time, and one that is asked for meanwhile follows once', async () => {
    const { isSaving, save, shown, steps } = aForm()
    const saved = save(false)
    await save(false)
    await save(false)
    expect(steps.length).toBe(1)
    steps[0]?.answer(true)
    await expect.poll(() => steps.length).toBe(2)
    steps[1]?.answer(true)
    await saved
    expect([steps.length, isSaving.current, shown]).toEqual([2, false, [true, false]])
  })

  it('end where nothing may follow', async () => {
    const { save, steps } = aForm()
    const saved = save(false)
    await save(false)
    steps[0]?.answer(false)
    await saved
    expect(steps.length).toBe(1)
  })

  it('take sign-offs back when that was said of them', async () => {
    const { save, steps } = aForm()
    const saved = save(false)
    await save(true)
    steps[0]?.answer(true)
    await expect.poll(() => steps.length).toBe(2)
    steps[1]?.answer(true)
    await saved
    expect(steps.map(({ mayVoid }) => mayVoid)).toEqual([false, true])
  })

  it('take none back that follow one of which it was said', async () => {
    const { save, steps } = aForm()
    const saved = save(true)
    await save(false)
    steps[0]?.answer(true)
    await expect.poll(() => steps.length).toBe(2)
    steps[1]?.answer(true)
    await saved
    expect(steps.map(({ mayVoid }) => mayVoid)).toEqual([true, false])
  })

  // Guard: what was said of one save is no answer for the next, whether that one was sent, ended early or never began.
  it.each([true, false])(
    'ask anew after one that came to nothing, whether others may follow or not: %s',
    async (may) => {
      const { save, steps } = aForm()
      const first = save(true)
      steps[0]?.answer(may)
      await first
      const second = save(false)
      await save(true)
      steps[1]?.answer(false)
      await second
      const third = save(false)
      steps[2]?.answer(true)
      await third
      expect(steps.map(({ mayVoid }) => mayVoid)).toEqual([true, false, false])
    },
  )
})
