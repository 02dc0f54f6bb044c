import { expect, it } from 'vitest'
import { inFull } from '../helpers/inFull.ts'
import { runSequences } from '../helpers/sequences/runSequences.ts'

const COMMANDS = inFull(1500, 300)

// Guards: all of them. Random sequences of what people, the clock and restarts do, against a model written by hand.
// `npm run campaign -- sequences` runs as many as one asks for.
it('does what the model says, command by command, and nothing else', { timeout: 900_000 }, async () => {
  const seed = Number(process.env.FC_SEED ?? 20_261_125)
  const executed = await runSequences(COMMANDS, seed)
  console.log(`sequences (seed ${String(seed)}): ${JSON.stringify(executed)}`)
  expect(executed.all).toBeGreaterThanOrEqual(COMMANDS)
})
