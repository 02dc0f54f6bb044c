import type { PayloadRequest } from 'payload'
import { actorOf, isStaff } from './people.ts'
import type { DossierRow } from './dossierStore.ts'
import type { Dossier } from '../../workflow/index.ts'

/** A dossier as staff get it: what its events say, beside what the newest revision is now. */
export type DossierView = Omit<Dossier, 'piece'> &
  Pick<DossierRow, 'collection' | 'title' | 'digest' | 'assignees' | 'dueAt'> & { readonly id: string }

export function dossierView(row: DossierRow): DossierView {
  const { state } = row
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
    assignees: row.assignees,
    dueAt: row.dueAt,
    seq: state.seq,
    head: state.head,
  }
}

/** Whether the asker may know that there is such a piece: staff, a contributor of her own or what is public. */
export function mayKnow(req: PayloadRequest): (dossier: Dossier) => boolean {
  const actor = actorOf(req)
  return (dossier) => {
    if (actor?.kind !== 'person') return actor !== null
    if (!isStaff(req)) return false
    return actor.roles.some((role) => role !== 'contributor') || dossier.owner === actor.id || dossier.live !== null
  }
}
