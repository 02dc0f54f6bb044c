import { describe, it } from 'vitest'
import { usePanel } from '../helpers/panel.ts'
import { runWordRound, wordRounds } from '../helpers/wordRounds.ts'

/** npm run campaign -- words --rounds 1000 */
const ROUNDS = Number(process.env.ROUNDS ?? '1000')
const SEED = Number(process.env.FC_SEED ?? '20261124')

describe('somebody who types loses no word', () => {
  const panel = usePanel()
  it.each(wordRounds(ROUNDS, SEED).map((round, nth) => [nth, round.fault, round] as const))(
    'round %i: %s',
    async (_, __, round) => {
      await runWordRound(panel, 'editor', round)
    },
    180_000,
  )
})
