import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onServer } from '../helpers/openNewsroom.ts'
import { openTrack, RACES, runRace, type Track } from '../helpers/races.ts'

// Guards: `(piece, seq)` unique, the row of the dossier written with each change of a piece, one writer at a time on
// SQLite, retries on MongoDB and Postgres. `npm run campaign` runs the same with many more rounds.

let track: Track
let close: () => Promise<void>

beforeAll(async () => {
  ;({ track, close } = await openTrack())
})

afterAll(() => close())

describe('two requests at the same moment come out as the table has it, in one order or the other', () => {
  it.each(RACES)('$name', async (race) => {
    const rounds = onServer() ? 4 : 2
    const { met } = await runRace(track, race, rounds)
    expect(met).toBeGreaterThanOrEqual(rounds / 2)
  })
})
