import { decodeHTML } from 'entities'

/**
 * What Windows-1252 has for the bytes 0x80 to 0x9F, and a space where it has nothing. Written out: `TextDecoder` of Node 20 takes
 * these bytes for Latin-1.
 */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** The byte behind each character of Latin-1 and of Windows-1252, the wrong guesses behind most damaged UTF-8. */
const BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 0x80 }, (_, index) => [String.fromCharCode(0x80 + index), 0x80 + index] as const),
  ...Array.from(HIGH).flatMap((character, index) => (character === ' ' ? [] : [[character, 0x80 + index] as const])),
])

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu

/** Damage in a text: `broken` is the first damaged word, `mended` the whole text as it probably was, null when that is lost. */
export type Damage = {
  broken: string
  mended: string | null
}

/**
 * Finds what copying between programs leaves behind: HTML's references (`&amp;`, `&#8217;`), UTF-8 that was read as Windows-1252
 * (`â€™`), and the replacement character. Null if there is none of it.
 */
export function damageIn(text: string): Damage | null {
  const mended = mendReferences(mendEncoding(text))
  if (mended === text && !LOST.test(text)) return null
  return { broken: firstDifference(text, mended), mended: LOST.test(mended) ? null : mended }
}

/** Twice, as a page that was copied twice has `&amp;amp;`. */
function mendReferences(text: string): string {
  const once = decodeEach(text)
  return once === text ? text : decodeEach(once)
}

function decodeEach(text: string): string {
  return text.replace(ENTITY, (reference) => decodeHTML(reference))
}

/** Characters that stand for the bytes after the first of a character in UTF-8. */
const REST = `[${[...BYTES].flatMap(([character, byte]) => (byte < 0xc0 ? [character] : [])).join('')}]`
/**
 * UTF-8 read as one of them. What begins with Â, Ã, â or ð stands in no real text; the other beginnings do, before a closing
 * quotation mark (`É»`), so of them it takes two in a row.
 */
const WRONGLY_READ = new RegExp(
  `[ÂÃ]${REST}|â${REST}{2}|ð${REST}{3}|(?:[ÄÅÎÏÐÑØÙ×]${REST}){2,}|(?:[ãäåæçèéàêëìíï]${REST}{2}){2,}`,
  'gu',
)
/** The replacement character, or the beginning of a quotation mark of which the last byte was dropped: what stood there is lost. */
const LOST = new RegExp(`\\uFFFD|â€(?!${REST})`, 'u')

function mendEncoding(text: string): string {
  return text.replace(WRONGLY_READ, (run) => {
    try {
      const bytes = Array.from(run, (character) => BYTES.get(character) ?? 0)
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    } catch {
      return run
    }
  })
}

/** The word of `text` in which it first differs from `mended`, or which holds the replacement character. */
function firstDifference(text: string, mended: string): string {
  const lost = LOST.exec(text)?.index ?? text.length
  let at = 0
  while (at < text.length && text[at] === mended[at]) at += 1
  const index = Math.min(at, lost)
  const from = text.slice(0, index).search(/\S*$/u)
  return /^\S+/u.exec(text.slice(from))?.[0] ?? text.slice(index, index + 20)
}
