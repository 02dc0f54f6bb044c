import type { Doubt } from './doubts.ts'
import { endsSentence } from './pageText.ts'
import type { TextLine } from './pageText.ts'
import { hasNameShape } from './personNames.ts'
import { readByline } from './readByline.ts'

/** Characters of the longest line of a page that was wrapped by hand or by an old mail program. */
const MAX_WRAPPED = 120
/** Characters from which on a line is full rather than short of its own accord. */
const MIN_FULL = 45

/**
 * Joins the lines of wrapped paragraphs with spaces, if the page is wrapped: no line is long, and somewhere a full line stops in
 * mid-sentence and the next goes on in lower case. Lines of names and what stands under them are left apart.
 */
export function joinWrapped(lines: TextLine[]): { lines: TextLine[]; doubts: Doubt[] } {
  const isWrapped =
    lines.every((line) => line.text.length <= MAX_WRAPPED) &&
    lines.some((line, index) => {
      const next = lines[index + 1]
      return (
        next?.block === line.block &&
        line.text.length >= MIN_FULL &&
        !endsSentence(line.text) &&
        /^\p{Ll}/u.test(next.text)
      )
    })
  if (!isWrapped) return { lines, doubts: [] }

  const paragraphs: TextLine[][] = []
  for (const line of lines) {
    const current = paragraphs.at(-1)
    const previous = current?.at(-1)
    if (current !== undefined && previous?.block === line.block && goesOn(previous.text, line.text)) current.push(line)
    else paragraphs.push([line])
  }
  const doubts: Doubt[] = []
  const joined = paragraphs.flatMap((paragraph) => {
    const [first] = paragraph
    if (first === undefined) return []
    if (paragraph.length > 1) {
      doubts.push({
        code: 'lines_joined',
        message: `${String(paragraph.length)} lines were joined with spaces to one paragraph.`,
        line: first.line,
      })
    }
    return [{ ...first, text: paragraph.map((line) => line.text).join(' ') }]
  })
  return { lines: joined, doubts }
}

function goesOn(previous: string, line: string): boolean {
  const byline = readByline(line)
  if (byline !== null && (byline.introduced || endsSentence(previous))) return false
  return previous.length >= MIN_FULL || !hasNameShape(previous)
}
