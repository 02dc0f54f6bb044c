import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { plot, ratiosIn } from '../bench/scale/plotTable.ts'

const ratios = ratiosIn(readFileSync('docs/benchmarks.md', 'utf8'))

it('docs/images/scale.svg is of the table in docs/benchmarks.md', () => {
  expect(ratios).toContainEqual(expect.objectContaining({ what: 'by slug' }))
  expect(readFileSync('docs/images/scale.svg', 'utf8'), 'npx tsx test/bench/scale/plot.ts draws it').toBe(plot(ratios))
})
