import { ADOPTER, accountsOf, mayWrite, signatureOf, type Actor } from './actor.ts'
import type { Digest } from './digest.ts'
import { apply, type Dossier } from './dossier.ts'
import { blocker, firstRefusal } from './errors.ts'
import { pieceKey, appendToChain, type EventDraft, type EventName, type WorkflowEvent } from './events.ts'
import type { Stage } from './stages.ts'
import type { Decision } from './transition.ts'

/** The first event of a piece and its dossier. `writers` are those of the source, when it is a duplicate. */
export function openDossier(piece: {
  collection: string
  id: string
  actor: string
  /** The other accounts of whoever made it. */
  accounts?: readonly string[]
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
    ...(piece.accounts && piece.accounts.length > 0 ? { accounts: piece.accounts } : {}),
    digest: piece.digest,
    at: piece.now.toISOString(),
    ...(piece.writers && piece.writers.length > 0 ? { writers: piece.writers } : {}),
  }
  const event = appendToChain(draft, { seq: 0, head: null })
  return { event, dossier: apply(null, event) }
}

/** The first event of a piece that was public before there was a workflow, and its dossier. */
export function adoptPublic(piece: { collection: string; id: string; digest: Digest; now: Date }): {
  event: WorkflowEvent
  dossier: Dossier
} {
  const event = appendToChain(
    {
      piece: pieceKey(piece.collection, piece.id),
      transition: 'adopt',
      from: null,
      to: 'published',
      actor: ADOPTER,
      digest: piece.digest,
      at: piece.now.toISOString(),
    },
    { seq: 0, head: null },
  )
  return { event, dossier: apply(null, event) }
}

/** A change of content by somebody: the digests before and after it. */
export type Change = {
  readonly actor: Actor
  readonly before: Digest
  readonly after: Digest
  readonly now: Date
  /** Accounts of others whose words it puts into the text: they are writers of it as well. */
  readonly wordsOf?: readonly string[]
}

type Recorded = { readonly event: WorkflowEvent | null; readonly dossier: Dossier }

/**
 * What a save means for the workflow, or why it is refused: a right that is missing, or a piece that was spiked or
 * retracted. See {@link noteChange}.
 */
export function recordChange(dossier: Dossier, save: Change): Decision | ({ readonly ok: true } & Recorded) {
  if (!mayWrite(save.actor, dossier.owner)) return { ok: false, ...firstRefusal([blocker('forbidden')]) }
  if (save.before !== save.after && (dossier.stage === 'spiked' || dossier.stage === 'retracted')) {
    const message =
      dossier.stage === 'spiked'
        ? 'The piece was spiked. Restore it before you change it.'
        : 'The piece was retracted. It cannot be changed any more.'
    return { ok: false, ...firstRefusal([blocker('wrong_stage', { message })]) }
  }
  return { ok: true, ...noteChange(dossier, save) }
}

/**
 * What a change of content means: nothing when the digest stays, else at most one event. A change of a live or withdrawn
 * piece opens its next revision; a change of what was signed off or scheduled takes it back into review; a further
 * writer is noted, also one whose words somebody else takes; the same writers going on leave no row.
 */
export function noteChange(dossier: Dossier, change: Change): Recorded {
  if (change.before === change.after) return { event: null, dossier }
  const { wordsOf = [] } = change
  const writers = [...new Set([...accountsOf(change.actor), ...wordsOf])]
  const [name, to] = meaning(dossier, writers)
  if (name === null) return { event: null, dossier }
  const event = appendToChain(
    {
      piece: dossier.piece,
      transition: name,
      from: dossier.stage,
      to,
      ...signatureOf(change.actor),
      digest: change.after,
      at: change.now.toISOString(),
      ...(wordsOf.length > 0 ? { writers } : {}),
    },
    dossier,
  )
  return { event, dossier: apply(dossier, event) }
}

/** What the next change of content takes back. */
export type Voids = {
  /** Sign-offs that were given for the text as it is. */
  readonly signOffs: number
  /** When it was to go out, ISO 8601; null: no time was set. */
  readonly scheduledAt: string | null
}

/** What a change of content by anybody would take back; null: nothing. */
export function voidedByChange(dossier: Dossier): Voids | null {
  const [name] = meaning(dossier, [])
  return name === 'void' ? { signOffs: dossier.signOffs.length, scheduledAt: dossier.schedule?.at ?? null } : null
}

function meaning(dossier: Dossier, accounts: readonly string[]): [EventName | null, Stage] {
  switch (dossier.stage) {
    case 'published':
    case 'withdrawn':
      return ['revise', 'draft']
    case 'approved':
    case 'scheduled':
      return ['void', 'in_review']
    default:
      if (dossier.signOffs.length > 0) return ['void', dossier.stage]
      return [accounts.every((each) => dossier.writers.includes(each)) ? null : 'touch', dossier.stage]
  }
}
