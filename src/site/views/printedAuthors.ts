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
 * printed name is left: what stands in the byline beside the others. Where that does not part into as many names, it is that of the one who is
 * missing, such as “Martin King, Jr.”, or it is not guessed; a byline that is all there is stands as a whole.
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
  const rests = bylineParts(
    byline,
    known.map(({ name }) => ({ name, href: name })),
  ).flatMap(({ text, href }, at) => (href === undefined ? [{ text, isFirst: at === 0 }] : []))
  const parted = rests
    .flatMap(({ text }) => namesIn(text, language))
    // Where letters stand close together, as in Chinese, no name was cut out as a whole word.
    .filter((name) => !known.some((each) => each.name === name))
  const whole = rests.flatMap(({ isFirst, text }) => (isFirst || startsJoined(text) ? withoutJoints(text) : []))
  const others = [parted, whole.filter((name) => name !== '')].find(({ length }) => length === unnamed) ?? []
  const people = [...known, ...others.map((name) => ({ name }))]
  if (people.length > 0) return people.map((each) => ({ kind: 'person', ...each }))
  return byline === '' ? [] : [{ kind: unnamed > 0 ? 'person' : 'unknown', name: byline }]
}

function namesIn(text: string, language: string | undefined): readonly string[] {
  return joints(language)
    .reduce<readonly string[]>((parts, joint) => parts.flatMap((part) => part.split(joint)), [text])
    .map(withoutJoints)
    .filter((part) => /\p{L}/u.test(part))
}

/** Words that stand between names in bylines written by hand, in whatever language the text is. */
const WORDS = 'and|with|und|mit|et|avec|y|con|e|com|og|och|med|en|met'
const LEADING = new RegExp(`^(?:[\\s,;&+/|·–—]+|(?:${WORDS})(?=[\\s,;]))+`, 'iu')
const TRAILING = new RegExp(`(?:[\\s,;&+/|·–—]+|\\s(?:${WORDS}))+$`, 'iu')

/** Whether a name may follow: “in Lisbon” behind somebody is none. */
function startsJoined(text: string): boolean {
  return /[^\s]/u.test(LEADING.exec(text)?.[0] ?? '')
}

function withoutJoints(text: string): string {
  return text.replace(LEADING, '').replace(TRAILING, '')
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
  return [...new Set([...found, ' & '])].sort((a, b) => b.length - a.length)
}
