import type { CollectionConfig } from 'payload'
import { STAGE_LABELS, STAGES } from '../domain/workflow/index.ts'

/** Machine collections are written by the workflow alone and read by people through its endpoints. */
const closed = {
  create: () => false,
  read: () => false,
  update: () => false,
  delete: () => false,
} as const

const hidden = { hidden: true } as const

/**
 * One row per piece: what `fold()` says of its events, and beside it the columns that queues filter and sort by.
 * `digest` and `title` follow each save of the newest revision, which leaves no event.
 */
export const dossiers = (slug: string): CollectionConfig => ({
  slug,
  labels: { singular: 'Dossier', plural: 'Dossiers' },
  access: closed,
  admin: hidden,
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'piece', type: 'text', required: true, unique: true, index: true },
    { name: 'collection', type: 'text', required: true, index: true },
    { name: 'pieceId', type: 'text', required: true },
    { name: 'title', type: 'text' },
    {
      name: 'stage',
      type: 'select',
      required: true,
      index: true,
      options: STAGES.map((value) => ({ value, label: STAGE_LABELS[value] })),
    },
    { name: 'stageSince', type: 'date', required: true, index: true },
    { name: 'owner', type: 'text', required: true, index: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'live', type: 'checkbox', required: true, index: true },
    { name: 'retracted', type: 'checkbox', required: true, index: true },
    { name: 'signed', type: 'checkbox', required: true, index: true },
    { name: 'scheduledAt', type: 'date', index: true },
    // Since when readers have had what nobody has reviewed; empty otherwise.
    { name: 'unreviewedSince', type: 'date', index: true },
    { name: 'shows', type: 'text', hasMany: true, index: true },
    { name: 'state', type: 'json', required: true },
  ],
  indexes: [{ fields: ['stage', 'stageSince'] }, { fields: ['collection', 'stage'] }],
  timestamps: true,
})

/** The log. `(piece, seq)` is unique: of two writers who add the same number, one is turned away. */
export const workflowEvents = (slug: string): CollectionConfig => ({
  slug,
  labels: { singular: 'Workflow event', plural: 'Workflow events' },
  access: closed,
  admin: hidden,
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'piece', type: 'text', required: true, index: true },
    { name: 'seq', type: 'number', required: true },
    { name: 'transition', type: 'text', required: true },
    { name: 'from', type: 'text' },
    { name: 'to', type: 'text', required: true },
    { name: 'actor', type: 'text', required: true, index: true },
    { name: 'accounts', type: 'json' },
    { name: 'digest', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'review', type: 'text' },
    { name: 'role', type: 'text' },
    { name: 'afterFastTrack', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'notice', type: 'text' },
    { name: 'due', type: 'text' },
    { name: 'code', type: 'text' },
    { name: 'writers', type: 'json' },
    { name: 'prevHash', type: 'text' },
    { name: 'hash', type: 'text', required: true },
  ],
  indexes: [{ fields: ['piece', 'seq'], unique: true }],
  timestamps: false,
})

/** Where pieces stood before their public slug changed. */
export const movedSlugs = (slug: string): CollectionConfig => ({
  slug,
  labels: { singular: 'Moved slug', plural: 'Moved slugs' },
  access: closed,
  admin: hidden,
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'collection', type: 'text', required: true, index: true },
    { name: 'from', type: 'text', required: true, index: true },
    { name: 'pieceId', type: 'text', required: true, index: true },
  ],
  indexes: [{ fields: ['collection', 'from'], unique: true }],
  timestamps: false,
})
