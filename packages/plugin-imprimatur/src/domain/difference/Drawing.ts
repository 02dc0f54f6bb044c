import type { Change } from './Change.ts'
import type { SayOfDifference } from './DifferenceWord.ts'

/** A field at the top, in the order of the form. `text` is read as text, a `value` stands in a list below it. */
export type DrawnField = { readonly name: string; readonly as: 'title' | 'text' | 'value' }

export type DrawnPicture = { readonly url: string; readonly alt: string }

/** What the content does not say of itself. */
export type Drawing = {
  readonly fields: readonly DrawnField[]
  /** What a field is called, by its path without numbers of rows; of a block's, `block:` and its kind, and the path within. */
  readonly labels: ReadonlyMap<string, string>
  /** What a value is called, such as a document by its id, by the same path; undefined for a value that says itself what it is. */
  readonly called: (
    path: string,
    value: string,
  ) => { readonly name: string; readonly picture?: DrawnPicture } | undefined
  readonly say: SayOfDifference
  /** Whether there is something to compare with. Without it nothing is marked: all of it is new. */
  readonly compares: boolean
}

export type Drawn = {
  /** The text with its changes marked, and what is not seen in it below. Everything in it is escaped; it has no scripts. */
  readonly html: string
  /** The text alone. */
  readonly text: string
  readonly changes: readonly Change[]
}
