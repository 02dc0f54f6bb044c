import { mayWrite, type Actor } from './actor.ts'
import type { Digest } from './digest.ts'
import { apply, type Dossier } from './dossier.ts'
import { blocker, firstRefusal } from './errors.ts'
import { pieceKey, seal, type EventDraft, type EventName, type WorkflowEvent } from './events.ts'
import type { Stage } from './stages.ts'
import type { Decision } from './transition.ts'

/** The first event of a piece and its dossier. `writers` are those of the source, when it is a duplicate. */
export function openDossier(piece: {
  collection: string
  id: string
  actor: string
  digest: Digest
  now: Date
  writers?: readonly string[]
}): { event: WorkflowEvent; dossier: Dossier } {
  const draft: EventDraft = {
    piece: pieceKey(piece.collection, piece.id),
    transition: 'create',
    from: null,
    to: 'draft',
    actor: piece.actor,
    digest: piece.digest,
    at: piece.now.toISOString(),
    ...(piece.writers && piece.writers.length > 0 ? { writers: piece.writers } : {}),
  }
  const event = seal(draft, { seq: 0, head: null })
  return { event, dossier: apply(null, event) }
}

/**
 * What a save means for the workflow: nothing when the digest stays, else at most one event. Saving over a live or
 * withdrawn piece opens its next revision; saving what was signed off or scheduled takes it back into review; a
 * further writer is noted; the same writer going on leaves no row.
 */
export function recordChange(
  dossier: Dossier,
  save: { actor: Actor; before: Digest; after: Digest; now: Date },
): Decision | { readonly ok: true; readonly event: null; readonly dossier: Dossier } {
  if (!mayWrite(save.actor, dossier.owner)) return { ok: false, ...firstRefusal([blocker('forbidden')]) }
  if (save.before === save.after) return { ok: true, event: null, dossier }
  if (dossier.stage === 'spiked' || dossier.stage === 'retracted') {
    const message =
      dossier.stage === 'spiked'
        ? 'The piece was spiked. Restore it before you change it.'
        : 'The piece was retracted. It cannot be changed any more.'
    return { ok: false, ...firstRefusal([blocker('wrong_stage', { message })]) }
  }
  const [name, to] = meaning(dossier, save.actor.id)
  if (name === null) return { ok: true, event: null, dossier }
  const event = seal(
    {
      piece: dossier.piece,
      transition: name,
      from: dossier.stage,
      to,
      actor: save.actor.id,
      digest: save.after,
      at: save.now.toISOString(),
    },
    dossier,
  )
  return { ok: true, event, dossier: apply(dossier, event) }
}

function meaning(dossier: Dossier, actor: string): [EventName | null, Stage] {
  switch (dossier.stage) {
    case 'published':
    case 'withdrawn':
      return ['revise', 'draft']
    case 'approved':
    case 'scheduled':
      return ['void', 'in_review']
    default:
      if (dossier.signOffs.length > 0) return ['void', dossier.stage]
      return [dossier.writers.includes(actor) ? null : 'touch', dossier.stage]
  }
}
