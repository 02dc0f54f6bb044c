/** A refusal as the newsroom words it; see docs/errors.md for the codes. */
export type Refusal = {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly field?: string
  readonly [more: string]: unknown
}

/** An answer of 400 or more, or one that is none of this API. What goes wrong on the way stays the error that `fetch` throws. */
export class ImprimaturError extends Error {
  override readonly name = 'ImprimaturError'
  /** Stable; `unreadable_answer` where the answer was not the newsroom's. */
  readonly code: string
  readonly hint: string | undefined
  readonly field: string | undefined

  constructor(
    readonly status: number,
    /** All refusals of the answer; the error speaks for the first. */
    readonly refusals: readonly Refusal[],
    /** For how many seconds it asks to wait, if it says so. */
    readonly retryAfter: number | undefined,
  ) {
    const [first = { code: 'unreadable_answer', message: `The answer (${status}) is not one of this API.` }] = refusals
    super(first.message)
    this.code = first.code
    this.hint = 'hint' in first ? first.hint : undefined
    this.field = 'field' in first ? first.field : undefined
  }
}
