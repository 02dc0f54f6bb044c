/** Letters that Unicode does not take apart into a plain letter and a mark, with what people type for them. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
}

const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')

/**
 * Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, and what is not seen: soft hyphens, joiners, selectors, the tatweel. The
 * vowel signs of other scripts stay: there they are letters. As it stands within the brackets of a class of characters.
 */
export const UNSEEN =
  '\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff'
const NOT_SEEN = new RegExp(`[${UNSEEN}]`, 'gu')

/** A text as searches compare it: `Élysée` and `elysee`, `Łódź` and `lodz`, `ﬁ` and `fi` are the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(NOT_SEEN, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
}
