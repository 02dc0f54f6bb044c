/** The marks that a language is printed with. What stands within a pair of quotation marks is written as it is typed. */
type Marks = {
  /** Opening and closing, for `"` and for `'`. */
  readonly double: readonly [string, string]
  readonly single: readonly [string, string]
  /** For `--` between words. */
  readonly dash: string
}

const EN_DASH = '–'
const EM_DASH = '—'
const APOSTROPHE = '’'
/** French sets guillemets off by a narrow space that does not break. */
const THIN = '\u202f'

const HIGH: Marks = { double: ['“', '”'], single: ['‘', '’'], dash: EN_DASH }
const LOW_HIGH: Marks = { double: ['„', '“'], single: ['‚', '‘'], dash: EN_DASH }
const LOW_RIGHT: Marks = { double: ['„', '”'], single: ['‚', '’'], dash: EN_DASH }
const POINTED: Marks = { double: ['«', '»'], single: ['‹', '›'], dash: EN_DASH }
const SPACED: Marks = { double: [`«${THIN}`, `${THIN}»`], single: [`‹${THIN}`, `${THIN}›`], dash: EN_DASH }
const SAME: Marks = { double: ['”', '”'], single: ['’', '’'], dash: EN_DASH }

/** By language, or language and region, in lower case; quotation marks as Unicode’s CLDR has them, but for French spaces. */
const MARKS: Readonly<Record<string, Marks>> = {
  en: { ...HIGH, dash: EM_DASH },
  'en-gb': HIGH,
  'en-ie': HIGH,
  de: LOW_HIGH,
  'de-ch': POINTED,
  'de-li': POINTED,
  fr: SPACED,
  'fr-ch': SPACED,
  es: { double: ['«', '»'], single: ['‘', '’'], dash: EM_DASH },
  'es-mx': { ...HIGH, dash: EM_DASH },
  it: { ...POINTED, single: ['‘', '’'] },
  pt: { ...HIGH, dash: EM_DASH },
  'pt-pt': { ...POINTED, single: ['‘', '’'], dash: EM_DASH },
  ca: { ...POINTED, single: ['‘', '’'] },
  nl: HIGH,
  pl: LOW_RIGHT,
  ro: LOW_RIGHT,
  hu: LOW_RIGHT,
  hr: LOW_RIGHT,
  cs: LOW_HIGH,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  bg: LOW_HIGH,
  is: LOW_HIGH,
  sv: SAME,
  fi: SAME,
  da: HIGH,
  nb: { ...POINTED, single: ['‘', '’'] },
  nn: { ...POINTED, single: ['‘', '’'] },
  no: { ...POINTED, single: ['‘', '’'] },
  el: { ...POINTED, single: ['‘', '’'] },
  ru: { double: ['«', '»'], single: ['„', '“'], dash: EM_DASH },
  uk: { double: ['«', '»'], single: ['„', '“'], dash: EM_DASH },
  tr: HIGH,
}

/** What the letter that was just typed becomes: so many letters before the caret, it among them, give way to others. */
export type Typeset = { readonly take: number; readonly put: string }

/** After these, or at the start of a paragraph, a quotation mark opens. */
const BEFORE_OPENING = /[\p{White_Space}\p{Ps}\p{Pi}\p{Pd}„‚/]$/u
const DIGIT_BEFORE = /\p{Nd}$/u

/**
 * The character that stands for one that a keyboard has: quotation marks, the apostrophe, dashes for `--` and `---`, the
 * ellipsis for three full stops.
 *
 * @param before what stands in the same paragraph before the letter that was just typed
 * @param typed that letter
 * @param language BCP 47 tag of the text; English marks where it is not known
 * @returns null: it stays as it was typed
 */
export function typeset(before: string, typed: string, language?: string): Typeset | null {
  const { dash, double, single } = marksOf(language)
  switch (typed) {
    case '"':
      if (double[1].startsWith(THIN) && /\S[\u0020\u00a0]$/u.test(before) && isOpen(before, double))
        return { take: 2, put: double[1] }
      return { take: 1, put: opens(before) ? double[0] : double[1] }
    case "'":
      if (opens(before)) return { take: 1, put: single[0] }
      return { take: 1, put: isOpen(before, single) ? single[1] : APOSTROPHE }
    case '-':
      if (before.endsWith(EN_DASH) || before.endsWith(EM_DASH)) return { take: 2, put: EM_DASH }
      if (!before.endsWith('-') || before.endsWith('--')) return null
      return { take: 2, put: DIGIT_BEFORE.test(before.slice(0, -1)) ? EN_DASH : dash }
    case '.':
      return before.endsWith('..') && !before.endsWith('...') ? { take: 3, put: '…' } : null
    default:
      return null
  }
}

function marksOf(language = ''): Marks {
  const tag = language.toLowerCase().replaceAll('_', '-')
  const [primary = ''] = tag.split('-', 1)
  return MARKS[tag] ?? MARKS[primary] ?? HIGH
}

function opens(before: string): boolean {
  return before === '' || BEFORE_OPENING.test(before)
}

/** Whether a quotation within single marks has begun and has not ended; between letters such a mark is an apostrophe. */
function isOpen(before: string, [opening, closing]: readonly [string, string]): boolean {
  return before.lastIndexOf(opening.trim()) > before.lastIndexOf(closing.trim())
}
