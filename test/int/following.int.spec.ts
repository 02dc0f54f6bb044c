import { describe, it } from 'vitest'
import { inFull } from '../helpers/inFull.ts'
import { runFollowing } from '../helpers/runFollowing.ts'

/** The short form of `npm run campaign -- following`. */
describe('whoever follows', () => {
  it('ends with exactly what is public: by looking, over a line that breaks, and by webhooks of which half fail', async () => {
    await runFollowing({ moves: inFull(160, 40), seed: Number(process.env.FC_SEED ?? '20261124') })
  }, 600_000)

  it('does so, too, of two processes of which one is killed, again and again', async () => {
    await runFollowing({ moves: inFull(80, 40), seed: Number(process.env.FC_SEED ?? '20261124'), instances: 2 })
  }, 600_000)
})
