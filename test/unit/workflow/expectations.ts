import type { Actor, Dossier, Stage } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import {
  aBreakingPublisher,
  AHEAD,
  aPerson,
  aSignOff,
  BEFORE,
  LIVE,
  NEXT,
  whatIsLive,
  whatWasFastTracked,
} from './builders.ts'

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
  breaking: aBreakingPublisher('petra'),
  admin: aPerson('ada', 'admin'),
  clock: { kind: 'clock', id: 'clock' },
  gone: { kind: 'person', id: 'greta', active: false, roles: ['reviewer'] },
  none: aPerson('nora'),
  right: { kind: 'person', id: 'rhea', active: true, roles: [], rights: ['breaking'] },
} as const satisfies Readonly<Record<string, Actor>>

const signed = [aSignOff('rita')]
const due = { at: BEFORE, by: 'paula', digest: NEXT }
const live = whatIsLive()
const unreviewed = { live: whatIsLive({ signOffs: [] }), fastTracked: whatWasFastTracked(), firstPublishedAt: BEFORE }
const retraction = { notice: 'Wrong.', at: BEFORE }

/**
 * Where the piece stands. `live+…` is a next revision of a piece that readers have, `unreviewed` one that was
 * fast-tracked and not reviewed since. The schedule's time has come.
 */
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
    retraction,
  },
  spiked: { stage: 'spiked' },
  'live+draft': { stage: 'draft', live, firstPublishedAt: BEFORE },
  'live+in_review': { stage: 'in_review', live, firstPublishedAt: BEFORE },
  'live+changes_requested': { stage: 'changes_requested', live, firstPublishedAt: BEFORE },
  'live+approved': { stage: 'approved', signOffs: signed, live, firstPublishedAt: BEFORE },
  'live+scheduled': { stage: 'scheduled', signOffs: signed, schedule: due, live, firstPublishedAt: BEFORE },
  'live+spiked': { stage: 'spiked', live, firstPublishedAt: BEFORE },
  'retracted+draft': { stage: 'draft', firstPublishedAt: BEFORE, retraction },
  'retracted+in_review': { stage: 'in_review', firstPublishedAt: BEFORE, retraction },
  unreviewed: { stage: 'published', writers: [], ...unreviewed },
  'unreviewed+draft': { stage: 'draft', ...unreviewed },
  'unreviewed+in_review': { stage: 'in_review', ...unreviewed },
} as const satisfies Readonly<Record<string, Partial<Dossier>>>

/** Digest of the newest revision in a context: that of what is live while no next revision was begun. */
export function newestDigest(context: keyof typeof SITUATIONS) {
  return ['published', 'withdrawn', 'retracted', 'unreviewed'].includes(context) ? LIVE : NEXT
}

/** The moves that act on what is live and have to name its digest; all others name the newest revision's. */
export const ON_LIVE: readonly string[] = ['withdraw', 'retract']

/** Whether a cell is about what is live: so is, too, the sign-off of what was fast-tracked while a next one is a draft. */
export function isOnLive(transition: string, context: keyof typeof SITUATIONS): boolean {
  return ON_LIVE.includes(transition) || (transition === 'sign_off' && context === 'unreviewed+draft')
}

/** Everything that a command may have to bring along. */
export const BROUGHT = { reason: 'Because.', notice: 'To our readers.', at: AHEAD } as const

