import type { Gate, GateFacts, RelatedPiece } from 'payload-plugin-imprimatur/workflow'
import { documentId, isRecord } from 'payload-plugin-imprimatur/content'
import { capitalised, inBrief, isVisible } from './visibleText.ts'

interface Credit {
  /** How messages name it. */
  readonly name: string
  readonly field: string
  /** What is known of the author; undefined when none is chosen or it is not there. */
  readonly author: RelatedPiece | undefined
  readonly chosen: boolean
}

/** Somebody answers for every piece. */
export const creditsPresent: Gate = {
  code: 'credits_present',
  blocks: 'submit',
  check: (facts) => (creditsOf(facts).length > 0 ? [] : [{ message: 'Credit at least one author.', field: 'credits' }]),
}

/** Each credit names an author who is there. */
export const creditAuthorExists: Gate = {
  code: 'credit_author_exists',
  blocks: 'submit',
  check: (facts) =>
    creditsOf(facts)
      .filter(({ author }) => author?.exists !== true)
      .map(({ name, field, chosen }) => ({
        message: chosen
          ? `The author of ${name} does not exist any more. Choose somebody else, or remove the credit.`
          : `${capitalised(name)} names nobody. Choose the author, or remove the credit.`,
        field,
      })),
}

/** Readers can look up everybody whose name stands under the piece. */
export const creditAuthorPublic: Gate = {
  code: 'credit_author_public',
  blocks: 'publish',
  check: (facts) =>
    creditsOf(facts)
      .filter(({ author }) => author?.exists === true && !author.public && !author.goingPublic)
      .map(({ name, field }) => ({
        message: `The author of ${name} is not public. Publish the author in the same step as this piece, or before it.`,
        field,
      })),
}

function creditsOf({ doc, related }: GateFacts): Credit[] {
  const credits: readonly unknown[] = Array.isArray(doc.credits) ? doc.credits : []
  return credits.map((credit, at) => {
    const { author, creditedAs }: Readonly<Record<string, unknown>> = isRecord(credit) ? credit : {}
    const id = documentId(author)
    const number = `credit ${String(at + 1)}`
    return {
      name: isVisible(creditedAs) ? `${number} (“${inBrief(creditedAs)}”)` : number,
      field: `credits.${String(at)}.author`,
      author: id === undefined ? undefined : related.get(`authors:${id}`),
      chosen: id !== undefined,
    }
  })
}
