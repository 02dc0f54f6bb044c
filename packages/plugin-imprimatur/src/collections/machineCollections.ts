import type { CollectionConfig } from 'payload'
import { RELEASE_STATES } from '../domain/releases/index.ts'
import { PRIORITIES, STAGE_LABELS, STAGES } from '../domain/workflow/index.ts'

const never = () => false

/** Machine collections are written by the workflow alone and read by people through its endpoints. */
function machine(
  slug: string,
  labels: { readonly singular: string; readonly plural: string },
): Omit<CollectionConfig, 'fields'> {
  return {
    slug,
    labels,
    access: { create: never, read: never, update: never, delete: never },
    admin: { hidden: true },
    graphQL: false,
    lockDocuments: false,
    timestamps: false,
  }
}

/**
 * One row per piece: what `fold()` says of its events, and beside it the columns that queues filter and sort by.
 * `digest`, `title`, `attributes`, `words` and `autosavedBy` follow each save of the newest revision, and the last columns say who works on the
 * piece, which leaves no event.
 */
export const dossiers = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Dossier', plural: 'Dossiers' }),
  fields: [
    { name: 'piece', type: 'text', required: true, unique: true, index: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'pieceId', type: 'text', required: true },
    { name: 'title', type: 'text' },
    // Who has the newest version saved of its own accord; empty where somebody asked for it.
    { name: 'autosavedBy', type: 'text' },
    // Whether the piece is found by what it says now; empty from a save on until that is so.
    { name: 'indexed', type: 'checkbox' },
    {
      name: 'stage',
      type: 'select',
      required: true,
      options: STAGES.map((value) => ({ value, label: STAGE_LABELS[value] })),
    },
    { name: 'stageSince', type: 'date', required: true },
    { name: 'owner', type: 'text', required: true, index: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'live', type: 'checkbox', required: true },
    { name: 'retracted', type: 'checkbox', required: true },
    { name: 'signed', type: 'checkbox', required: true, index: true },
    { name: 'scheduledAt', type: 'date', index: true },
    // Since when readers have had what nobody has reviewed; empty otherwise.
    { name: 'unreviewedSince', type: 'date', index: true },
    // Since when what became of a time that was set has to be told; empty otherwise.
    { name: 'missedAt', type: 'date', index: true },
    { name: 'writers', type: 'text', hasMany: true, index: true },
    { name: 'shows', type: 'text', hasMany: true, index: true },
    { name: 'state', type: 'json', required: true },
    // `name:value` of what the policy may look at in the newest revision.
    { name: 'attributes', type: 'text', hasMany: true, index: true },
    { name: 'words', type: 'number' },
    { name: 'assignees', type: 'text', hasMany: true, index: true },
    { name: 'dueAt', type: 'date', index: true },
    { name: 'priority', type: 'select', options: [...PRIORITIES] },
    { name: 'assignedBy', type: 'text' },
    { name: 'assignedAt', type: 'date' },
  ],
  // No other ones that begin with one of these: SQLite takes whichever it finds, also where most rows have the same value.
  indexes: [
    { fields: ['stage', 'stageSince'] },
    { fields: ['collection', 'stage'] },
    { fields: ['collection', 'retracted', 'stageSince'] },
    { fields: ['indexed', 'live'] },
  ],
  timestamps: true,
})

/** The log. `(piece, seq)` is unique: of two writers who add the same number, one is turned away. */
export const workflowEvents = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Workflow event', plural: 'Workflow events' }),
  fields: [
    { name: 'piece', type: 'text', required: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'transition', type: 'text', required: true },
    { name: 'from', type: 'text' },
    { name: 'to', type: 'text', required: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'accounts', type: 'json' },
    { name: 'digest', type: 'text', required: true },
    { name: 'at', type: 'text', required: true, index: true },
    { name: 'review', type: 'text' },
    { name: 'role', type: 'text' },
    { name: 'after', type: 'json' },
    { name: 'afterFastTrack', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'notice', type: 'text' },
    { name: 'due', type: 'text' },
    { name: 'code', type: 'text' },
    { name: 'writers', type: 'json' },
    { name: 'prevHash', type: 'text' },
    { name: 'hash', type: 'text', required: true },
  ],
  indexes: [{ fields: ['piece', 'seq'], unique: true }, { fields: ['actor', 'at'] }],
})

/** Where pieces, and other public documents, stood before their public slug changed; `pieceId` is the id of either. */
export const movedSlugs = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Moved slug', plural: 'Moved slugs' }),
  fields: [
    { name: 'collection', type: 'text', required: true, index: true },
    { name: 'from', type: 'text', required: true, index: true },
    { name: 'pieceId', type: 'text', required: true, index: true },
  ],
  indexes: [{ fields: ['collection', 'from'], unique: true }],
})

/**
 * Each public address that a piece has had, with what became of it last: what readers can follow. `seq` is its place in the order of all changes,
 * and 0 until it has one.
 */
export const changeLog = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Change', plural: 'Changes' }),
  fields: [
    { name: 'address', type: 'text', required: true, unique: true, index: true },
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'pieceId', type: 'text', required: true },
    { name: 'slug', type: 'text' },
    { name: 'op', type: 'text', required: true },
    { name: 'reason', type: 'text', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'expiresAt', type: 'date', index: true },
    { name: 'noted', type: 'number', required: true },
    { name: 'seq', type: 'number', required: true, index: true },
    { name: 'mark', type: 'text' },
  ],
  indexes: [{ fields: ['collection', 'seq'] }],
})

