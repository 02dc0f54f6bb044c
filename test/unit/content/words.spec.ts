import { describe, expect, it } from 'vitest'
import { countWords, words } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

// Expected values: counted by hand after CONTRACT §6 "Words"; where a dictionary decides, what Intl.Segmenter itself
// says.

function segmented(text: string): string[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)]
  return segments.filter((segment) => segment.isWordLike).map(({ segment }) => segment)
}

describe('words parted by white space', () => {
  it.each([
    ['one two three', 3],
    ['Secretary-General', 1],
    ['Secretary-General António', 2],
    ['the U.S. and 3.5 % of it', 6],
    ['“free and fair”', 3],
    ['he said — and left', 4],
    ['he said—and left', 3],
    ['don’t', 1],
    ['he/she and/or', 2],
    ['28 November 2023', 3],
    ['https://example.org/a?b=c is one', 3],
    ['AT&T C++', 2],
    ['Россия и Беларусь', 3],
    ['대한민국 서울에서 열린', 3],
    ['العالم اليوم', 2],
    ['हिन्दी समाचार', 2],
    ['½ ② Ⅻ', 3],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it.each([
    '',
    ' ',
    '\n\t ',
    '—',
    '"',
    '“ ”',
    '… … …',
    '- - -',
    '🎉',
    '👨‍👩‍👧 🏳️‍🌈',
    '、。',
    '々',
    '\u00a0',
    '\u0301',
    '\u200b',
    '\ufeff',
  ])('%j has none', (text) => {
    expect(words(text)).toEqual([])
  })

  it('keeps punctuation on the word that it stands at, and drops what stands alone', () => {
    expect(words('“Well,” he said — “no”.')).toEqual(['“Well,”', 'he', 'said', '“no”.'])
  })

  it.each([
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u0085',
    '\u00a0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u202f',
    '\u3000',
    ' \n\u00a0 ',
  ])('takes %j for white space', (space) => {
    expect(words(`one${space}two`)).toEqual(['one', 'two'])
  })

  it.each(['\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060'])(
    'does not take the invisible %j for white space',
    (character) => {
      expect(countWords(`one${character}two`)).toBe(1)
    },
  )

  it('gives the text back as it stands, decomposed or not', () => {
    expect(words('Communique\u0301 Anto\u0301nio')).toEqual(['Communique\u0301', 'Anto\u0301nio'])
    expect(words('Communiqué António')).toEqual(['Communiqué', 'António'])
  })

  it('takes a letter with an emoji for a word and an emoji alone for none', () => {
    expect(countWords('Win 🎉 now👨‍👩‍👧 👍🏽')).toBe(2)
  })

  it('does not lose a lone surrogate or fail on it', () => {
    expect(words('a\ud800b \udc00')).toEqual(['a\ud800b'])
  })
})

describe('words of scripts without spaces', () => {
  it.each([
    ['中国支持俄罗斯', ['中国', '支持', '俄罗斯']],
    ['首相が辞任', ['首相', 'が', '辞任']],
    ['สวัสดีชาวโลก', ['สวัสดี', 'ชาว', 'โลก']],
    ['ພາສາລາວ', ['ພາສາ', 'ລາວ']],
    ['“中国”、《俄罗斯》。', ['中国', '俄罗斯']],
    ['བོད་སྐད་ཡིག', ['བོད', 'སྐད', 'ཡིག']],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it.each(['ខ្ញុំស្រលាញ់ភាសាខ្មែរ', 'မြန်မာနိုင်ငံသတင်း', 'ประเทศไทยและกัมพูชา', '人々はデータセンターで働く', 'ᥖᥭᥰᥖᥬᥳᥑᥨᥒᥰ'])(
    '%j as Intl.Segmenter has it',
    (text) => {
      expect(words(text).length).toBeGreaterThan(0)
      expect(words(text)).toEqual(segmented(text))
    },
  )

  it.each([undefined, '', 'en', 'zh', 'und', 'not a language', 'x'.repeat(10_000)])(
    'whatever the language is said to be (%j)',
    (language) => {
      expect(words('中国支持俄罗斯', language)).toEqual(['中国', '支持', '俄罗斯'])
    },
  )

  it('parts runs of one script from runs of another within a token', () => {
    expect(words('NATO峰会')).toEqual(['NATO', '峰会'])
    expect(words('2023年11月28日')).toEqual(['2023', '年', '11', '月', '28', '日'])
    expect(words('Secretary-General古特雷斯')[0]).toBe('Secretary-General')
    expect(countWords('The word 中国 means China')).toBe(5)
    expect(words('（NATO）')).toEqual(['（NATO）'])
  })

  it('takes neither the Catalan middle dot nor the Uzbek apostrophe for a foreign script', () => {
    expect(words('col·legi O\u02bczbekiston')).toEqual(['col·legi', 'O\u02bczbekiston'])
  })

  it('takes Korean written with Chinese characters by its spaces, if it is said to be Korean', () => {
    expect(words('大韓民國은 民主共和國이다', 'ko-KR')).toEqual(['大韓民國은', '民主共和國이다'])
  })

  it.each(['ガギグゲゴパピプペポでございます', 'パーティーがベルリンで', 'データ', 'ぜんざい'])(
    'finds in decomposed %j the words of the composed form',
    (text) => {
      const decomposed = text.normalize('NFD')
      expect(decomposed).not.toBe(text)
      expect(words(decomposed).map((word) => word.normalize('NFC'))).toEqual(words(text))
      expect(words(decomposed).join('')).toBe(decomposed)
    },
  )

  it('finds in a very long run without punctuation the words of its parts, in linear time', () => {
    const text = '中国支持俄罗斯'.repeat(40_000)
    const found = words(text)
    // Given the whole run, the segmenter of Node 20 takes more than a minute, which is longer than a test may.
    expect(found.join('')).toBe(text)
    expect(found).toHaveLength(120_000)
    expect(new Set(found)).toEqual(new Set(['中国', '支持', '俄罗斯']))
  })
})
