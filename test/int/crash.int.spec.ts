import { expect, it } from 'vitest'
import { inFull } from '../helpers/inFull.ts'
import { crashes, runCrashes } from '../helpers/runCrashes.ts'

// Guards: one transaction for the piece, the event and the dossier; the answer after the commit; files before their
// document. `npm run campaign -- crash` does it a hundred times.

it('keeps every answer, and nothing half-public, over a SIGKILL at random moments and between two steps', async () => {
  const { faults, ledger } = await runCrashes(crashes(inFull(3, 2), 20260301))
  expect(faults).toEqual([])
  expect(ledger.answered).toBeGreaterThan(20)
}, 600_000)