/** Which changes got their numbers together. `after` is unique: of two who go on from the same number, one is turned away. */
export const changeBatches = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Batch of changes', plural: 'Batches of changes' }),
  fields: [
    { name: 'after', type: 'number', required: true, unique: true, index: true },
    { name: 'seq', type: 'number', required: true, index: true },
    { name: 'mark', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
})

/** What people say of pieces: beside the content, and read through its endpoints alone. */
export const comments = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Comment', plural: 'Comments' }),
  fields: [
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'author', type: 'text', required: true },
    // The name of somebody without an account, who wrote it by a review link.
    { name: 'guest', type: 'text' },
    { name: 'at', type: 'date', required: true },
    { name: 'text', type: 'textarea' },
    { name: 'editedAt', type: 'date' },
    { name: 'parent', type: 'text' },
    { name: 'mentions', type: 'json' },
    { name: 'anchor', type: 'json' },
    { name: 'suggestion', type: 'json' },
    { name: 'resolvedBy', type: 'text' },
    { name: 'resolvedAt', type: 'date' },
    { name: 'removedBy', type: 'text' },
    { name: 'removedAt', type: 'date' },
  ],
})

/** Where somebody let words stand that a rule of style is about; `key` is all that they are known by, so that two at once make one. */
export const styleExceptions = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Exception from the style', plural: 'Exceptions from the style' }),
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'rule', type: 'text', required: true },
    { name: 'path', type: 'text', required: true },
    { name: 'start', type: 'number', required: true },
    { name: 'exact', type: 'text', required: true },
    { name: 'severity', type: 'text', required: true },
    { name: 'author', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
  ],
})

/** What each person was told of; nothing of a piece's words, which are looked up with the reader's rights. */
export const notifications = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Notification', plural: 'Notifications' }),
  fields: [
    { name: 'recipient', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, index: true },
    { name: 'comment', type: 'text' },
    // The number of the event that it tells of.
    { name: 'event', type: 'number' },
    { name: 'unread', type: 'checkbox', required: true },
    { name: 'readAt', type: 'date' },
    // Whether it is still to be sent by mail, or was looked at for that.
    { name: 'unsent', type: 'checkbox', required: true, index: true },
    { name: 'mailedAt', type: 'date' },
    // Until when one server has it for itself, to send it.
    { name: 'claimedUntil', type: 'date' },
  ],
  indexes: [{ fields: ['recipient', 'at'] }, { fields: ['recipient', 'unread'] }],
})

/**
 * Who writes in a piece, one row for each time that somebody took hold of it; the one with the highest `turn` counts.
 * `(piece, turn)` is unique: of two who take hold at once, one is turned away.
 */
export const leases = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Lease', plural: 'Leases' }),
  fields: [
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'turn', type: 'number', required: true },
    { name: 'holder', type: 'text', required: true },
    { name: 'takenFrom', type: 'text' },
    { name: 'since', type: 'text', required: true },
    { name: 'until', type: 'text', required: true },
  ],
  indexes: [{ fields: ['piece', 'turn'], unique: true }],
})

/** Pieces that go public together. `version` goes up with each change, so that of two at once one is turned away. */
export const releases = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Release', plural: 'Releases' }),
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'state', type: 'select', required: true, index: true, options: [...RELEASE_STATES] },
    { name: 'madeBy', type: 'text', required: true },
    { name: 'madeAt', type: 'date', required: true, index: true },
    { name: 'scheduledAt', type: 'date', index: true },
    { name: 'scheduledBy', type: 'text' },
    { name: 'publishedAt', type: 'date' },
    { name: 'publishedBy', type: 'text' },
    { name: 'missed', type: 'json' },
    { name: 'version', type: 'number', required: true },
  ],
})

/**
 * Which pieces are in which release. `hold` is unique: the piece, as long as the release has not gone out, so that a piece is in one such release
 * at a time; afterwards the row itself.
 */
export const releasePieces = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Piece in a release', plural: 'Pieces in releases' }),
  fields: [
    { name: 'release', type: 'text', required: true, index: true },
    { name: 'piece', type: 'text', required: true },
    { name: 'hold', type: 'text', required: true, unique: true, index: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'place', type: 'number', required: true },
    { name: 'addedBy', type: 'text', required: true },
    { name: 'addedAt', type: 'date', required: true },
  ],
})

/**
 * Addresses by which somebody without an account sees one revision. Of the token only the hash is kept. A row stays when its link has
 * ended: it says who showed what to whom.
 */
export const reviewLinks = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Review link', plural: 'Review links' }),
  fields: [
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'token', type: 'text', required: true, unique: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'review', type: 'text' },
    { name: 'madeBy', type: 'text', required: true },
    { name: 'at', type: 'date', required: true },
    { name: 'expiresAt', type: 'date', required: true },
    { name: 'openedAt', type: 'date' },
    { name: 'revokedBy', type: 'text' },
    { name: 'revokedAt', type: 'date' },
  ],
})

/** What pieces say, for whoever searches: one row for each, of what readers have or of what only staff may see. */
export const searchTexts = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Searched text', plural: 'Searched texts' }),
  fields: [
    { name: 'piece', type: 'text', required: true, unique: true, index: true },
    // How its words name it.
    { name: 'number', type: 'number', required: true, unique: true, index: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'at', type: 'number', required: true },
    { name: 'title', type: 'text' },
    { name: 'text', type: 'textarea' },
    { name: 'tokens', type: 'textarea' },
  ],
})

/**
 * The words of those texts, each with the number of its text. The id of a row is all there is of it, and is read in its order: see
 * `search/postings.ts`.
 */
export const searchWords = (slug: string): CollectionConfig => ({
  ...machine(slug, { singular: 'Searched word', plural: 'Searched words' }),
  fields: [{ name: 'id', type: 'text', required: true }],
})
