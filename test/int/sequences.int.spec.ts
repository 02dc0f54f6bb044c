import { expect, it } from 'vitest'
import { runSequences } from '../helpers/sequences/runSequences.ts'

const COMMANDS = 1500

// Guards: all of them. Random sequences of what people, the clock and restarts do, against a model written by hand.
// `npm run campaign -- sequences` runs as many as one asks for.
it('does what the model says in fifteen hundred commands, and nothing else', { timeout: 900_000 }, async () => {
  const seed = Number(process.env.FC_SEED ?? 20_261_125)
  const executed = await runSequences(COMMANDS, seed)
  console.log(`sequences (seed ${String(seed)}): ${JSON.stringify(executed)}`)
  expect(executed.all).toBeGreaterThanOrEqual(COMMANDS)
})
