import { describe, expect, it } from 'vitest'
import { sayProgress } from '../../../packages/plugin-imprimatur/src/operations/audit/sayProgress.ts'

describe('the progress of an audit', () => {
  it('is said every five seconds at most, with what there was at the beginning', () => {
    const said: string[] = []
    let time = 0
    const progress = sayProgress(
      (line) => said.push(line),
      () => time,
    )
    for (const [at, done] of [
      [100, 200],
      [4_999, 400],
      [5_000, 1_600],
      [9_999, 1_800],
      [10_000, 2_000],
    ] as const) {
      time = at
      progress(done, 100_000)
    }
    expect(said).toEqual(['1,600 of 100,000 pieces were audited.', '2,000 of 100,000 pieces were audited.'])
  })
})
