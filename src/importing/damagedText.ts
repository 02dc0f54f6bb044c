import { decodeHTML } from 'entities'
import { decodeUtf8, HALF_READ, isHalfRead, mendEncoding, windows1252 } from './codePages.ts'
import { mendLeftovers } from './leftovers.ts'

/** Damage in a text: `broken` is the first damaged word, `mended` the whole text as it probably was, null when that is lost. */
export type Damage = {
  broken: string
  mended: string | null
}

/**
 * Finds what copying between programs leaves behind: HTML's references and tags (`&amp;`, `&#8217;`, `<em>`), UTF-8 that was read as
 * something else (`â€™`), bytes of mails (`=C3=A9`), escapes (`\u00e9`), Cyrillic that was read as Latin (`Ïðèâåò`), signs that only one font
 * has, and the replacement character. Null if there is none of it.
 */
export function damageIn(text: string): Damage | null {
  const mended = mendAll(text)
  if (mended === text && !isLost(text)) return null
  return { broken: firstDifference(text, mended), mended: isLost(mended) || isHalfRead(text, mended) ? null : mended }
}

/** Times that a text can have been copied wrongly. */
const MOST_TIMES = 6

/** Again while there is more: a page that was copied twice has `&amp;amp;` and `ÃƒÂ©`, or `&Atilde;&copy;`. */
function mendAll(text: string): string {
  let mended = text
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const once = mendOnce(mended)
    if (once === mended) break
    mended = once
  }
  return mended
}

function mendOnce(text: string): string {
  const read = mendControls(mendCyrillic(mendMac(mendEncoding(mendMailBytes(text)))))
  return mendLeftovers(mendReferences(mendEscapes(read)))
}

/** The replacement character, a control character, a sign that no font has in common with others: what stood there is lost. */
const LOST = /[\uFFFD\u0080-\u009F]|\p{Co}/u

function isLost(text: string): boolean {
  return LOST.test(text) || HALF_READ.test(text)
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu
/** The most frequent ones, without the semicolon: `It&rsquos`. */
const CUT_ENTITY =
  /&(?:#\d{3,5}(?![\d;])|(?:amp|quot)(?![\p{L}\d;])|nbsp|[lr][sd]quo|[nm]dash|hellip|[aeiouAEIOU](?:acute|grave|circ|uml)|[cC]cedil|[nN]tilde|szlig)/gu

function mendReferences(text: string): string {
  return text
    .replace(ENTITY, (reference) => decodeHTML(reference))
    .replace(CUT_ENTITY, (reference) => decodeHTML(`${reference};`))
}

/** `\u00e9`, as JSON and programs have it. */
const ESCAPES = /(?:\\u[\da-f]{4})+/giu

function mendEscapes(text: string): string {
  return text.replace(ESCAPES, (run) => {
    const codes = run.split(/\\u/iu).slice(1)
    const written = String.fromCharCode(...codes.map((hex) => Number.parseInt(hex, 16)))
    return /[\p{Cc}\p{Cs}]/u.test(written) ? run : written
  })
}

/** Control characters that are what Windows-1252 has for their bytes: U+0085 is `…` and ends no line. */
function mendControls(text: string): string {
  return text.replace(/[\u0080-\u009F]/gu, (mark) => windows1252(mark.charCodeAt(0)) ?? mark)
}

/** What Mac OS Roman has for 0x80 to 0xFF, as far as it begins or ends a character of UTF-8 that was read as that. */
const MAC =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
/** `√©` is é, `‚Äô` is ’: neither pair stands in a text that somebody wrote. */
const MAC_READ = /√[\p{L}\p{S}\p{P}]|‚Ä[\p{L}\p{S}\p{P}]/gu

function mendMac(text: string): string {
  return text.replace(MAC_READ, (run) => {
    const bytes = Array.from(run, (character) => 0x80 + MAC.indexOf(character))
    return decodeUtf8(bytes) ?? run
  })
}

/** Two bytes or more of UTF-8 as a mail has them (RFC 2045, 6.7). Where they are no characters they are something else. */
const MAIL_BYTES = /(?:=[89A-F][\dA-F]){2,}/gu
/** A word with single bytes of Windows-1252 in it: `caf=E9`, `It=92s`. */
const MAIL_WORD = /(?<![^\s"“(])[\p{L}'’]*(?:=(?:[EF][\dA-F]|9[1-4](?=\p{L}))[\p{L}'’]*)+(?![\p{L}\d=&])/gu

function mendMailBytes(text: string): string {
  const mended = text.replace(MAIL_BYTES, (run) => decodeUtf8(hexBytes(run)) ?? run)
  return mended.replace(MAIL_WORD, (word) => {
    const read = word.replace(/=[89A-F][\dA-F]/gu, (byte) => windows1252(hexBytes(byte)[0] ?? 0) ?? byte)
    // Of three letters or fewer it may be a formula.
    return read.length > 3 ? read : word
  })
}

function hexBytes(run: string): number[] {
  return run
    .split('=')
    .slice(1)
    .map((hex) => Number.parseInt(hex, 16))
}

/** Letters of Windows-1251, of which Latin-1 makes accents without any plain letter between them. */
const ACCENTS_ONLY = /(?<![\p{L}\p{N}])[À-ÿ¨¸]+(?![\p{L}\p{N}])/gu
/** Fewer may be about the letters themselves, such as `äöüß`. */
const FEWEST_ACCENTS = 8

function mendCyrillic(text: string): string {
  const words = text.match(ACCENTS_ONLY) ?? []
  if (words.filter((word) => word.length > 2).join('').length < FEWEST_ACCENTS) return text
  const decoder = new TextDecoder('windows-1251')
  return text.replace(ACCENTS_ONLY, (word) =>
    decoder.decode(Uint8Array.from(word, (character) => character.charCodeAt(0))),
  )
}

/** The word of `text` in which it first differs from `mended`, or which holds the replacement character. */
function firstDifference(text: string, mended: string): string {
  const lost = (LOST.exec(text) ?? HALF_READ.exec(text))?.index ?? text.length
  let at = 0
  while (at < text.length && text[at] === mended[at]) at += 1
  const index = Math.min(at, lost)
  const from = text.slice(0, index).search(/\S*$/u)
  return /^\S+/u.exec(text.slice(from))?.[0] ?? text.slice(index, index + 20)
}
