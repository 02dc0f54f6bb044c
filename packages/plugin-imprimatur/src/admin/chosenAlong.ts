import type { Option } from '../domain/workflow/index.ts'
import { keyOf } from './createDesk.ts'
import type { Companion } from './deskApi.ts'

/** By the key of a piece, whether somebody has ticked it. */
export type Ticked = Readonly<Record<string, boolean>>

/**
 * What goes along with a move: what it needs; of a submission what the person wrote, too; of a sign-off all that is offered.
 *
 * @param ticked what somebody has said themself: it holds, however often the rest is read again
 */
export function chosenAlong(
  docs: readonly Companion[],
  move: Pick<Option, 'name'>,
  ticked: Ticked,
): readonly Companion[] {
  return docs.filter((each) => goes(each, move) && (ticked[keyOf(each)] ?? isChosen(each, move)))
}

/** Whether it can make the move together with the piece. */
export function goes(companion: Companion, move: Pick<Option, 'name'>): boolean {
  return moveOf(companion, move)?.allowed === true
}

export function moveOf(companion: Companion, move: Pick<Option, 'name'>): Option | undefined {
  return companion.moves.find(({ name }) => name === move.name)
}

function isChosen({ needed, own }: Companion, move: Pick<Option, 'name'>): boolean {
  return needed || move.name === 'sign_off' || (move.name === 'submit' && own)
}
