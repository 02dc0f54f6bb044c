import limax from 'limax'

/** Longest slug, in characters. */
export const SLUG_MAX_LENGTH = 80
/** What comes later in a text does not show in its slug, and is not spelled. */
const SPELLED_LENGTH = 1000

/**
 * Vanish without a trace: `it’s` is `its`, `Belarus’` is `belarus`. Quotes, apostrophes, primes, the Hawaiian and Uzbek
 * letters like them.
 */
const QUOTES = /['"`´‘’‚‛“”„‟‹›«»′″‵‶\u02b9-\u02bf\u02c8\u055a\u05f3\u05f4\uff07]/gu
/** Soft hyphen, zero-width characters, variation selectors and the like. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

const JAPANESE = /[\p{sc=Hira}\p{sc=Kana}]/u
/**
 * Letters one by one, Chinese characters and kana run by run (their readings depend on their neighbours). Anything else
 * parts words.
 */
const PIECE =
  /(?<han>\p{sc=Hani}+)|(?<kana>[\p{sc=Hira}\p{sc=Kana}ー]+)|(?<letter>[\p{L}\p{N}]\p{M}*)|(?<gap>[^\p{M}])/gu

/** Scripts that the library spells out letter by letter. It has Arabic, too, but without vowels. */
const SPELLED = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Geor}]/u
/** Letters without a sound of their own. */
const SILENT = /[ъьӏ\p{Lm}]/u
/** Greek diphthongs as ELOT 743 spells them; the library knows single letters only. */
const GREEK_DIPHTHONGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=ο)[υύ]/gu, 'u'],
  [/(?<=[αε])[υύ](?=[θκξπσςτφχψ]|[^\p{L}]|$)/gu, 'f'],
  [/(?<=[αε])[υύ]/gu, 'v'],
]
/** Lower-case letters of living languages that the library leaves out. */
// prettier-ignore
const SUPPLEMENT: Readonly<Record<string, string>> = {
  ə: 'e', ǝ: 'e', ɛ: 'e', ɔ: 'o', ŋ: 'ng', ħ: 'h', ŧ: 't', ĸ: 'k', ɓ: 'b', ɗ: 'd', ɖ: 'd', ƙ: 'k', ƴ: 'y', ɣ: 'g',
  ɲ: 'n', ɩ: 'i', ʊ: 'u', ʋ: 'v', ɨ: 'i', ʉ: 'u', ǥ: 'g', ƶ: 'z', ѕ: 'dz', ғ: 'g', ҕ: 'g', ӷ: 'g', җ: 'j', ҙ: 'dh',
  қ: 'q', ҝ: 'g', ҡ: 'q', ӄ: 'q', ң: 'ng', ҥ: 'ng', ӈ: 'ng', ҫ: 'th', ҭ: 't', ү: 'u', ұ: 'u', ҳ: 'h', ҷ: 'j', ҹ: 'j',
  һ: 'h', ә: 'a', ӕ: 'ae', ө: 'o', ӡ: 'dz', ѣ: 'e', ѳ: 'f', ѵ: 'i',
}

/**
 * A slug for a headline or name: lower-case ASCII letters and digits with single hyphens between words, {@link
 * SLUG_MAX_LENGTH} characters at most, cut between words where that is possible. The same for composed and decomposed
 * text; a slug stays as it is.
 *
 * Latin letters lose their marks (`António`, but `ö` is `oe` and `ß` is `ss`, as German has it), Cyrillic, Greek and
 * Georgian are spelled in Latin letters, Chinese becomes pinyin without tones, kana Hepburn without long vowels.
 * Symbols part words and are not spelled out, because the words for them would be English.
 *
 * Other scripts cannot be spelled without a dictionary (Arabic, Hebrew, Thai, Korean, Indic scripts, Chinese characters
 * in Japanese). What can be spelled of such a text is kept. If at least as many letters were lost as kept, eight
 * hexadecimal digits follow, a 32-bit FNV-1a hash of the text's code points (NFKC, without quotes and invisible
 * characters); if nothing was kept (emoji, too), the slug is `piece-` and this hash.
 *
 * @returns never an empty string, unless the text is one
 */
