import { createHash } from 'node:crypto'
import { folded } from './folded.ts'

/** Collections that an import makes pieces in. */
export type ImportCollection = 'authors' | 'articles' | 'news-teasers'

/**
 * The key that an imported piece is found again by: 40 hex digits of SHA-256 over the collection and what identifies the piece.
 * Capitals, kinds of quotes and hyphens, white space and Unicode normalisation make no difference. Part of stored data: a change
 * of this function makes every earlier import be made a second time.
 */
export function sourceKey(collection: ImportCollection, identity: readonly string[]): string {
  return sha256(JSON.stringify(['page', collection, ...identity.map(folded)])).slice(0, 40)
}

/**
 * The same for a piece that its file has a name for, such as the `guid` of an item: every character of that counts. `identity` begins
 * with what the names come from. Part of stored data, too.
 */
export function namedKey(collection: ImportCollection, identity: readonly string[]): string {
  return sha256(JSON.stringify(['named', collection, ...identity.map((each) => each.normalize('NFC'))])).slice(0, 40)
}

/** The key of a piece that shares its title, and so `titleKey`, with an earlier one: its text belongs to it. */
export function keyWithText(titleKey: string, hash: string): string {
  return sha256(JSON.stringify([titleKey, hash])).slice(0, 40)
}

/** SHA-256 in hex over texts as they are printed: tells whether a page that was imported before has changed since. */
export function textHash(texts: readonly string[]): string {
  return sha256(JSON.stringify(texts))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
