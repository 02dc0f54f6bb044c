import type { ShownMedia } from './digest.ts'

/** What a gate may look at. All of it is looked up before; a gate is a pure function. */
export type GateFacts = {
  readonly collection: string
  /** The newest revision at depth 0. */
  readonly doc: Readonly<Record<string, unknown>>
  readonly now: Date
  readonly media: readonly ShownMedia[]
  /** Pieces that the revision refers to, by `collection:id`. */
  readonly related: ReadonlyMap<string, RelatedPiece>
  /** Whether another piece of the collection holds this revision's slug. */
  readonly slugTaken: boolean
  /** The other piece that readers still reach by this revision's slug since it moved away, by its title; null for none. */
  readonly slugLeadsTo: { readonly title: string | null } | null
  /** Limits set by the newsroom, such as `{ excerptWords: 30 }`. */
  readonly limits: Readonly<Record<string, number>>
}

export type RelatedPiece = {
  readonly exists: boolean
  readonly public: boolean
  /** Whether it becomes public in the same call. */
  readonly goingPublic: boolean
  /** Whether readers could see it at some time, now included. */
  readonly everPublic: boolean
  /** Path of the first field that refers to it. */
  readonly field?: string
}

/** Words that something is said of: in UTF-16 units of the text at `path` of the canonical content. */
export type FaultyPassage = {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly exact: string
}

export type Fault = {
  readonly message: string
  readonly field?: string
  readonly hint?: string
  readonly passage?: FaultyPassage
}

/** A check on a revision's quality. */
export type Gate = {
  /** Stable name, sent as `gate`. */
  readonly code: string
  /**
   * From which moment a fault stops the piece; `never` only warns. `review` stops it on the way into the review and through it, and lets
   * what was signed off go out.
   */
  readonly blocks: 'submit' | 'review' | 'publish' | 'never'
  readonly check: (facts: GateFacts) => readonly Fault[]
}

export type Finding = {
  readonly gate: string
  readonly blocks: Gate['blocks']
} & Fault

/** All faults that the gates find, in the order of the gates. */
export function runGates(gates: readonly Gate[], facts: GateFacts): readonly Finding[] {
  return gates.flatMap((gate) => gate.check(facts).map((fault) => ({ ...fault, gate: gate.code, blocks: gate.blocks })))
}
