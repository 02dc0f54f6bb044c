import { coded } from '../errors/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { findBatches } from './rows.ts'

/**
 * Where a reader stands.
 *
 * Up to `start` they are told only of what is public, since they began with nothing; behind it of everything. `mark` is that of the batch in which
 * the later of both numbers is: so a cursor is known by the log that it is of.
 */
export type Position = {
  readonly seq: number
  readonly start: number
  readonly mark: string
}

/** As texts, cursors are `{seq}.{start}.{mark}`, and `.{collection}` for who follows one alone. Readers need not know. */
const FORM = /^(\d{1,15})\.(\d{1,15})\.([0-9a-f]{16})(?:\.([a-z0-9_-]{1,100}))?$/i

export function cursorOf({ seq, start, mark }: Position, collection: string | undefined): string {
  return [seq, Math.max(seq, start), mark, ...(collection === undefined ? [] : [collection])].join('.')
}

/**
 * The position that a cursor stands for.
 *
 * @param collection what is followed now: a cursor that has left out other changes cannot go on with them
 * @throws CodedError `invalid_value` for what is no cursor, `cursor_reset` for one of another log, or from before what is kept.
 */
export async function positionAt(req: InPayload, cursor: string, collection: string | undefined): Promise<Position> {
  const [whole, seq, start, mark = '', of] = FORM.exec(cursor) ?? []
  if (whole === undefined) throw coded('invalid_value', { field: 'since', message: 'This is no cursor.' })
  if (of !== undefined && of !== collection) {
    throw coded('invalid_value', { field: 'since', message: `This cursor is of somebody who follows “${of}” alone.` })
  }
  const position = { seq: Number(seq), start: Math.max(Number(seq), Number(start)), mark }
  const [batch] = await findBatches(req, { seq: { greater_than_equal: position.start } }, { sort: 'seq', limit: 1 })
  if (!batch || batch.after >= position.start || batch.mark !== mark) throw coded('cursor_reset')
  return position
}
