import { afterAll, beforeAll, describe, it } from 'vitest'
import { openTrack, RACES, runRace, type Track } from '../helpers/races.ts'

/** npm run campaign -- races --rounds 200 */
const ROUNDS = Number(process.env.ROUNDS ?? '200')

let track: Track
let close: () => Promise<void>

beforeAll(async () => {
  ;({ track, close } = await openTrack())
})

afterAll(() => close())

describe('two requests at the same moment, many times', () => {
  it.each(RACES)('$name', async (race) => {
    const { met } = await runRace(track, race, ROUNDS)
    console.log(`${race.name}: ${String(ROUNDS)} rounds, both at the barrier in ${String(met)}`)
  })
})
