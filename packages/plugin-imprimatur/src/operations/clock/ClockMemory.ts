import type { PayloadRequest } from 'payload'
import type { DossierRow } from '../../store/index.ts'
import { turnsAfter } from './turnsAfter.ts'

/** What a clock remembers beside the dossiers. After a restart it remembers nothing, and tries everything once. */
export type ClockMemory = {
  /** When the last round began, in milliseconds. */
  since: number | null
  /** Pieces whose failure could not be recorded, by key, and since when. */
  readonly untold: Map<string, number>
  /** The request whose transaction is open now. */
  open: PayloadRequest | null
  stopped: boolean
}

export function aClockMemory(): ClockMemory {
  return { since: null, untold: new Map(), open: null, stopped: false }
}

/** When it was recorded that the piece did not go out at this time, in milliseconds; null: it was not. */
export function toldAt({ state: { missed, piece, schedule } }: DossierRow, { untold }: ClockMemory): number | null {
  const isOfThisTime = missed?.by === 'clock' && Date.parse(missed.due) === Date.parse(schedule?.at ?? '')
  return isOfThisTime ? Date.parse(missed.at) : (untold.get(piece) ?? null)
}

/** Whether what was told of then is tried again in a round that begins now. A clock that was just started, or that was set back, tries everything. */
export function isItsTurn(told: number | null, { since }: ClockMemory, now: number): boolean {
  if (told === null) return false
  return since === null || since > now || turnsAfter(now - told) > turnsAfter(since - told)
}
