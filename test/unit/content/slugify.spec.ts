import { describe, expect, it } from 'vitest'
import { slugify } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

// Expected values: written by hand from the usual transliterations (DIN 5007-2 for German, BGN/PCGN-like Cyrillic, ELOT
// 743 for Greek diphthongs, pinyin, Hepburn without macrons); the hash from the definition of FNV-1a.

describe('slugify', () => {
  it.each([
    ['Joint Communiqué', 'joint-communique'],
    ['António Guterres', 'antonio-guterres'],
    ['Paul Wang', 'paul-wang'],
    ['Belarus’ choice', 'belarus-choice'],
    ['it’s “fine”', 'its-fine'],
    ["l'Europe, l’Europe, l‘Europe", 'leurope-leurope-leurope'],
    ['‘a’ "b" `c` «d» ‹e› „f“', 'a-b-c-d-e-f'],
    ['Oʻzbekiston', 'ozbekiston'],
    ['Straße, Köln, Übermut, Ägypten', 'strasse-koeln-uebermut-aegypten'],
    ['STRAẞE', 'strasse'],
    ['Łódź Þór Æsir Øst cœur', 'lodz-thor-aesir-ost-coeur'],
    ['Việt Nam, Đà Nẵng', 'viet-nam-da-nang'],
    ['İstanbul ılık', 'istanbul-ilik'],
    ['Bakı Əliyev', 'baki-eliyev'],
    ['Москва и Минск', 'moskva-i-minsk'],
    ['объявил съезд', 'obyavil-sezd'],
    ['Қазақстан', 'qazaqstan'],
    ['Ελλάδα και Ευρώπη', 'ellada-kai-evropi'],
    ['αυτό του ουρανού', 'afto-tou-ouranou'],
    ['Αϊτή', 'aiti'],
    ['საქართველო ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ', 'sakartvelo-sakartvelo'],
    ['中国支持俄罗斯', 'zhong-guo-zhi-chi-e-luo-si'],
    ['女性和法律', 'nyu-xing-he-fa-lyu'],
    ['银行行长', 'yin-hang-hang-zhang'],
    ['Köln和NATO2023峰会', 'koeln-he-nato2023-feng-hui'],
    ['ひらがな カタカナ', 'hiragana-katakana'],
    ['ニューヨーク', 'nyuyoku'],
    ['ヴェネツィア', 'venetsia'],
    ['ｶﾀｶﾅ ＮＡＴＯ', 'katakana-nato'],
    ['U.S. 3.5 %', 'u-s-3-5'],
    ['AT&T / C++', 'at-t-c'],
    ['a_b.c--d', 'a-b-c-d'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen-zerowidth'],
    ['Win 🎉 now', 'win-now'],
    ['- already-a-slug -', 'already-a-slug'],
    ['The word שלום in headlines', 'the-word-in-headlines'],
  ])('%j is %j', (text, slug) => {
    expect(slugify(text)).toBe(slug)
    expect(slugify(text.normalize('NFD'))).toBe(slug)
    expect(slugify(text.normalize('NFC'))).toBe(slug)
  })

  it('is empty for the empty text only', () => {
    expect(slugify('')).toBe('')
    for (const text of [' ', '—', '’', '\u200b', '\u0301', '🎉', '\ud800', '%', 'ъ'])
      expect(slugify(text)).toMatch(/^piece-[0-9a-f]{8}$/)
  })

  it.each(['مرحبا بالعالم', 'שלום עולם', 'สวัสดีชาวโลก', '대한민국 서울', 'हिन्दी समाचार', 'Հայաստան', '👨‍👩‍👧 🎉'])(
    'has a stable name for %j',
    (text) => {
      expect(slugify(text)).toMatch(/^piece-[0-9a-f]{8}$/)
      expect(slugify(text.normalize('NFD'))).toBe(slugify(text))
      expect(slugify(`${text}!`)).not.toBe(slugify(text))
    },
  )

  it('hashes with FNV-1a, 32 bits, over code points', () => {
    // One round by hand for U+0025: offset basis, xor, times the prime, modulo 2^32.
    expect(slugify('%')).toBe(
      `piece-${Number(((0x811c9dc5n ^ 0x25n) * 0x01000193n) & 0xffffffffn)
        .toString(16)
        .padStart(8, '0')}`,
    )
  })

  it('keeps what it can spell of a text that is mostly in another script, and tells such texts apart', () => {
    expect(slugify('NATO والناتو')).toMatch(/^nato-[0-9a-f]{8}$/)
    expect(slugify('NATO والناتو')).not.toBe(slugify('NATO والعالم'))
    expect(slugify('首相が辞任')).toMatch(/^ga-[0-9a-f]{8}$/)
  })

  it('has at most 80 characters and ends with a whole word', () => {
    expect(slugify('word '.repeat(30))).toBe(Array(16).fill('word').join('-'))
    expect(slugify(`${'a'.repeat(80)} b`)).toBe('a'.repeat(80))
    expect(slugify(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
    expect(slugify(`${'a'.repeat(78)} b`)).toBe(`${'a'.repeat(78)}-b`)
  })

  it('cuts a word only if it is longer than a slug', () => {
    expect(slugify('x'.repeat(100))).toBe('x'.repeat(80))
  })

  it('keeps the hash of a long text', () => {
    const slug = slugify(`${'nato '.repeat(30)}${'شرق '.repeat(60)}`)
    expect(slug).toMatch(/^(nato-)+[0-9a-f]{8}$/)
    expect(slug.length).toBeLessThanOrEqual(80)
  })
})
