import { TIERS, type Term, type Tier } from '../domain/search/index.ts'

/** One word of one text. */
export type Posting = {
  readonly tier: Tier
  readonly token: string
  /** The time of the text, in milliseconds. */
  readonly at: number
  /** That of the text. */
  readonly number: number
}

const TIME_DIGITS = 9
const END_OF_TIME = 36 ** TIME_DIGITS - 1

/** Behind everything that a token can hold. */
const LAST = '\u{10ffff}'

/**
 * A posting as the id of its row: tier, token, time and number, such as `3harbour zxr4u0f1k 2a`. Compared byte by byte, rows of a token follow
 * each other with the newest text first, and before those of longer tokens, as no token has a space.
 */
export function idOfPosting({ at, number, tier, token }: Posting): string {
  const left = END_OF_TIME - Math.min(Math.max(0, Math.floor(at)), END_OF_TIME)
  return `${String(tier)}${token} ${left.toString(36).padStart(TIME_DIGITS, '0')} ${number.toString(36)}`
}

export function postingOfId(id: string): Posting {
  const [head = '', left = '', number = ''] = id.split(' ')
  const tier = TIERS.find((each) => head.startsWith(String(each))) ?? 3
  return { tier, token: head.slice(1), at: END_OF_TIME - parseInt(left, 36), number: parseInt(number, 36) }
}

/** Where the postings of a term begin, and before what they end. */
export function rangeOf({ prefix, token }: Term, tier: Tier): { readonly from: string; readonly before: string } {
  const head = `${String(tier)}${token}`
  return prefix ? { from: head, before: head + LAST } : { from: `${head} `, before: `${head} ${LAST}` }
}
