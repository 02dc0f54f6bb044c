import { contributorsOf, type Dossier, type WorkflowEvent } from '../workflow/index.ts'

export const NOTIFICATION_KINDS = [
  'sent_back',
  'signed_off',
  'published',
  'voided',
  'missed',
  'release_missed',
  'commented',
  'mentioned',
  'replied',
  'suggestion_taken',
  'suggestion_left',
  'assigned',
  'taken_over',
] as const

/**
 * - `sent_back`, `signed_off`, `published`: what somebody wrote was.
 * - `voided`: sign-offs or a time of publication that they gave do not count any more, or those of what they wrote.
 * - `missed`: it did not go out at its time.
 * - `release_missed`: a release that they made, put together or scheduled did not.
 * - `commented`, `replied`, `mentioned`: of comments on what they wrote, in a thread of theirs, or with their name.
 * - `suggestion_taken`, `suggestion_left`: words that they suggested went into the text, or did not.
 * - `assigned`, `taken_over`: a piece was given to them, or the writing of it taken over.
 */
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** Accounts that are told something, by the ids of users. */
export type Told = { readonly kind: NotificationKind; readonly to: readonly string[] }

/** Whom an event concerns, with what stood before it. Nobody is named twice; the actor may be among them. */
export function concerned(before: Dossier | null, event: WorkflowEvent): readonly Told[] {
  if (before === null) return []
  const writers = [...contributorsOf(before), before.owner]
  const signers = before.signOffs.map(({ by }) => by)
  const scheduler = before.schedule ? [before.schedule.by] : []
  switch (event.transition) {
    case 'request_changes':
      return apart({ kind: 'sent_back', to: writers }, { kind: 'voided', to: [...signers, ...scheduler] })
    case 'sign_off':
      return apart({ kind: 'signed_off', to: event.afterFastTrack ? (before.fastTracked?.hands ?? []) : writers })
    case 'publish':
    case 'fast_track':
      return apart({ kind: 'published', to: [...writers, ...signers, ...scheduler] })
    case 'void':
      return apart({ kind: 'voided', to: [...signers, ...scheduler, ...writers] })
    case 'missed':
      return apart({ kind: 'missed', to: [...scheduler, ...writers] })
    case 'recall':
    case 'spike':
      return apart({ kind: 'voided', to: [...signers, ...scheduler] })
    case 'unschedule':
      return apart({ kind: 'voided', to: scheduler })
    default:
      return []
  }
}

function apart(...told: readonly Told[]): readonly Told[] {
  const named = new Set<string>()
  return told.flatMap(({ kind, to }) => {
    const fresh = [...new Set(to)].filter((id) => !named.has(id))
    for (const id of fresh) named.add(id)
    return fresh.length > 0 ? [{ kind, to: fresh }] : []
  })
}
