import type { Actor, Dossier, Stage } from '../../../src/workflow/index.ts'
import { AHEAD, aPerson, aSignOff, BEFORE, LIVE, NEXT, whatIsLive } from './builders.ts'

/*
 * Who may do what, when, and where it leads: written by hand from the table and the fine print of the workflow
 * (DESIGN §5), not from the code. A cell holds
 *
 *   a stage   the move is allowed and leaves the newest revision at that stage
 *   -         no right: 403 forbidden, at whatever stage, so that a refusal does not tell the stage
 *   x         the right is there, the stage is not: 409 wrong_stage
 */

/** Who asks. None of them but `own` has touched the piece; none has signed it. */
export const ASKERS = {
  own: aPerson('wanda', 'contributor'),
  other: aPerson('otto', 'contributor'),
  editor: aPerson('edith', 'editor'),
  reviewer: aPerson('remy', 'reviewer'),
  publisher: aPerson('paula', 'publisher'),
  admin: aPerson('ada', 'admin'),
  clock: { kind: 'clock', id: 'clock' },
  gone: { kind: 'person', id: 'greta', active: false, roles: ['reviewer'] },
  none: aPerson('nora'),
} as const satisfies Readonly<Record<string, Actor>>

const signed = [aSignOff('rita')]
const due = { at: BEFORE, by: 'paula', digest: NEXT }
const live = whatIsLive()

/** Where the piece stands. `live+…` is a next revision of a piece that readers have. The schedule's time has come. */
export const SITUATIONS = {
  draft: { stage: 'draft' },
  in_review: { stage: 'in_review' },
  changes_requested: { stage: 'changes_requested' },
  approved: { stage: 'approved', signOffs: signed },
  scheduled: { stage: 'scheduled', signOffs: signed, schedule: due },
  published: { stage: 'published', live, writers: [], firstPublishedAt: BEFORE },
  withdrawn: { stage: 'withdrawn', writers: [], firstPublishedAt: BEFORE },
  retracted: {
    stage: 'retracted',
    writers: [],
    firstPublishedAt: BEFORE,
    retraction: { notice: 'Wrong.', at: BEFORE },
  },
  spiked: { stage: 'spiked' },
  'live+draft': { stage: 'draft', live, firstPublishedAt: BEFORE },
  'live+in_review': { stage: 'in_review', live, firstPublishedAt: BEFORE },
  'live+changes_requested': { stage: 'changes_requested', live, firstPublishedAt: BEFORE },
  'live+approved': { stage: 'approved', signOffs: signed, live, firstPublishedAt: BEFORE },
  'live+scheduled': { stage: 'scheduled', signOffs: signed, schedule: due, live, firstPublishedAt: BEFORE },
  'live+spiked': { stage: 'spiked', live, firstPublishedAt: BEFORE },
} as const satisfies Readonly<Record<string, Partial<Dossier>>>

/** Digest of the newest revision in a situation: that of what is live while no next revision was begun. */
export function newestDigest(situation: keyof typeof SITUATIONS) {
  return ['published', 'withdrawn', 'retracted'].includes(situation) ? LIVE : NEXT
}

/** The moves that act on what is live and have to name its digest; all others name the newest revision's. */
export const ON_LIVE: readonly string[] = ['withdraw', 'retract']

/** Everything that a command may have to bring along. */
export const BROUGHT = { reason: 'Because.', notice: 'To our readers.', at: AHEAD } as const

