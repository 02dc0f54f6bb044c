import { expect, it } from 'vitest'
import { runSequences } from '../helpers/sequences/runSequences.ts'

// Guards: all of them. Random sequences of what people, the clock and restarts do, against a model written by hand.
// `npm run campaign -- sequences` runs as many as one asks for.
it('does what the model says in a thousand commands, and nothing else', { timeout: 600_000 }, async () => {
  const seed = Number(process.env.FC_SEED ?? 20_261_125)
  const executed = await runSequences(1000, seed)
  console.log(`sequences (seed ${String(seed)}): ${JSON.stringify(executed)}`)
  expect(executed.all).toBeGreaterThanOrEqual(1000)
})
