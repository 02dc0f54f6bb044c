import { expect, it } from 'vitest'
import { crashes, runCrashes } from '../helpers/runCrashes.ts'

/** npm run campaign -- crash --rounds 100 */
const ROUNDS = Number(process.env.ROUNDS ?? '100')
const SEED = Number(process.env.FC_SEED ?? String(Date.now() % 1_000_000))

it(`keeps every answer over ${String(ROUNDS)} times SIGKILL (FC_SEED=${String(SEED)})`, async () => {
  const { faults, ledger } = await runCrashes(crashes(ROUNDS, SEED), console.log)
  console.log(`${String(ledger.answered)} answers, ${String(ledger.unanswered)} requests were cut off`)
  expect(faults).toEqual([])
})