export function slugify(text: string): string {
  if (text === '') return ''
  const plain = text.normalize('NFKC').replace(QUOTES, '').replace(INVISIBLE, '')
  const lower = replaceAll(plain.slice(0, SPELLED_LENGTH).toLowerCase(), GREEK_DIPHTHONGS)
  const japanese = JAPANESE.test(lower)
  let spelled = ''
  let kept = 0
  let lost = 0
  for (const { 0: piece, groups } of lower.matchAll(PIECE)) {
    if (groups?.gap !== undefined) {
      spelled += '-'
    } else if (groups?.letter !== undefined) {
      const latin = spellLetter(piece)
      spelled += latin ?? '-'
      if (latin === undefined) lost += 1
      else if (latin !== '') kept += 1
    } else {
      const length = Array.from(piece).length
      const latin = groups?.kana !== undefined ? spellKana(piece) : japanese ? '' : spellChinese(piece)
      spelled += `-${latin}-`
      if (latin === '') lost += length
      else kept += length
    }
  }
  const slug = spelled.replace(/-{2,}/g, '-').replace(/^-|-$/g, '')
  if (slug === '') return `piece-${hash(plain)}`
  if (lost < kept) return cut(slug, SLUG_MAX_LENGTH)
  return `${cut(slug, SLUG_MAX_LENGTH - 9)}-${hash(plain)}`
}

/**
 * The Latin spelling of one lower-case letter or digit with its marks; empty if it is silent, undefined if there is
 * none.
 */
function spellLetter(letter: string): string | undefined {
  if (/^[a-z0-9]$/.test(letter)) return letter
  const base = letter.normalize('NFD')[0] ?? ''
  if (/^[0-9]$/.test(base)) return base
  if (SILENT.test(base)) return ''
  if (!SPELLED.test(base)) return undefined
  const known = Object.hasOwn(SUPPLEMENT, base) ? SUPPLEMENT[base] : undefined
  const latin = known ?? (asciiOnly(limax(letter)) || asciiOnly(limax(base)))
  return latin === '' ? undefined : latin
}

function spellChinese(run: string): string {
  // Without tones the library joins syllables of one letter to their neighbours (`chieluo` for chi e luo), and it drops
  // the umlaut of nü and lü.
  const syllables = limax(run, { tone: true, custom: { ü: 'yu' } }).split('-')
  return syllables.map((syllable) => asciiOnly(syllable.replace(/[0-9]$/, ''))).join('-')
}

/**
 * Kana that the library leaves out, and the long-vowel mark, which it turns into a letter with a macron and then drops
 * with its vowel.
 */
const KANA_SUPPLEMENT: readonly (readonly [RegExp, string])[] = [
  [/ー/gu, ''],
  [/[ヴゔ][ァぁ]/gu, 'va'],
  [/[ヴゔ][ィぃ]/gu, 'vi'],
  [/[ヴゔ][ェぇ]/gu, 've'],
  [/[ヴゔ][ォぉ]/gu, 'vo'],
  [/[ヴゔ]/gu, 'vu'],
  [/[ヵゕ]/gu, 'か'],
  [/[ヶゖ]/gu, 'け'],
]

function spellKana(run: string): string {
  const kana = replaceAll(run, KANA_SUPPLEMENT)
  return JAPANESE.test(kana) ? asciiOnly(limax(kana, { lang: 'ja' })) : kana
}

function replaceAll(text: string, replacements: readonly (readonly [RegExp, string])[]): string {
  return replacements.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
}

function asciiOnly(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const end = slug.lastIndexOf('-', length)
  return slug.slice(0, end > 0 ? end : length)
}

/** FNV-1a, 32 bits, over the code points of the text, as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}