const TABLES = {
  submit: `
    from                   | own       | other | editor    | reviewer | publisher | breaking | admin | clock | gone | none | right
    draft                  | in_review | -     | in_review | -        | -         | -        | -     | -     | -    | -    | -
    in_review              | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    changes_requested      | in_review | -     | in_review | -        | -         | -        | -     | -     | -    | -    | -
    approved               | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    scheduled              | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    published              | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    withdrawn              | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    retracted              | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    spiked                 | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    live+draft             | in_review | -     | in_review | -        | -         | -        | -     | -     | -    | -    | -
    live+in_review         | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | in_review | -     | in_review | -        | -         | -        | -     | -     | -    | -    | -
    live+approved          | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    live+spiked            | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | in_review | -     | in_review | -        | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed             | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | in_review | -     | in_review | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | x         | -     | x         | -        | -         | -        | -     | -     | -    | -    | -`,
  recall: `
    from                   | own   | other | editor | reviewer | publisher | breaking | admin | clock | gone | none | right
    draft                  | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    in_review              | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    changes_requested      | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    approved               | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    scheduled              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    published              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    withdrawn              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    spiked                 | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+draft             | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+in_review         | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+approved          | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+spiked            | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed             | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -`,
  request_changes: `
    from                   | own | other | editor | reviewer          | publisher | breaking | admin | clock | gone | none | right
    draft                  | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    approved               | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    published              | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | x                 | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | changes_requested | -         | -        | -     | -     | -    | -    | -`,
  sign_off: `
    from                   | own | other | editor | reviewer  | publisher | breaking | admin | clock | gone | none | right
    draft                  | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | approved  | -         | -        | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    approved               | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    published              | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | approved  | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | x         | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | approved  | -         | -        | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | published | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | draft     | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | approved  | -         | -        | -     | -     | -    | -    | -`,
  schedule: `
    from                   | own | other | editor | reviewer | publisher | breaking  | admin | clock | gone | none | right
    draft                  | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    approved               | -   | -     | -      | -        | scheduled | scheduled | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    published              | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | -        | scheduled | scheduled | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | -        | x         | x         | -     | -     | -    | -    | -`,
  unschedule: `
    from                   | own | other | editor | reviewer | publisher | breaking | admin | clock | gone | none | right
    draft                  | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    approved               | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | -        | approved  | approved | -     | -     | -    | -    | -
    published              | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | -        | approved  | approved | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | -        | x         | x        | -     | -     | -    | -    | -`,
  publish: `
    from                   | own | other | editor | reviewer | publisher | breaking  | admin | clock     | gone | none | right
    draft                  | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    in_review              | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    changes_requested      | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    approved               | -   | -     | -      | -        | published | published | -     | -         | -    | -    | -
    scheduled              | -   | -     | -      | -        | published | published | -     | published | -    | -    | -
    published              | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    withdrawn              | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    retracted              | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    spiked                 | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    live+draft             | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    live+in_review         | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    live+changes_requested | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    live+approved          | -   | -     | -      | -        | published | published | -     | -         | -    | -    | -
    live+scheduled         | -   | -     | -      | -        | published | published | -     | published | -    | -    | -
    live+spiked            | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    retracted+draft        | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    retracted+in_review    | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    unreviewed             | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    unreviewed+draft       | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | -        | x         | x         | -     | -         | -    | -    | -`,
  revise: `
    from                   | own   | other | editor | reviewer | publisher | breaking | admin | clock | gone | none | right
    draft                  | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    in_review              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    changes_requested      | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    approved               | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    scheduled              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    published              | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    withdrawn              | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    retracted              | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    spiked                 | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+draft             | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+in_review         | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+approved          | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+spiked            | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed             | draft | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | x     | -     | x      | -        | -         | -        | -     | -     | -    | -    | -`,
  withdraw: `
    from                   | own | other | editor | reviewer | publisher         | breaking          | admin | clock | gone | none | right
    draft                  | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    approved               | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    published              | -   | -     | -      | -        | withdrawn         | withdrawn         | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | -        | draft             | draft             | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | -        | in_review         | in_review         | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | -        | changes_requested | changes_requested | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | -        | approved          | approved          | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | -        | scheduled         | scheduled         | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | -        | spiked            | spiked            | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | -        | withdrawn         | withdrawn         | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | -        | draft             | draft             | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | -        | in_review         | in_review         | -     | -     | -    | -    | -`,
  retract: `
    from                   | own | other | editor | reviewer | publisher         | breaking          | admin | clock | gone | none | right
    draft                  | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    approved               | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    published              | -   | -     | -      | -        | retracted         | retracted         | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | -        | draft             | draft             | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | -        | in_review         | in_review         | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | -        | changes_requested | changes_requested | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | -        | approved          | approved          | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | -        | scheduled         | scheduled         | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | -        | spiked            | spiked            | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | -        | x                 | x                 | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | -        | retracted         | retracted         | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | -        | draft             | draft             | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | -        | in_review         | in_review         | -     | -     | -    | -    | -`,
  spike: `
    from                   | own | other | editor | reviewer | publisher | breaking | admin | clock | gone | none | right
    draft                  | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    in_review              | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    changes_requested      | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    approved               | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    scheduled              | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    published              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    withdrawn              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    spiked                 | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+draft             | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    live+in_review         | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    live+approved          | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    live+spiked            | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed             | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | spiked | -        | -         | -        | -     | -     | -    | -    | -`,
  restore: `
    from                   | own | other | editor | reviewer | publisher | breaking | admin | clock | gone | none | right
    draft                  | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    in_review              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    changes_requested      | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    approved               | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    scheduled              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    published              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    withdrawn              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted              | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    spiked                 | -   | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    live+draft             | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+in_review         | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+approved          | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    live+spiked            | -   | -     | draft  | -        | -         | -        | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed             | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | x      | -        | -         | -        | -     | -     | -    | -    | -`,
  fast_track: `
    from                   | own | other | editor | reviewer | publisher | breaking  | admin | clock | gone | none | right
    draft                  | -   | -     | -      | -        | -         | published | -     | -     | -    | -    | -
    in_review              | -   | -     | -      | -        | -         | published | -     | -     | -    | -    | -
    changes_requested      | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    approved               | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    scheduled              | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    published              | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    withdrawn              | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    retracted              | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    spiked                 | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    live+draft             | -   | -     | -      | -        | -         | published | -     | -     | -    | -    | -
    live+in_review         | -   | -     | -      | -        | -         | published | -     | -     | -    | -    | -
    live+changes_requested | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    live+approved          | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    live+scheduled         | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    live+spiked            | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    retracted+draft        | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    retracted+in_review    | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    unreviewed             | -   | -     | -      | -        | -         | x         | -     | -     | -    | -    | -
    unreviewed+draft       | -   | -     | -      | -        | -         | published | -     | -     | -    | -    | -
    unreviewed+in_review   | -   | -     | -      | -        | -         | published | -     | -     | -    | -    | -`,
} as const

export type ExpectedTransition = keyof typeof TABLES
export type SituationName = keyof typeof SITUATIONS
export type Asker = keyof typeof ASKERS

export interface Expectation {
  readonly transition: ExpectedTransition
  readonly context: SituationName
  readonly asker: Asker
  /** Where it leads, or the code of the refusal. */
  readonly outcome: { readonly to: Stage } | { readonly code: 'forbidden' | 'wrong_stage' }
}

/** Every cell of the tables above. */
export const EXPECTATIONS: readonly Expectation[] = Object.entries(TABLES).flatMap(([transition, text]) => {
  const [head = [], ...rows] = text.trim().split('\n').map(cellsOf)
  return rows.flatMap(([context, ...cells]) =>
    cells.map((cell, at) => ({
      transition: transition as ExpectedTransition,
      context: context as SituationName,
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
