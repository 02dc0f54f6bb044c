import type { AuthorView } from './authorView.ts'
import { bylineParts } from './bylineParts.ts'

/** Somebody who wrote the piece, as printed. */
export type PrintedAuthor = {
  readonly kind: 'person' | 'unknown'
  readonly name: string
  readonly author?: AuthorView
}

/**
 * Who wrote a piece, for machines. Those with a public page are known from their credits. Of one whose page is not public any more only the
 * printed name is left: what stands in the byline beside the others. Where that does not part into as many names, it is not guessed; a byline
 * that is all there is stands as a whole.
 *
 * @param known those who wrote it and whose names are known
 * @param unnamed how many more are credited
 * @param language well-formed BCP 47 tag of the byline, by which its names are joined; undefined for English
 */
export function printedAuthors(
  byline: string,
  known: readonly Omit<PrintedAuthor, 'kind'>[],
  unnamed: number,
  language: string | undefined,
): readonly PrintedAuthor[] {
  const others = bylineParts(
    byline,
    known.map(({ name }) => ({ name, href: name })),
  )
    .flatMap(({ text, href }) => (href === undefined ? namesIn(text, language) : []))
    // Where letters stand close together, as in Chinese, no name was cut out as a whole word.
    .filter((name) => !known.some((each) => each.name === name))
  const people = [...known, ...(others.length === unnamed ? others.map((name) => ({ name })) : [])]
  if (people.length > 0) return people.map((each) => ({ kind: 'person', ...each }))
  return byline === '' ? [] : [{ kind: unnamed > 0 ? 'person' : 'unknown', name: byline }]
}

function namesIn(text: string, language: string | undefined): readonly string[] {
  return joints(language)
    .reduce<readonly string[]>((parts, joint) => parts.flatMap((part) => part.split(joint)), [text])
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part))
}

/** What the language, and English, puts between names in a row: ", ", " and ", " y ", "、". */
function joints(language: string | undefined): readonly string[] {
  const found = ['en-GB', language ?? []].flat().flatMap((locale) =>
    [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ].flatMap((names) =>
      new Intl.ListFormat(locale, { type: 'conjunction' })
        .formatToParts(names)
        .flatMap(({ type, value }) => (type === 'literal' ? [value] : [])),
    ),
  )
  return [...new Set(found)].sort((a, b) => b.length - a.length)
}
