import { findWords, primaryLanguage } from './words.ts'

/**
 * Mean reading speed of adults in words a minute: S. Trauzettel-Klosinski, K. Dietz and the IReST Study Group,
 * "Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST", Investigative
 * Ophthalmology & Visual Science 53(9), 2012, 5452–5461, doi:10.1167/iovs.11-8284. Measured reading aloud, so on the
 * generous side for silent reading.
 */
const WORDS_PER_MINUTE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
}
/** The mean of the 17 languages of the same study. */
const DEFAULT_WORDS_PER_MINUTE = 184

/** Characters a minute, from the same study. */
const CHINESE_CHARACTERS_PER_MINUTE = 255
const JAPANESE_CHARACTERS_PER_MINUTE = 357
const KANA = /[\p{sc=Hira}\p{sc=Kana}]/u

/**
 * How long a text takes to read, in whole minutes, rounded up: at least 1 if it has a word, 0 if it has none.
 *
 * Chinese and Japanese are counted in characters, everything else in words; in mixed text the times add up. Chinese
 * characters in a text of unknown language count as Japanese if there is kana in it.
 *
 * @param language BCP 47 tag of the text; a language that the study does not have is read at its mean of 184 words a
 *   minute
 */
export function readingMinutes(text: string, language?: string): number {
  const tag = primaryLanguage(language)
  let words = 0
  let characters = 0
  for (const word of findWords(text, language)) {
    if (word.kind === 'characters') characters += word.characters
    else words += 1
  }
  const japanese = tag === 'ja' || (tag !== 'zh' && KANA.test(text))
  const perMinute = Object.hasOwn(WORDS_PER_MINUTE, tag) ? WORDS_PER_MINUTE[tag] : undefined
  const minutes =
    words / (perMinute ?? DEFAULT_WORDS_PER_MINUTE) +
    characters / (japanese ? JAPANESE_CHARACTERS_PER_MINUTE : CHINESE_CHARACTERS_PER_MINUTE)
  return Math.ceil(minutes)
}
