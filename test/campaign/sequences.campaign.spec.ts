import { expect, it } from 'vitest'
import { runSequences } from '../helpers/sequences/runSequences.ts'

const commands = Number(process.env.COMMANDS ?? 100_000)
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31)

it(`does what the model says in ${String(commands)} commands (seed ${String(seed)})`, async () => {
  const executed = await runSequences(commands, seed, ({ all }) => {
    console.log(`${String(all)} of ${String(commands)} commands`)
  })
  console.log(`sequences (seed ${String(seed)}): ${JSON.stringify(executed)}`)
  expect(executed.all).toBeGreaterThanOrEqual(commands)
})
