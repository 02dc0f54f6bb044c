import { apply, type Dossier } from './dossier.ts'
import type { ErrorCode } from './errors.ts'
import { appendToChain, type WorkflowEvent } from './events.ts'

/**
 * What it means for a scheduled piece that it could not go out at its time: an event that says what stood in the way.
 * Null when there is nothing to tell: it is not due, or the same was told of this time already.
 */
export function recordMissed(
  dossier: Dossier,
  obstacle: { code: ErrorCode; message: string; now: Date },
): { readonly event: WorkflowEvent; readonly dossier: Dossier } | null {
  const { missed, schedule } = dossier
  if (schedule === null || Date.parse(schedule.at) > obstacle.now.getTime()) return null
  const due = new Date(schedule.at).toISOString()
  if (missed?.by === 'clock' && missed.due === due && missed.code === obstacle.code) return null
  const event = appendToChain(
    {
      piece: dossier.piece,
      transition: 'missed',
      from: dossier.stage,
      to: dossier.stage,
      actor: 'clock',
      digest: schedule.digest,
      at: obstacle.now.toISOString(),
      reason: obstacle.message,
      due,
      code: obstacle.code,
    },
    dossier,
  )
  return { event, dossier: apply(dossier, event) }
}
