import type { Digest } from '../workflow/index.ts'
import type { StyleRule } from './StyleRule.ts'

/** That somebody let the words of a rule stand at one place of one revision. It is no content: it is in no digest, proof or event. */
export type StyleException = {
  readonly id: string
  /** `collection:id`. */
  readonly piece: string
  readonly digest: Digest
  /** Id of the rule. */
  readonly rule: string
  readonly path: string
  readonly start: number
  readonly exact: string
  /** What the rule was when it was made: what lets advice be does not lift what blocks. */
  readonly severity: StyleRule['severity']
  readonly by: string
  readonly at: string
}

/** What lets this passage stand, if anything does. */
export function exceptionFor(
  {
    exact,
    path,
    rule,
    start,
  }: {
    readonly rule: Pick<StyleRule, 'id' | 'severity'>
    readonly path: string
    readonly start: number
    readonly exact: string
  },
  exceptions: readonly StyleException[],
): StyleException | undefined {
  return exceptions.find(
    (each) =>
      each.rule === rule.id &&
      each.path === path &&
      each.start === start &&
      each.exact === exact &&
      (each.severity === 'blocks' || rule.severity === 'advice'),
  )
}

/**
 * Who lets a passage stand, of those who may see it: of advice anybody; of what blocks whoever may review the piece and had no hand in this
 * revision, as nobody frees their own words.
 */
export function mayExcuse(
  severity: StyleRule['severity'],
  { givesReview, hadAHand }: { readonly givesReview: boolean; readonly hadAHand: boolean },
): boolean {
  return severity === 'advice' || (givesReview && !hadAHand)
}
