import { looseText, UNSEEN_CLASS, type LooseText } from './looseText.ts'
import { tooLongToFind } from './tooLongToFind.ts'

const UNSEEN = `[${UNSEEN_CLASS}]*`

/** The pattern of a text as a search takes it, in words that JavaScript, PCRE and Postgres have in common. */
export function loosePattern(text: string): string {
  const loose = looseText(text)
  if (loose === null) throw tooLongToFind(text)
  const parts: string[] = []
  for (let at = 0; at < loose.each.length;) {
    const to = at + Math.max(1, ...loose.joined.filter((each) => each.at === at).map(({ length }) => length))
    const ways = waysToWrite(loose, at, to)
    parts.push(ways.length === 1 ? ways.join('') : `(?:${ways.join('|')})`)
    at = to
  }
  return parts.join(UNSEEN)
}

/** At most four: of three letters that one character may stand for each two may be one, too, as in `ffi`. */
function waysToWrite(loose: LooseText, from: number, to: number): readonly string[] {
  const single = { at: from, length: 1, all: loose.each[from] ?? '' }
  const first = [single, ...loose.joined.filter(({ at, length }) => at === from && at + length <= to)]
  return first.flatMap(({ all, length }) => {
    const rest = from + length === to ? [''] : waysToWrite(loose, from + length, to).map((way) => UNSEEN + way)
    return rest.map((way) => classOf(all) + way)
  })
}

function classOf(all: string): string {
  return `[${all.replaceAll(/[[\]\\^-]/g, String.raw`\$&`)}]`
}
