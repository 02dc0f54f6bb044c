import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countWords, excerpt } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

// Expected values: written by hand after DESIGN §4 and CONTRACT §6.

describe('excerpt', () => {
  it.each([
    ['one two three four', 2, 'one two…'],
    ['one, two three', 1, 'one…'],
    ['one; two', 1, 'one…'],
    ['one: two', 1, 'one…'],
    ['one. Two', 1, 'one…'],
    ['one… two', 1, 'one…'],
    ['one... two', 1, 'one…'],
    ['one – two', 1, 'one…'],
    ['one—, two', 1, 'one…'],
    ['one - two', 1, 'one…'],
    ['one “two three”', 1, 'one…'],
    ['one “ two', 1, 'one…'],
    ['one “two” three', 2, 'one “two”…'],
    ['er sagte „Wort“ und ging', 3, 'er sagte „Wort“…'],
    ['sagte »Wort« und ging', 2, 'sagte »Wort«…'],
    ['il dit « mot » puis', 2, 'il dit…'],
    ['one (two) three', 2, 'one (two)…'],
    ['one( two', 1, 'one…'],
    ['really? yes', 1, 'really?…'],
    ['— one two', 1, '— one…'],
    ['"one" two', 1, '"one"…'],
    ['  one \n\n two\tthree ', 2, 'one two…'],
    ['مرحبا، بالعالم', 1, 'مرحبا…'],
    ['中国，支持俄罗斯。', 1, '中国…'],
    ['中国支持俄罗斯', 2, '中国支持…'],
    ['《中国》支持', 1, '《中国…'],
    ['NATO（北约）峰会', 1, 'NATO…'],
    ['สวัสดีชาวโลก', 1, 'สวัสดี…'],
    ['Secretary-General António Guterres', 2, 'Secretary-General António…'],
  ])('%j cut after %i is %j', (text, maxWords, expected) => {
    expect(excerpt(text, maxWords)).toEqual({ text: expected, truncated: true })
  })

  it.each([
    ['one two', 2],
    ['one two', 3],
    ['one two —', 2],
    ['one, two,', 2],
    ['中国支持', 2],
    ['', 1],
    ['— “ ”', 1],
    ['🎉 🎉 🎉', 1],
  ])('%j is not longer than %i words and stays', (text, maxWords) => {
    expect(excerpt(text, maxWords)).toEqual({ text, truncated: false })
  })

  it('adds no ellipsis to a text that brings its own', () => {
    expect(excerpt('one two…', 2)).toEqual({ text: 'one two…', truncated: false })
  })

  it('collapses white space in a text that it does not cut', () => {
    expect(excerpt('\u00a0one\u2003two\u3000\n', 5)).toEqual({ text: 'one two', truncated: false })
  })

  it('changes nothing else in the text', () => {
    expect(excerpt('Communique\u0301 ﬁne ‘x’ rest', 3).text).toBe('Communique\u0301 ﬁne ‘x’…')
  })

  it('cuts no grapheme in two', () => {
    expect(excerpt('win👨‍👩‍👧 e\u0301te\u0301 rest', 2).text).toBe('win👨‍👩‍👧 e\u0301te\u0301…')
    // The segmenter finds a word up to the Burmese virama, which joins two consonants into one grapheme.
    expect(excerpt('ဧဆိ္ဗ မြန်မာ', 2).text).toBe('ဧဆိ္ဗ…')
    // น + SARA AM is one grapheme; น้ำ is "water".
    expect(excerpt('น้ำแข็ง น้ำ', 1).text).toMatch(/^(น้ำ|น้ำแข็ง)…$/u)
  })

  it('takes linear time on a long word and on a long row of dots', () => {
    expect(excerpt(`${'x'.repeat(500_000)} two`, 1).text).toHaveLength(500_001)
    expect(excerpt(`x${'.'.repeat(500_000)} two`, 1).text).toBe('x…')
    expect(excerpt(`${'.'.repeat(500_000)}x two`, 1).text).toHaveLength(500_002)
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d words', (maxWords) => {
    expect(() => excerpt('one two', maxWords)).toThrow(RangeError)
  })
})

const seedPage = new URL('../../../../shared/seed/page.txt', import.meta.url)
const seedIsThere = existsSync(seedPage)
if (!seedIsThere) console.info('The seed page ../shared/seed/page.txt is not there: its excerpts are not tested.')

describe.skipIf(!seedIsThere)('the excerpts of the seed page', () => {
  const cutLines = (): string[] =>
    readFileSync(seedPage, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('...'))
      .map((line) => line.slice(0, -3))

  it('are two of nine words', () => {
    expect(cutLines().map((line) => countWords(line))).toEqual([9, 9])
  })

  it('come out as printed when the text goes on', () => {
    for (const line of cutLines()) {
      for (const rest of [' and so on.', ', and so on.', ' – and so on', '\n\nNext']) {
        expect(excerpt(line + rest, 9, 'en')).toEqual({ text: `${line}…`, truncated: true })
      }
    }
  })
})
