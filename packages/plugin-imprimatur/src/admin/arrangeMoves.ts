import type { Option } from '../domain/workflow/index.ts'

export type ArrangedMoves = {
  /** The one that the piece is waiting for, if this person may do it. */
  readonly leading: Option | null
  /** What they may do beside it. */
  readonly others: readonly Option[]
  /** What they could do at this stage once something has been put right. */
  readonly held: readonly Option[]
  /** What does not start from this stage. */
  readonly otherStage: readonly Option[]
  /** What others do. */
  readonly otherHands: readonly Option[]
}

/** Moves that take a piece forward, the furthest first. */
const LEADING: readonly string[] = ['publish', 'sign_off', 'submit', 'restore']

/** Sorts the moves of a piece into what one person may do now and what is in the way of the rest. */
export function arrangeMoves(moves: readonly Option[]): ArrangedMoves {
  const allowed = moves.filter((move) => move.allowed)
  const refused = moves.filter((move) => !move.allowed)
  const leading = LEADING.flatMap((name) => allowed.filter((move) => move.name === name))[0] ?? null
  return {
    leading,
    others: allowed.filter((move) => move !== leading),
    held: refused.filter((move) => !isFor(move, 'forbidden') && !isFor(move, 'wrong_stage')),
    otherStage: refused.filter((move) => isFor(move, 'wrong_stage')),
    otherHands: refused.filter((move) => isFor(move, 'forbidden')),
  }
}

/** Whether a publication waits for nothing but its gates, which may let it pass together with the pieces that it refers to. */
export function isHeldByOthers(move: Option): boolean {
  return move.name === 'publish' && move.blockers.every(({ code }) => code === 'gate_failed')
}

function isFor(move: Option, code: string): boolean {
  return move.blockers.some((blocker) => blocker.code === code)
}
