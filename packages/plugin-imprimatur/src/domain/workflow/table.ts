import type { Stage } from './stages.ts'

/**
 * Who may make a move. `writer` is a contributor on a piece of their own, `breaking_publisher` a publisher with the right
 * `breaking`; the others are the role of that name.
 */
export type Party = 'writer' | 'editor' | 'reviewer' | 'publisher' | 'breaking_publisher' | 'review_giver' | 'clock'

/** What must hold beyond the stage and the right. Each is checked by `transition()` under the code in brackets. */
export type Condition =
  | 'gates' // gate_failed
  | 'review_gates' // gate_failed
  | 'reason' // reason_required
  | 'notice' // notice_required
  | 'time_ahead' // time_not_ahead, embargoed
  | 'four_eyes' // four_eyes, already_signed, review_required, review_waits
  | 'quorum' // quorum_missing
  | 'comments' // comments_unresolved
  | 'embargo' // embargoed
  | 'no_retraction' // wrong_stage

export type Rule = {
  /** The verb on the button. */
  readonly label: string
  /** Which of the dossier's two sides the move acts on, and whose digest it has to name. */
  readonly actsOn: 'revision' | 'live'
  /** Stages it starts from. A move that acts on what is live starts from anything live, whatever the stage. */
  readonly from: readonly Stage[]
  /**
   * Where it leads. `sign_off` leads to `approved` only when the policy's quorum is complete; after the round of review it
   * is for a review that is outstanding then, and leads nowhere.
   */
  readonly to: Stage
  readonly parties: readonly Party[]
  readonly needs: readonly Condition[]
}

/**
 * The transition table. Guards, `GET …/transitions`, the admin's buttons and the table in `docs/workflow.md`
 * are read off it; the tests' expectations are not.
 */
export const TABLE = {
  submit: {
    label: 'Submit for review',
    actsOn: 'revision',
    from: ['draft', 'changes_requested'],
    to: 'in_review',
    parties: ['writer', 'editor'],
    needs: ['gates', 'review_gates'],
  },
  recall: {
    label: 'Recall to draft',
    actsOn: 'revision',
    from: ['in_review'],
    to: 'draft',
    parties: ['writer', 'editor'],
    needs: [],
  },
  request_changes: {
    label: 'Request changes',
    actsOn: 'revision',
    from: ['in_review', 'approved', 'scheduled'],
    to: 'changes_requested',
    parties: ['reviewer'],
    needs: ['reason'],
  },
  sign_off: {
    label: 'Sign off',
    actsOn: 'revision',
    from: ['in_review', 'approved', 'scheduled'],
    to: 'approved',
    parties: ['review_giver'],
    needs: ['four_eyes', 'comments', 'review_gates'],
  },
  schedule: {
    label: 'Schedule',
    actsOn: 'revision',
    from: ['approved'],
    to: 'scheduled',
    parties: ['publisher'],
    needs: ['time_ahead', 'quorum', 'comments'],
  },
  unschedule: {
    label: 'Unschedule',
    actsOn: 'revision',
    from: ['scheduled'],
    to: 'approved',
    parties: ['publisher'],
    needs: [],
  },
  publish: {
    label: 'Publish',
    actsOn: 'revision',
    from: ['approved', 'scheduled'],
    to: 'published',
    parties: ['publisher', 'clock'],
    needs: ['quorum', 'comments', 'embargo', 'gates'],
  },
  revise: {
    label: 'Start a new revision',
    actsOn: 'revision',
    from: ['published', 'withdrawn'],
    to: 'draft',
    parties: ['writer', 'editor'],
    needs: [],
  },
  withdraw: {
    label: 'Withdraw',
    actsOn: 'live',
    from: ['published'],
    to: 'withdrawn',
    parties: ['publisher'],
    needs: ['reason'],
  },
  retract: {
    label: 'Retract',
    actsOn: 'live',
    from: ['published'],
    to: 'retracted',
    parties: ['publisher'],
    needs: ['notice'],
  },
  spike: {
    label: 'Spike',
    actsOn: 'revision',
    from: ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'],
    to: 'spiked',
    parties: ['editor'],
    needs: [],
  },
  restore: {
    label: 'Restore',
    actsOn: 'revision',
    from: ['spiked'],
    to: 'draft',
    parties: ['editor'],
    needs: [],
  },
  fast_track: {
    label: 'Fast-track',
    actsOn: 'revision',
    from: ['draft', 'in_review'],
    to: 'published',
    parties: ['breaking_publisher'],
    needs: ['reason', 'no_retraction', 'embargo', 'gates'],
  },
} as const satisfies Readonly<Record<string, Rule>>

export type TransitionName = keyof typeof TABLE

export const TRANSITIONS = Object.keys(TABLE) as TransitionName[]

/** Whether `value` names a row of {@link TABLE}. */
export function isTransitionName(value: unknown): value is TransitionName {
  return typeof value === 'string' && Object.hasOwn(TABLE, value)
}

/** The row of `name`, with its literal types widened to {@link Rule}. */
export function ruleOf(name: TransitionName): Rule {
  return TABLE[name]
}

/** Whether `name` gives a revision to readers. */
export function makesPublic(name: TransitionName): boolean {
  return ruleOf(name).to === 'published'
}
