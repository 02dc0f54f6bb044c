/**
 * What Windows-1252 has for the bytes 0x80 to 0x9F, and a space where it has nothing. Written out: `TextDecoder` of Node 20 takes
 * these bytes for Latin-1.
 */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** The byte behind each character of Latin-1 and of Windows-1252, the wrong guesses behind most damaged UTF-8. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 0x80 }, (_, index) => [String.fromCharCode(0x80 + index), 0x80 + index] as const),
  ...Array.from(HIGH).flatMap((character, index) => (character === ' ' ? [] : [[character, 0x80 + index] as const])),
])
const WINDOWS_1250 = bytesOf('windows-1250')
const WINDOWS_1251 = bytesOf('windows-1251')

function bytesOf(label: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(label)
  return new Map(
    Array.from({ length: 0x80 }, (_, index) => [decoder.decode(Uint8Array.of(0x80 + index)), 0x80 + index]),
  )
}

/** Characters of a code page that stand for the bytes after the first of a character in UTF-8. */
function restOf(bytes: ReadonlyMap<string, number>): string {
  return `[${[...bytes].flatMap(([character, byte]) => (byte < 0xc0 ? [character] : [])).join('')}]`
}

const REST = restOf(WINDOWS_1252)
/**
 * UTF-8 read as Windows-1252. What begins with Â, Ã, â or ð stands in no real text; the other beginnings do, before a closing
 * quotation mark (`É»`), so of them it takes two in a row, or a small letter before or behind (`ErdoÄŸan`).
 */
const READ_AS_1252 = new RegExp(
  `[ÂÃ]${REST}|â${REST}{2}|ð${REST}{3}|(?:[ÄÅÎÏÐÑØÙ×]${REST}){2,}|(?<=\\p{Ll})[ÄÅ]${REST}|[ÄÅ]${REST}(?=[\\p{Ll}ÃÄÅ])|(?:[ãäåæçèéàêëìíï]${REST}{2}){2,}`,
  'gu',
)

const REST_1250 = restOf(WINDOWS_1250)
/**
 * UTF-8 read as Windows-1250. Ă ends words of Romanian in capitals, before a quotation mark or a dash, and begins some (`Ăştia`): what
 * follows has to stand there in no text, or a small letter before.
 */
const READ_AS_1250 = new RegExp(
  `â€${REST_1250}|Ă[©ˇ¶§¨¤±‰¦®°´µ¸łĽľźśžŁĄąŻż]|(?<=\\p{Ll})[ĂÄĹ]${REST_1250}|[ÄĹ]${REST_1250}(?=[\\p{Ll}ĂÄĹ])`,
  'gu',
)

const REST_1251 = restOf(WINDOWS_1251)
/** UTF-8 read as Windows-1251: two letters of Cyrillic or more, a quotation mark, a letter within a word of Latin. */
const READ_AS_1251 = new RegExp(
  `(?:[РС]${REST_1251}){2,}|вЂ${REST_1251}|(?<=\\p{sc=Latin})[ГДЕ]${REST_1251}|[ГДЕ]${REST_1251}(?=\\p{sc=Latin})`,
  'gu',
)
/** In a text that was read so, words of one letter, too. */
const ALSO_READ_AS_1251 = new RegExp(`[ВРС]${REST_1251}`, 'gu')
/** What Cyrillic is written with today. Other letters come of capitals that stand beside each other by chance (`СІРІ`). */
const MODERN = /^[\p{sc=Latin}\p{P}\p{S}\p{Z}А-яЁёЂ-Џђ-џҐґЎў]+$/u

/** The beginning of a quotation mark of which the last byte was dropped: what stood there is lost. */
export const HALF_READ = new RegExp(`ï¿½|â€(?!${REST}|${REST_1250})|вЂ(?!${REST_1251})`, 'u')

/** Reads UTF-8 that was read as Windows-1252, 1250 or 1251 anew. Runs that are no UTF-8 stay. */
export function mendEncoding(text: string): string {
  return mend1251(reread(reread(text, READ_AS_1252, WINDOWS_1252), READ_AS_1250, WINDOWS_1250))
}

/** Whether a part of a text is damaged in this way and cannot be read anew. */
export function isHalfRead(text: string, mended: string): boolean {
  if (HALF_READ.test(mended) || mended.search(READ_AS_1252) >= 0) return true
  // These letters begin what is damaged: of a text that was mended as a whole none is left.
  if (reread(text, READ_AS_1250, WINDOWS_1250) !== text && /[ĂĹ]/u.test(mended)) return true
  const marked = text.replace(READ_AS_1251, '\0').replace(ALSO_READ_AS_1251, '\0')
  return mend1251(text) !== text && /[РС]\0/u.test(marked)
}

function mend1251(text: string): string {
  const mended = reread(text, READ_AS_1251, WINDOWS_1251)
  return /[РС]/u.test(text) && mended !== text && /[А-яЁё]/u.test(mended)
    ? reread(mended, ALSO_READ_AS_1251, WINDOWS_1251)
    : mended
}

function reread(text: string, pattern: RegExp, bytes: ReadonlyMap<string, number>): string {
  return text.replace(pattern, (run) => {
    const decoded = decodeUtf8(Array.from(run, (character) => bytes.get(character) ?? 0))
    return decoded === null || (bytes === WINDOWS_1251 && !MODERN.test(decoded)) ? run : decoded
  })
}

/** The text that bytes are in UTF-8; null if they are none. */
export function decodeUtf8(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/** The character that Windows-1252 has for a byte from 0x80 on; null if it has none. */
export function windows1252(byte: number): string | null {
  if (byte >= 0xa0) return String.fromCharCode(byte)
  const character = HIGH[byte - 0x80] ?? ' '
  return character === ' ' ? null : character
}
