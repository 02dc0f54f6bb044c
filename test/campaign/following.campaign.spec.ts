import { describe, it } from 'vitest'
import { runFollowing } from '../helpers/runFollowing.ts'

/** npm run campaign -- following --commands 10000 --instances 2 --minutes 60 */
const MOVES = Number(process.env.COMMANDS ?? '10000')
const SEED = Number(process.env.FC_SEED ?? '20261124')
const INSTANCES = process.env.INSTANCES === '2' ? 2 : 1
const UNTIL = process.env.MINUTES ? Date.now() + Number(process.env.MINUTES) * 60_000 : Infinity

describe('whoever follows', () => {
  it('ends with exactly what is public', async () => {
    const { moves, published, disturbed } = await runFollowing({
      moves: MOVES,
      seed: SEED,
      instances: INSTANCES,
      until: UNTIL,
    })
    console.info(`${String(moves)} moves, ${String(published)} publications, ${String(disturbed)} disturbances`)
  })
})
