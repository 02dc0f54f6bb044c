import { createLocalReq, type Payload } from 'payload'
import type { ErrorCode } from '../../domain/workflow/index.ts'
import { isPassing, isPassingCode } from '../../errors/index.ts'
import { runtimeOf } from '../../runtime/index.ts'
import type { DossierRow } from '../../store/index.ts'
import { recordMissedPublication } from '../recordMissedPublication.ts'
import { toldAt, type ClockMemory } from './ClockMemory.ts'

export type Obstacle = { readonly code: ErrorCode; readonly message: string }

/** Pieces that a clock remembers as untold of, at most. */
const MOST_UNTOLD = 50

/** What stood in the way of due pieces in one round, of which the desk is told when the round is over, or has much to tell. */
export class Obstacles {
  readonly #known = new Map<string, { readonly row: DossierRow; readonly obstacle: Obstacle }>()

  /** @param most how many are remembered before the desk is told of them */
  constructor(
    private readonly payload: Payload,
    private readonly memory: ClockMemory,
    private readonly most: number,
  ) {}

  async note(row: DossierRow, obstacle: Obstacle): Promise<void> {
    this.#known.set(row.state.piece, { row, obstacle })
    if (this.#known.size >= this.most) await this.tell()
  }

  /** The piece went out after all. */
  forget(row: DossierRow): void {
    this.#known.delete(row.state.piece)
  }

  async tell(): Promise<void> {
    for (const { row, obstacle } of this.#known.values()) await this.#tellOf(row, obstacle)
    this.#known.clear()
  }

  async #tellOf(row: DossierRow, obstacle: Obstacle): Promise<void> {
    const { memory, payload } = this
    const { piece, missed } = row.state
    const { code } = obstacle
    // What says nothing about the piece is tried again in the next round.
    if (memory.stopped || isPassingCode(code)) return
    if (missed?.code === code && toldAt(row, memory) !== null) return
    try {
      const told = await recordMissedPublication(await createLocalReq({}, payload), row, obstacle)
      if (told) payload.logger.warn({ msg: 'A due piece was not published.', piece, code })
    } catch (error) {
      if (isPassing(error)) return
      if (memory.untold.size >= MOST_UNTOLD) memory.untold.clear()
      if (!memory.untold.has(piece)) memory.untold.set(piece, runtimeOf(payload).now().getTime())
      payload.logger.error({ err: error, msg: 'The desk could not be told of a due piece.', piece })
    }
  }
}
