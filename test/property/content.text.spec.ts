import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countWords,
  excerpt,
  lexicalToText,
  readingMinutes,
  slugify,
  textToLexical,
  words,
} from '../../packages/plugin-imprimatur/src/domain/content/index.ts'

/**
 * Text as people write it and as they should not: words and spaces of many kinds, scripts, punctuation, marks, emoji,
 * halves of surrogate pairs.
 */
const piece = fc.constantFrom(
  ...[
    'one',
    'Two',
    'Secretary-General',
    'António',
    'Anto\u0301nio',
    'it’s',
    '“three”',
    '3.5',
    'U.S.',
    ' ',
    '  ',
    '\n',
    '\u00a0',
    '\u3000',
    ',',
    ';',
    '—',
    ' – ',
    '…',
    '...',
    '(',
    ')',
    '“',
    '”',
  ],
  ...[
    '中国',
    '俄罗斯',
    '，',
    '。',
    'データ',
    'が',
    'ひらがな',
    'สวัสดี',
    'น้ำ',
    'ພາສາ',
    'ភាសាខ្មែរ',
    'မြန်မာ',
    'བོད་',
    '대한민국',
    'العالم',
    'שלום',
    'हिन्दी',
    'Москва',
    'ευ',
    '🎉',
    '👨‍👩‍👧',
    '\u200b',
    '\u0301',
    '\ud800',
    '\0',
  ],
)
const prose = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
/** Letters and marks of Southeast Asia in any order, also where no spelling has them. */
const jumble = fc.string({ unit: fc.constantFrom(...Array.from('ກຂຳັີຸາບပှဧဆိ္ဗဘကนำ ')) })
const text = fc.oneof(prose, jumble, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
const spacedWord = fc
  .string({ unit: fc.constantFrom(...Array.from('abcéñжωע1.-’')), minLength: 1, maxLength: 8 })
  .filter((word) => /[\p{L}\p{N}]/u.test(word))
const spaces = fc.constantFrom(' ', '  ', '\n\n', '\t', '\u00a0', ' — ', ' " ')

const collapsed = (input: string): string => input.replace(/\p{White_Space}+/gu, ' ').trim()
const graphemes = (input: string): string[] =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(input)].map(({ segment }) => segment)

describe('words', () => {
  it('stand in the text in their order, without white space, each with a letter or digit', () => {
    fc.assert(
      fc.property(text, (input) => {
        let from = 0
        for (const word of words(input)) {
          const at = input.indexOf(word, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + word.length
          expect(word).toMatch(/[\p{L}\p{N}]/u)
          expect(word).not.toMatch(/\p{White_Space}/u)
        }
      }),
    )
  })

  it('are as many as were put between spaces', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spacedWord, spaces)), (parts) => {
        expect(countWords(parts.flat().join(''))).toBe(parts.length)
      }),
    )
  })

  it('are as many composed as decomposed', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme' })), (input) => {
        expect(countWords(input.normalize('NFD'))).toBe(countWords(input.normalize('NFC')))
      }),
    )
  })

  it('of two texts are the words of both with a space between', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(words(`${one} ${other}`)).toEqual([...words(one), ...words(other)])
      }),
    )
  })
})

describe('excerpt', () => {
  it('has exactly the words asked for if it is cut, and is a prefix of the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(spacedWord, spaces), { minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        (parts, maxWords) => {
          const input = parts.flat().join('')
          const { text: cut, truncated } = excerpt(input, maxWords)
          expect(truncated).toBe(parts.length > maxWords)
          expect(countWords(cut)).toBe(Math.min(parts.length, maxWords))
          expect(collapsed(input).startsWith(truncated ? cut.slice(0, -1) : cut)).toBe(true)
        },
      ),
    )
  })

  it('is a prefix of the text at a grapheme, with single spaces and nothing dangling before the ellipsis', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (input, maxWords) => {
        const { text: cut, truncated } = excerpt(input, maxWords)
        expect(truncated).toBe(countWords(collapsed(input)) > maxWords)
        if (!truncated) {
          expect(cut).toBe(collapsed(input))
          return
        }
        expect(cut.endsWith('…')).toBe(true)
        const head = cut.slice(0, -1)
        expect(head).not.toMatch(/[\s,;:.…\p{Pd}\p{Ps}]$/u)
        expect(head).not.toMatch(/[^\S ]| {2}|^ /u)
        const all = graphemes(collapsed(input))
        const own = graphemes(head)
        expect(all.slice(0, own.length)).toEqual(own)
      }),
    )
  })

  it('is not cut again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spacedWord, spaces)), fc.integer({ min: 1, max: 12 }), (parts, maxWords) => {
        const once = excerpt(parts.flat().join(''), maxWords).text
        expect(excerpt(once, maxWords)).toEqual({ text: once, truncated: false })
      }),
    )
  })
})

describe('readingMinutes', () => {
  it('is 0 exactly for a text without words, whole, and never less for more text', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(undefined, 'en', 'zh', 'ja', 'fi', 'x'), (one, other, language) => {
        const minutes = readingMinutes(one, language)
        expect(Number.isInteger(minutes)).toBe(true)
        expect(minutes > 0).toBe(countWords(one, language) > 0)
        // Kana makes Japanese of a text of unknown language, which is read faster.
        if (language !== undefined && ['zh', 'ja'].includes(language))
          expect(readingMinutes(`${one} ${other}`, language)).toBeGreaterThanOrEqual(minutes)
      }),
    )
  })
})

describe('slugify', () => {
  it('is lower-case ASCII words with single hyphens, at most 80 characters, never empty', () => {
    fc.assert(
      fc.property(text, (input) => {
        const slug = slugify(input)
        if (input === '') expect(slug).toBe('')
        else expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
      }),
    )
  })

  it('stays as it is', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(slugify(slugify(input))).toBe(slugify(input))
      }),
    )
  })

  it('is the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(slugify(input.normalize('NFD'))).toBe(slugify(input.normalize('NFC')))
      }),
    )
  })
})

describe('textToLexical and lexicalToText', () => {
  it('are each other’s inverse for trimmed paragraphs', () => {
    const paragraph = text.map((input) => input.replace(/\r\n?/g, '\n').trim()).filter((input) => input !== '')
    fc.assert(
      fc.property(fc.array(paragraph), (paragraphs) => {
        expect(lexicalToText(textToLexical(paragraphs))).toBe(paragraphs.join('\n\n'))
      }),
    )
  })

  it('never fail, whatever the state', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, children) => {
        expect(typeof lexicalToText(value)).toBe('string')
        expect(typeof lexicalToText({ root: { children: [{ type: 'paragraph', children }, value] } })).toBe('string')
      }),
    )
  })
})
