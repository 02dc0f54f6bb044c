import type { PayloadRequest } from 'payload'
import { actorOf, isStaff, type DossierRow } from '../store/index.ts'
import { maySeeAll, maySeeDraft, type Assignment, type Dossier } from '../domain/workflow/index.ts'

/** A dossier as staff get it: what its events say, beside what the newest revision is now and who works on it. */
export type DossierView = Omit<Dossier, 'piece'> &
  Pick<DossierRow, 'collection' | 'title' | 'digest'> &
  Pick<Assignment, 'assignees' | 'dueAt' | 'priority'> & { readonly id: string }

export function dossierView(row: DossierRow): DossierView {
  const { assignment, state } = row
  return {
    collection: row.collection,
    id: row.pieceId,
    title: row.title,
    stage: state.stage,
    stageSince: state.stageSince,
    digest: row.digest,
    live: state.live,
    firstPublishedAt: state.firstPublishedAt,
    owner: state.owner,
    writers: state.writers,
    signOffs: state.signOffs,
    schedule: state.schedule,
    missed: state.missed,
    retraction: state.retraction,
    fastTracked: state.fastTracked,
    assignees: assignment.assignees,
    dueAt: assignment.dueAt,
    priority: assignment.priority,
    seq: state.seq,
    head: state.head,
  }
}

/**
 * Whether the asker sees every piece at whatever stage: staff, but not those who are contributors and nothing else. They
 * see their own pieces and what readers see.
 */
export function canSeeAllPieces(req: PayloadRequest): boolean {
  const actor = actorOf(req)
  return actor?.kind === 'person' && maySeeAll(actor)
}

/** Whether the asker may know that there is such a piece: staff; contributors know of their own pieces and of what is public. */
export function canSeePiece(req: PayloadRequest): (dossier: Dossier) => boolean {
  return (dossier) => canSeeDraft(req)(dossier) || (isStaff(req) && dossier.live !== null)
}

/**
 * Whether the asker may know what is not public of a piece: its newest revision, its stage and its history. Of somebody
 * else's live piece a contributor gets what readers get.
 */
export function canSeeDraft(req: PayloadRequest): (dossier: Dossier) => boolean {
  const actor = actorOf(req)
  if (actor?.kind === 'system') return () => true
  return (dossier) => actor?.kind === 'person' && maySeeDraft(actor.id, actor, dossier.owner)
}
