import {
  unreviewed,
  UNASSIGNED,
  writersOf,
  type Assignment,
  type Digest,
  type Dossier,
} from '../domain/workflow/index.ts'
import { instantOf } from './instantOf.ts'
import type { WorkflowCollection } from '../runtime/index.ts'

/** The row of a dossier: what its events say, what queues need of the newest revision, and who works on the piece. */
export type DossierRow = {
  readonly id: number | string
  readonly collection: string
  readonly pieceId: string
  readonly title: string | null
  readonly digest: Digest
  /** What the policy may look at in the newest revision. */
  readonly attributes: Readonly<Record<string, string>>
  /** How many words the newest revision has, where the collection counts them. */
  readonly words: number | null
  /** Who had the newest version saved while they typed; null where somebody asked for the save. */
  readonly autosavedBy: string | null
  readonly state: Dossier
  readonly assignment: Assignment
}

/** The same as the database has it. */
export type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** How a row names one value of what the policy may look at. */
export function attributeKey(name: string, value: string): string {
  return `${name}:${value}`
}

/** What the policy may look at in a document, by name. */
export function attributesOf(
  { options: { attributes = {} } }: WorkflowCollection,
  doc: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, field]) => [name, attributeOf(doc[field])]))
}

function attributeOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'number' ? String(value) : null
}

/** `collection:id` taken apart. */
export function splitPiece(piece: string): [collection: string, id: string] {
  const at = piece.indexOf(':')
  return [piece.slice(0, at), piece.slice(at + 1)]
}

export function columnsOf(state: Dossier): Record<string, unknown> {
  return {
    stage: state.stage,
    stageSince: state.stageSince,
    owner: state.owner,
    seq: state.seq,
    live: state.live !== null,
    retracted: state.retraction !== null,
    signed: state.signOffs.length > 0,
    scheduledAt: state.schedule?.at ?? null,
    unreviewedSince: unreviewed(state)?.since ?? null,
    missedAt: state.missed?.at ?? null,
    writers: peopleBehind(state),
    state,
  }
}

/** Whose text it is; of one that nobody has changed, who began it. */
function peopleBehind(state: Dossier): readonly string[] {
  const writers = writersOf(state)
  return writers.length > 0 ? [...writers] : [state.owner]
}

export function columnsOfAssignment({ assignees, at, by, dueAt, priority }: Assignment): Record<string, unknown> {
  return { assignees: [...assignees], dueAt, priority, assignedBy: by, assignedAt: at }
}

export function titleOf(collection: WorkflowCollection, doc: Readonly<Record<string, unknown>>): string | null {
  const title = doc[collection.title]
  return typeof title === 'string' && title !== '' ? title : null
}

export function wordsOf(
  { options: { words } }: WorkflowCollection,
  doc: Readonly<Record<string, unknown>>,
): number | null {
  const count = words === undefined ? null : doc[words]
  return typeof count === 'number' ? count : null
}

export function rowOf(doc: Stored): DossierRow {
  return {
    id: doc.id,
    collection: String(doc.collection),
    pieceId: String(doc.pieceId),
    title: (doc.title as string | null | undefined) ?? null,
    digest: doc.digest as Digest,
    attributes: attributesIn(doc.attributes),
    words: typeof doc.words === 'number' ? doc.words : null,
    autosavedBy: (doc.autosavedBy as string | null | undefined) ?? null,
    state: doc.state as Dossier,
    assignment: assignmentOf(doc),
  }
}

function attributesIn(keys: unknown): Readonly<Record<string, string>> {
  const named = Array.isArray(keys) ? keys.map(String) : []
  return Object.fromEntries(
    named.map((key): [string, string] => {
      const at = key.indexOf(':')
      return [key.slice(0, at), key.slice(at + 1)]
    }),
  )
}

function assignmentOf({ assignedAt, assignedBy, assignees, dueAt, priority }: Stored): Assignment {
  return {
    assignees: Array.isArray(assignees) ? assignees.map(String) : [],
    dueAt: instantOf(dueAt),
    priority: (priority as Assignment['priority'] | null | undefined) ?? UNASSIGNED.priority,
    by: (assignedBy as string | null | undefined) ?? null,
    at: instantOf(assignedAt),
  }
}
