/** A BCP 47 language subtag, and whether the text gave enough to go by. */
export type LanguageGuess = {
  language: string
  sure: boolean
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
]

/** Small words that are frequent in one of these languages and rare in the others. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to in is that was for with as by it not are this which have from its'.split(' ')),
  fr: new Set('le la les des et du une est dans que qui pour pas sur par au aux avec ce cette sont'.split(' ')),
  es: new Set('el la los las del y que en una por con para es se su al como más pero sus'.split(' ')),
  de: new Set('der die das und den dem des ist nicht mit von zu ein eine auf für im sich auch werden'.split(' ')),
  pt: new Set('o os do da dos das e que em uma por com para não é ao no na se mais'.split(' ')),
  it: new Set('il lo gli della di e che un una per con non è del nel sono alla dei anche'.split(' ')),
}

/**
 * Guesses the language of a text from its script, or, in Latin script, from its small words. English when neither tells; `sure` is
 * false then, and for a script that several languages share.
 */
export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, 20_000)
  const latin = (sample.match(/\p{Script=Latin}/gu) ?? []).length
  for (const [script, language] of SCRIPTS) {
    const count = (sample.match(script) ?? []).length
    if (count > latin || (language === 'ja' && count > 20 && count * 4 > latin)) {
      return { language, sure: ['ja', 'ko', 'zh', 'el', 'he'].includes(language) }
    }
  }
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const scores = Object.entries(SMALL_WORDS)
    .map(([language, small]) => ({ language, hits: words.filter((word) => small.has(word)).length }))
    .sort((one, other) => other.hits - one.hits)
  const [best, second] = scores
  if (best === undefined || second === undefined || best.hits < 5) return { language: 'en', sure: false }
  return best.hits >= second.hits * 1.3 ? { language: best.language, sure: true } : { language: 'en', sure: false }
}
