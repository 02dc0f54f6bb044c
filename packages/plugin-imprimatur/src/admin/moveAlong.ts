import type { Companion, DeskApi, MoveInput, Piece } from './deskApi.ts'

/** Makes a move of a piece, and the same of what goes along, in one step: all or none. */
export async function moveAlong(
  api: Pick<DeskApi, 'move' | 'moveTogether'>,
  piece: Piece,
  input: MoveInput,
  along: readonly Companion[],
): ReturnType<DeskApi['move']> {
  if (along.length === 0) return api.move(piece, input)
  const { at, review, transition } = input
  const others = along.map(({ collection, digest, id }) => ({
    collection,
    id,
    transition,
    digest,
    ...(at === undefined ? {} : { at }),
    ...(review === undefined ? {} : { review }),
  }))
  const [own] = await api.moveTogether([{ collection: piece.collection, id: piece.id, ...input }, ...others])
  if (!own) throw new Error('The answer has no result of the piece.')
  return own
}
