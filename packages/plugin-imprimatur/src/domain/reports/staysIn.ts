import type { Stage, WorkflowEvent } from '../workflow/index.ts'

/** What a report needs of an event. */
export type LoggedMove = Pick<WorkflowEvent, 'piece' | 'seq' | 'transition' | 'from' | 'to' | 'at'>

/** A time that a piece spent at a stage, in seconds. */
export type Stay = { readonly stage: Stage; readonly seconds: number }

/** How rounds of review ended: with the last sign-off that was needed, or sent back. */
export type Rounds = { readonly approved: number; readonly sentBack: number; readonly rate: number | null }

/** Pieces of which the first of these moves leaves a stage that was entered before. */
export function needsEarlier(moves: readonly LoggedMove[]): readonly string[] {
  return [...byPiece(moves)].flatMap(([piece, [first]]) => (first && first.from !== null ? [piece] : []))
}

/**
 * The stays that ended with one of `moves`. A stay begins with the move that changed the stage last, which may be among the `earlier` ones; one whose beginning
 * is not known is left out.
 *
 * @param moves in any order
 */
export function staysIn(moves: readonly LoggedMove[], earlier: readonly LoggedMove[]): readonly Stay[] {
  const ending = new Set(moves)
  return [...byPiece([...moves, ...earlier]).values()].flatMap((own) => {
    let since: string | null = null
    return own.flatMap((move): Stay[] => {
      if (move.from === move.to) return []
      const began = since
      since = move.at
      if (move.from === null || began === null || !ending.has(move)) return []
      return [{ stage: move.from, seconds: Math.max(0, Date.parse(move.at) - Date.parse(began)) / 1000 }]
    })
  })
}

/** `rate` is the part of the rounds that were sent back, from 0 to 1; null without any. */
export function roundsIn(moves: readonly LoggedMove[]): Rounds {
  const sentBack = moves.filter(({ transition }) => transition === 'request_changes').length
  const approved = moves.filter(
    ({ from, to, transition }) => transition === 'sign_off' && from === 'in_review' && to === 'approved',
  ).length
  const all = approved + sentBack
  return { approved, sentBack, rate: all === 0 ? null : sentBack / all }
}

function byPiece(moves: readonly LoggedMove[]): ReadonlyMap<string, readonly LoggedMove[]> {
  const found = new Map<string, LoggedMove[]>()
  for (const move of moves.toSorted((one, other) => one.seq - other.seq)) {
    const own = found.get(move.piece)
    if (own) own.push(move)
    else found.set(move.piece, [move])
  }
  return found
}
