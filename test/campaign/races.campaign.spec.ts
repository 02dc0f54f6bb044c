import { afterAll, beforeAll, describe, it } from 'vitest'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aTrack, aTrackClock, RACES, runRace, type Track } from '../helpers/races.ts'

/** npm run campaign -- races --rounds 200 */
const ROUNDS = Number(process.env.ROUNDS ?? '200')

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

describe('two requests at the same moment, many times', () => {
  it.each(RACES)('$name', async (race) => {
    const { met } = await runRace(track, race, ROUNDS)
    console.log(`${race.name}: ${String(ROUNDS)} rounds, both at the barrier in ${String(met)}`)
  })
})
