import { canonicalLanguage } from './bcp47.ts'
import { idOf, record, textOf } from 'payload-plugin-imprimatur/content'

/** One line of an article's credits, as it is stored. */
export type Credit = {
  /** Id of the author. */
  readonly author: string | undefined
  /** Name to print for this piece, where it differs from the author's. */
  readonly creditedAs: string
  readonly role: string
}

/** Reads credits out of stored or submitted data; lines that name nobody are left out. */
export function creditsOf(value: unknown): Credit[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((line: unknown) => {
    const author = idOf(record(line).author)
    const creditedAs = textOf(line, 'creditedAs')
    return author === undefined && creditedAs === ''
      ? []
      : [{ author, creditedAs, role: textOf(line, 'role') || 'author' }]
  })
}

/**
 * The byline that the credits make: the names of those who wrote the piece, joined as the language does ("A", "A and B",
 * "A, B and C"), each person once. English takes no comma before "and".
 *
 * @param names display names by author id
 */
export function automaticByline(
  credits: readonly Credit[],
  names: ReadonlyMap<string, string>,
  language?: string,
): string {
  const printed = new Map<string, string>()
  for (const { author, creditedAs, role } of credits) {
    const name = creditedAs || (author === undefined ? '' : (names.get(author) ?? ''))
    const person = author ?? name
    if (role === 'author' && name !== '' && !printed.has(person)) printed.set(person, name)
  }
  return new Intl.ListFormat(listLanguage(language), { type: 'conjunction' }).format(printed.values())
}

function listLanguage(language: string | undefined): string {
  const tag = canonicalLanguage(language)
  // CLDR gives plain "en" a comma before "and"; British English has none.
  return tag === undefined || new Intl.Locale(tag).language === 'en' ? 'en-GB' : tag
}

/** A written byline wins; one that is empty, or that the former credits had made, follows the credits. */
export function decideByline(byline: { incoming: string; formerAutomatic: string; automatic: string }): string {
  const incoming = byline.incoming.trim()
  return incoming === '' || incoming === byline.formerAutomatic ? byline.automatic : incoming
}
