import { describe, expect, it } from 'vitest'
import { arrangeMoves } from '../../../packages/plugin-imprimatur/src/admin/arrangeMoves.ts'
import { options } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aSituation } from '../workflow/builders.ts'
import {
  ASKERS,
  EXPECTATIONS,
  newestDigest,
  SITUATIONS,
  type Expectation,
  type SituationName,
} from '../workflow/expectations.ts'

// The panel shows what arrangeMoves makes of the API's `transitions`; who may do what when is written by hand in expectations.ts.
// The browser test of the same is test/e2e/offeredMoves.e2e.spec.ts.
describe.each(Object.keys(SITUATIONS) as SituationName[])('from %s, the panel', (situation) => {
  it.each(Object.keys(ASKERS) as Expectation['asker'][])('offers and explains to %s what the rules say', (asker) => {
    const moves = options(aSituation(ASKERS[asker], SITUATIONS[situation], { digest: newestDigest(situation) }))
    const { held, leading, otherHands, others, otherStage } = arrangeMoves(moves)
    const expected = (is: (outcome: Expectation['outcome']) => boolean) =>
      EXPECTATIONS.filter((each) => each.context === situation && each.asker === asker && is(each.outcome))
        .map(({ transition }) => transition)
        .toSorted()
    // What readers have unreviewed and its next revision can be signed off each.
    const named = (some: readonly { name: string }[]) => [...new Set(some.map(({ name }) => name))].toSorted()

    expect(named([...(leading ? [leading] : []), ...others])).toEqual(expected((outcome) => 'to' in outcome))
    expect(named(otherHands)).toEqual(expected((outcome) => 'code' in outcome && outcome.code === 'forbidden'))
    expect(named(otherStage)).toEqual(expected((outcome) => 'code' in outcome && outcome.code === 'wrong_stage'))
    expect(held).toEqual([])
    for (const refused of [...otherHands, ...otherStage]) {
      expect(refused.blockers.every(({ message }) => message.length > 0)).toBe(true)
      expect(refused.blockers.length).toBeGreaterThan(0)
    }
  })
})
