import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aTrack, aTrackClock, RACES, runRace, type Track } from '../helpers/races.ts'

// Guards: `(piece, seq)` unique, the row of the dossier written with each change of a piece, one writer at a time on
// SQLite, retries on MongoDB. `npm run campaign` runs the same with many more rounds.

let newsroom: TestNewsroom
let track: Track

beforeAll(async () => {
  const gate = aBarrierGate()
  const clock = aTrackClock()
  newsroom = await openNewsroom({ now: () => clock.now, barrier: gate.barrier })
  track = aTrack(newsroom, gate, clock)
})

afterAll(async () => {
  await newsroom.close()
})

describe('two requests at the same moment come out as the table has it, in one order or the other', () => {
  it.each(RACES)('$name', async (race) => {
    const rounds = process.env.TEST_DATABASE === 'mongodb' ? 4 : 2
    const { met } = await runRace(track, race, rounds)
    expect(met).toBeGreaterThanOrEqual(rounds / 2)
  })
})
