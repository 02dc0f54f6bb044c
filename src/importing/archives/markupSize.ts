/** What a parser of XML would have to cope with: tags, and the characters and parts of the longest one. */
export type MarkupSize = {
  tags: number
  longest: number
  /** White space, quotation marks and slashes in one tag: no fewer than its attributes. */
  parts: number
  /** The first declaration, such as a DOCTYPE, as far as its name. */
  declaration: string | null
  /** Where instructions with a quotation mark stand that has no partner: parsers differ in where such a one ends. */
  odd: readonly (readonly [from: number, to: number])[]
}

/** What holds any characters, up to its end. */
const SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

type Markup = {
  from: number
  /** Where its last `>` is, or the end of what is no tag. */
  to: number
  isTag: boolean
}

/**
 * Tags, comments, sections of CDATA and instructions, one after the other. A tag ends at the first `>` outside of its quotation marks.
 * What has no end reaches to the end of the text.
 */
export function* markupOf(text: string): Generator<Markup> {
  for (let from = text.indexOf('<'); from >= 0;) {
    const [begin, end] = SECTIONS.find(([mark]) => text.startsWith(mark, from)) ?? []
    let to: number
    if (begin === undefined) to = endOfTag(text, from)
    else {
      const found = text.indexOf(end, from + begin.length)
      to = found < 0 ? text.length : found + end.length
    }
    yield { from, to, isTag: begin === undefined }
    from = text.indexOf('<', to)
  }
}

/** Measures XML in one pass, before a parser whose time grows faster than its input gets it. */
export function markupSize(text: string): MarkupSize {
  const odd: (readonly [number, number])[] = []
  const size = { tags: 0, longest: 0, parts: 0, declaration: null as string | null, odd }
  for (const { from, isTag, to } of markupOf(text)) {
    const written = text.slice(from, to)
    if (isTag) {
      size.declaration ??= /^<![^\s>]{0,20}/u.exec(written)?.[0] ?? null
      size.tags += countOf(written, /</gu)
      size.longest = Math.max(size.longest, written.length)
      size.parts = Math.max(size.parts, countOf(written, /[\s"'/]/gu))
    } else if (written.startsWith('<?') && /["']/u.test(written.replace(/"[^"]*"|'[^']*'/gu, ''))) {
      odd.push([from, to])
    }
  }
  return size
}

function endOfTag(text: string, open: number): number {
  const mark = /[>"']/gu
  mark.lastIndex = open
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '>') return found.index
    const close = text.indexOf(found[0], found.index + 1)
    if (close < 0) break
    mark.lastIndex = close + 1
  }
  return text.length
}

function countOf(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0
}