const TABLES = {
  submit: `
    from                   | own       | other | editor    | reviewer | publisher | admin | clock | gone | none
    draft                  | in_review | -     | in_review | -        | -         | -     | -     | -    | -
    in_review              | x         | -     | x         | -        | -         | -     | -     | -    | -
    changes_requested      | in_review | -     | in_review | -        | -         | -     | -     | -    | -
    approved               | x         | -     | x         | -        | -         | -     | -     | -    | -
    scheduled              | x         | -     | x         | -        | -         | -     | -     | -    | -
    published              | x         | -     | x         | -        | -         | -     | -     | -    | -
    withdrawn              | x         | -     | x         | -        | -         | -     | -     | -    | -
    retracted              | x         | -     | x         | -        | -         | -     | -     | -    | -
    spiked                 | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+draft             | in_review | -     | in_review | -        | -         | -     | -     | -    | -
    live+in_review         | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+changes_requested | in_review | -     | in_review | -        | -         | -     | -     | -    | -
    live+approved          | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+scheduled         | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+spiked            | x         | -     | x         | -        | -         | -     | -     | -    | -`,
  recall: `
    from                   | own       | other | editor    | reviewer | publisher | admin | clock | gone | none
    draft                  | x         | -     | x         | -        | -         | -     | -     | -    | -
    in_review              | draft     | -     | draft     | -        | -         | -     | -     | -    | -
    changes_requested      | x         | -     | x         | -        | -         | -     | -     | -    | -
    approved               | x         | -     | x         | -        | -         | -     | -     | -    | -
    scheduled              | x         | -     | x         | -        | -         | -     | -     | -    | -
    published              | x         | -     | x         | -        | -         | -     | -     | -    | -
    withdrawn              | x         | -     | x         | -        | -         | -     | -     | -    | -
    retracted              | x         | -     | x         | -        | -         | -     | -     | -    | -
    spiked                 | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+draft             | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+in_review         | draft     | -     | draft     | -        | -         | -     | -     | -    | -
    live+changes_requested | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+approved          | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+scheduled         | x         | -     | x         | -        | -         | -     | -     | -    | -
    live+spiked            | x         | -     | x         | -        | -         | -     | -     | -    | -`,
  request_changes: `
    from                   | own | other | editor | reviewer          | publisher | admin | clock | gone | none
    draft                  | -   | -     | -      | x                 | -         | -     | -     | -    | -
    in_review              | -   | -     | -      | changes_requested | -         | -     | -     | -    | -
    changes_requested      | -   | -     | -      | x                 | -         | -     | -     | -    | -
    approved               | -   | -     | -      | changes_requested | -         | -     | -     | -    | -
    scheduled              | -   | -     | -      | changes_requested | -         | -     | -     | -    | -
    published              | -   | -     | -      | x                 | -         | -     | -     | -    | -
    withdrawn              | -   | -     | -      | x                 | -         | -     | -     | -    | -
    retracted              | -   | -     | -      | x                 | -         | -     | -     | -    | -
    spiked                 | -   | -     | -      | x                 | -         | -     | -     | -    | -
    live+draft             | -   | -     | -      | x                 | -         | -     | -     | -    | -
    live+in_review         | -   | -     | -      | changes_requested | -         | -     | -     | -    | -
    live+changes_requested | -   | -     | -      | x                 | -         | -     | -     | -    | -
    live+approved          | -   | -     | -      | changes_requested | -         | -     | -     | -    | -
    live+scheduled         | -   | -     | -      | changes_requested | -         | -     | -     | -    | -
    live+spiked            | -   | -     | -      | x                 | -         | -     | -     | -    | -`,
  sign_off: `
    from                   | own | other | editor | reviewer | publisher | admin | clock | gone | none
    draft                  | -   | -     | -      | x        | -         | -     | -     | -    | -
    in_review              | -   | -     | -      | approved | -         | -     | -     | -    | -
    changes_requested      | -   | -     | -      | x        | -         | -     | -     | -    | -
    approved               | -   | -     | -      | x        | -         | -     | -     | -    | -
    scheduled              | -   | -     | -      | x        | -         | -     | -     | -    | -
    published              | -   | -     | -      | x        | -         | -     | -     | -    | -
    withdrawn              | -   | -     | -      | x        | -         | -     | -     | -    | -
    retracted              | -   | -     | -      | x        | -         | -     | -     | -    | -
    spiked                 | -   | -     | -      | x        | -         | -     | -     | -    | -
    live+draft             | -   | -     | -      | x        | -         | -     | -     | -    | -
    live+in_review         | -   | -     | -      | approved | -         | -     | -     | -    | -
    live+changes_requested | -   | -     | -      | x        | -         | -     | -     | -    | -
    live+approved          | -   | -     | -      | x        | -         | -     | -     | -    | -
    live+scheduled         | -   | -     | -      | x        | -         | -     | -     | -    | -
    live+spiked            | -   | -     | -      | x        | -         | -     | -     | -    | -`,
  schedule: `
    from                   | own | other | editor | reviewer | publisher | admin | clock | gone | none
    draft                  | -   | -     | -      | -        | x         | -     | -     | -    | -
    in_review              | -   | -     | -      | -        | x         | -     | -     | -    | -
    changes_requested      | -   | -     | -      | -        | x         | -     | -     | -    | -
    approved               | -   | -     | -      | -        | scheduled | -     | -     | -    | -
    scheduled              | -   | -     | -      | -        | x         | -     | -     | -    | -
    published              | -   | -     | -      | -        | x         | -     | -     | -    | -
    withdrawn              | -   | -     | -      | -        | x         | -     | -     | -    | -
    retracted              | -   | -     | -      | -        | x         | -     | -     | -    | -
    spiked                 | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+draft             | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+in_review         | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+changes_requested | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+approved          | -   | -     | -      | -        | scheduled | -     | -     | -    | -
    live+scheduled         | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+spiked            | -   | -     | -      | -        | x         | -     | -     | -    | -`,
  unschedule: `
    from                   | own | other | editor | reviewer | publisher | admin | clock | gone | none
    draft                  | -   | -     | -      | -        | x         | -     | -     | -    | -
    in_review              | -   | -     | -      | -        | x         | -     | -     | -    | -
    changes_requested      | -   | -     | -      | -        | x         | -     | -     | -    | -
    approved               | -   | -     | -      | -        | x         | -     | -     | -    | -
    scheduled              | -   | -     | -      | -        | approved  | -     | -     | -    | -
    published              | -   | -     | -      | -        | x         | -     | -     | -    | -
    withdrawn              | -   | -     | -      | -        | x         | -     | -     | -    | -
    retracted              | -   | -     | -      | -        | x         | -     | -     | -    | -
    spiked                 | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+draft             | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+in_review         | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+changes_requested | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+approved          | -   | -     | -      | -        | x         | -     | -     | -    | -
    live+scheduled         | -   | -     | -      | -        | approved  | -     | -     | -    | -
    live+spiked            | -   | -     | -      | -        | x         | -     | -     | -    | -`,
  // The clock acts on what is due and on nothing else: elsewhere it has no right, whatever the stage.
  publish: `
    from                   | own | other | editor | reviewer | publisher | admin | clock     | gone | none
    draft                  | -   | -     | -      | -        | x         | -     | -         | -    | -
    in_review              | -   | -     | -      | -        | x         | -     | -         | -    | -
    changes_requested      | -   | -     | -      | -        | x         | -     | -         | -    | -
    approved               | -   | -     | -      | -        | published | -     | -         | -    | -
    scheduled              | -   | -     | -      | -        | published | -     | published | -    | -
    published              | -   | -     | -      | -        | x         | -     | -         | -    | -
    withdrawn              | -   | -     | -      | -        | x         | -     | -         | -    | -
    retracted              | -   | -     | -      | -        | x         | -     | -         | -    | -
    spiked                 | -   | -     | -      | -        | x         | -     | -         | -    | -
    live+draft             | -   | -     | -      | -        | x         | -     | -         | -    | -
    live+in_review         | -   | -     | -      | -        | x         | -     | -         | -    | -
    live+changes_requested | -   | -     | -      | -        | x         | -     | -         | -    | -
    live+approved          | -   | -     | -      | -        | published | -     | -         | -    | -
    live+scheduled         | -   | -     | -      | -        | published | -     | published | -    | -
    live+spiked            | -   | -     | -      | -        | x         | -     | -         | -    | -`,
  revise: `
    from                   | own   | other | editor | reviewer | publisher | admin | clock | gone | none
    draft                  | x     | -     | x      | -        | -         | -     | -     | -    | -
    in_review              | x     | -     | x      | -        | -         | -     | -     | -    | -
    changes_requested      | x     | -     | x      | -        | -         | -     | -     | -    | -
    approved               | x     | -     | x      | -        | -         | -     | -     | -    | -
    scheduled              | x     | -     | x      | -        | -         | -     | -     | -    | -
    published              | draft | -     | draft  | -        | -         | -     | -     | -    | -
    withdrawn              | draft | -     | draft  | -        | -         | -     | -     | -    | -
    retracted              | x     | -     | x      | -        | -         | -     | -     | -    | -
    spiked                 | x     | -     | x      | -        | -         | -     | -     | -    | -
    live+draft             | x     | -     | x      | -        | -         | -     | -     | -    | -
    live+in_review         | x     | -     | x      | -        | -         | -     | -     | -    | -
    live+changes_requested | x     | -     | x      | -        | -         | -     | -     | -    | -
    live+approved          | x     | -     | x      | -        | -         | -     | -     | -    | -
    live+scheduled         | x     | -     | x      | -        | -         | -     | -     | -    | -
    live+spiked            | x     | -     | x      | -        | -         | -     | -     | -    | -`,
  // Acts on what is live: a next revision stays where it is.
  withdraw: `
    from                   | own | other | editor | reviewer | publisher         | admin | clock | gone | none
    draft                  | -   | -     | -      | -        | x                 | -     | -     | -    | -
    in_review              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    changes_requested      | -   | -     | -      | -        | x                 | -     | -     | -    | -
    approved               | -   | -     | -      | -        | x                 | -     | -     | -    | -
    scheduled              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    published              | -   | -     | -      | -        | withdrawn         | -     | -     | -    | -
    withdrawn              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    retracted              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    spiked                 | -   | -     | -      | -        | x                 | -     | -     | -    | -
    live+draft             | -   | -     | -      | -        | draft             | -     | -     | -    | -
    live+in_review         | -   | -     | -      | -        | in_review         | -     | -     | -    | -
    live+changes_requested | -   | -     | -      | -        | changes_requested | -     | -     | -    | -
    live+approved          | -   | -     | -      | -        | approved          | -     | -     | -    | -
    live+scheduled         | -   | -     | -      | -        | scheduled         | -     | -     | -    | -
    live+spiked            | -   | -     | -      | -        | spiked            | -     | -     | -    | -`,
  retract: `
    from                   | own | other | editor | reviewer | publisher         | admin | clock | gone | none
    draft                  | -   | -     | -      | -        | x                 | -     | -     | -    | -
    in_review              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    changes_requested      | -   | -     | -      | -        | x                 | -     | -     | -    | -
    approved               | -   | -     | -      | -        | x                 | -     | -     | -    | -
    scheduled              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    published              | -   | -     | -      | -        | retracted         | -     | -     | -    | -
    withdrawn              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    retracted              | -   | -     | -      | -        | x                 | -     | -     | -    | -
    spiked                 | -   | -     | -      | -        | x                 | -     | -     | -    | -
    live+draft             | -   | -     | -      | -        | draft             | -     | -     | -    | -
    live+in_review         | -   | -     | -      | -        | in_review         | -     | -     | -    | -
    live+changes_requested | -   | -     | -      | -        | changes_requested | -     | -     | -    | -
    live+approved          | -   | -     | -      | -        | approved          | -     | -     | -    | -
    live+scheduled         | -   | -     | -      | -        | scheduled         | -     | -     | -    | -
    live+spiked            | -   | -     | -      | -        | spiked            | -     | -     | -    | -`,
  spike: `
    from                   | own | other | editor | reviewer | publisher | admin | clock | gone | none
    draft                  | -   | -     | spiked | -        | -         | -     | -     | -    | -
    in_review              | -   | -     | spiked | -        | -         | -     | -     | -    | -
    changes_requested      | -   | -     | spiked | -        | -         | -     | -     | -    | -
    approved               | -   | -     | spiked | -        | -         | -     | -     | -    | -
    scheduled              | -   | -     | spiked | -        | -         | -     | -     | -    | -
    published              | -   | -     | x      | -        | -         | -     | -     | -    | -
    withdrawn              | -   | -     | x      | -        | -         | -     | -     | -    | -
    retracted              | -   | -     | x      | -        | -         | -     | -     | -    | -
    spiked                 | -   | -     | x      | -        | -         | -     | -     | -    | -
    live+draft             | -   | -     | spiked | -        | -         | -     | -     | -    | -
    live+in_review         | -   | -     | spiked | -        | -         | -     | -     | -    | -
    live+changes_requested | -   | -     | spiked | -        | -         | -     | -     | -    | -
    live+approved          | -   | -     | spiked | -        | -         | -     | -     | -    | -
    live+scheduled         | -   | -     | spiked | -        | -         | -     | -     | -    | -
    live+spiked            | -   | -     | x      | -        | -         | -     | -     | -    | -`,
  restore: `
    from                   | own | other | editor | reviewer | publisher | admin | clock | gone | none
    draft                  | -   | -     | x      | -        | -         | -     | -     | -    | -
    in_review              | -   | -     | x      | -        | -         | -     | -     | -    | -
    changes_requested      | -   | -     | x      | -        | -         | -     | -     | -    | -
    approved               | -   | -     | x      | -        | -         | -     | -     | -    | -
    scheduled              | -   | -     | x      | -        | -         | -     | -     | -    | -
    published              | -   | -     | x      | -        | -         | -     | -     | -    | -
    withdrawn              | -   | -     | x      | -        | -         | -     | -     | -    | -
    retracted              | -   | -     | x      | -        | -         | -     | -     | -    | -
    spiked                 | -   | -     | draft  | -        | -         | -     | -     | -    | -
    live+draft             | -   | -     | x      | -        | -         | -     | -     | -    | -
    live+in_review         | -   | -     | x      | -        | -         | -     | -     | -    | -
    live+changes_requested | -   | -     | x      | -        | -         | -     | -     | -    | -
    live+approved          | -   | -     | x      | -        | -         | -     | -     | -    | -
    live+scheduled         | -   | -     | x      | -        | -         | -     | -     | -    | -
    live+spiked            | -   | -     | draft  | -        | -         | -     | -     | -    | -`,
} as const

export type ExpectedTransition = keyof typeof TABLES
export type SituationName = keyof typeof SITUATIONS
export type Asker = keyof typeof ASKERS

export interface Expectation {
  readonly transition: ExpectedTransition
  readonly situation: SituationName
  readonly asker: Asker
  /** Where it leads, or the code of the refusal. */
  readonly outcome: { readonly to: Stage } | { readonly code: 'forbidden' | 'wrong_stage' }
}

/** Every cell of the tables above. */
export const EXPECTATIONS: readonly Expectation[] = Object.entries(TABLES).flatMap(([transition, text]) => {
  const [head = [], ...rows] = text.trim().split('\n').map(cellsOf)
  return rows.flatMap(([situation, ...cells]) =>
    cells.map((cell, at) => ({
      transition: transition as ExpectedTransition,
      situation: situation as SituationName,
      asker: head[at + 1] as Asker,
      outcome: outcomeOf(cell),
    })),
  )
})

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim())
}

function outcomeOf(cell: string): Expectation['outcome'] {
  if (cell === '-') return { code: 'forbidden' }
  if (cell === 'x') return { code: 'wrong_stage' }
  return { to: cell as Stage }
}
