import { describe, expect, it } from 'vitest'
import { readingMinutes } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

// Words and characters a minute: Trauzettel-Klosinski, Dietz 2012 (IReST): English 228, French 195, Finnish 161, all
// languages 184 words, Chinese 255, Japanese 357 characters. Minutes divided and rounded up by hand.

const words = (count: number): string => 'word '.repeat(count)

describe('readingMinutes', () => {
  it.each(['', '  ', '—', '🎉 …'])('is 0 for %j, which has no word', (text) => {
    expect(readingMinutes(text, 'en')).toBe(0)
  })

  it.each([
    [1, 'en', 1],
    [228, 'en', 1],
    [229, 'en', 2],
    [456, 'en', 2],
    [457, 'en-GB', 3],
    [457, 'EN_us', 3],
    [195, 'fr', 1],
    [196, 'fr-CA', 2],
    [161, 'fi', 1],
    [162, 'fi', 2],
    [184, undefined, 1],
    [185, undefined, 2],
    [184, '', 1],
    [185, 'nb', 2],
    [185, 'constructor', 2],
    [1840, '??', 10],
  ])('%i words in %s take %i', (count, language, minutes) => {
    expect(readingMinutes(words(count), language)).toBe(minutes)
  })

  it.each([
    ['中', 255, 'zh', 1],
    ['中', 256, 'zh-Hant', 2],
    ['中', 256, undefined, 2],
    ['中', 256, 'en', 2],
    ['中', 357, 'ja', 1],
    ['中', 358, 'ja', 2],
    ['の', 357, undefined, 1],
    ['の', 358, undefined, 2],
    ['が'.normalize('NFD'), 357, 'ja', 1],
  ])('%s × %i in %s take %i', (character, count, language, minutes) => {
    expect(readingMinutes(character.repeat(count), language)).toBe(minutes)
  })

  it('adds the times of mixed text', () => {
    // 114 / 228 + 127.5 / 255 would be exactly 1; one character more is over it.
    expect(readingMinutes(`${words(114)}${'中'.repeat(127)}`, 'en')).toBe(1)
    expect(readingMinutes(`${words(114)}${'中'.repeat(128)}`, 'en')).toBe(2)
  })

  it('is not pushed over a whole minute by rounding', () => {
    // 76/228 + 170/255 = 1/3 + 2/3.
    expect(readingMinutes(`${words(76)}${'中'.repeat(170)}`, 'en')).toBe(1)
  })
})
