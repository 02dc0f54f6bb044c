import { describe, expect, it } from 'vitest'
import { decideExcerpt, withEllipsis } from '../../../src/newsroom/fields/decideExcerpt.ts'

const automatic = { text: 'One two three…', truncated: true }

describe('decideExcerpt', () => {
  it('is automatic while nobody writes one', () => {
    expect(decideExcerpt({ incoming: '', stored: '', storedManual: false, automatic })).toEqual({
      excerpt: 'One two three…',
      excerptTruncated: true,
      excerptManual: false,
    })
  })

  it('is written when a new text comes', () => {
    expect(
      decideExcerpt({ incoming: ' In short: no. ', stored: 'One two three…', storedManual: false, automatic }),
    ).toEqual({
      excerpt: 'In short: no.',
      excerptTruncated: false,
      excerptManual: true,
    })
  })

  it('follows the body when a form sends back the automatic one that it was shown', () => {
    const decided = decideExcerpt({ incoming: 'Old words…', stored: 'Old words…', storedManual: false, automatic })
    expect(decided).toMatchObject({ excerpt: 'One two three…', excerptManual: false })
  })

  it('does not take what the body makes anyway for written', () => {
    expect(
      decideExcerpt({ incoming: 'One two three…', stored: '', storedManual: false, automatic }).excerptManual,
    ).toBe(false)
    expect(
      decideExcerpt({ incoming: 'One two three…', stored: 'Mine.', storedManual: true, automatic }).excerptManual,
    ).toBe(false)
  })

  it('keeps a written one whatever becomes of the body, even when they agree by chance', () => {
    expect(decideExcerpt({ incoming: 'Mine.', stored: 'Mine.', storedManual: true, automatic }).excerpt).toBe('Mine.')
    const agreed = { incoming: 'One two three…', stored: 'One two three…', storedManual: true, automatic }
    expect(decideExcerpt(agreed).excerptManual).toBe(true)
  })

  it('goes back to automatic when the written one is emptied', () => {
    expect(decideExcerpt({ incoming: '  ', stored: 'Mine.', storedManual: true, automatic })).toMatchObject({
      excerpt: 'One two three…',
      excerptManual: false,
    })
  })

  it('stores three full stops as an ellipsis, and knows by it that a written one was cut', () => {
    const decided = decideExcerpt({ incoming: 'It was cut ...', stored: '', storedManual: false, automatic })
    expect(decided).toEqual({ excerpt: 'It was cut…', excerptTruncated: true, excerptManual: true })
  })

  it('does not take an automatic one for written because its text ends in three full stops', () => {
    const dotted = { text: 'And so on...', truncated: false }
    const first = decideExcerpt({ incoming: '', stored: '', storedManual: false, automatic: dotted })
    expect(first).toMatchObject({ excerpt: 'And so on…', excerptManual: false })
    const second = decideExcerpt({
      incoming: first.excerpt,
      stored: first.excerpt,
      storedManual: false,
      automatic: dotted,
    })
    expect(second).toEqual(first)
  })
})

describe('withEllipsis', () => {
  it.each([
    ['a...', 'a…'],
    ['a ...', 'a…'],
    ['a…', 'a…'],
    ['a.', 'a.'],
    ['a..', 'a..'],
    ['a... b', 'a... b'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(withEllipsis(text)).toBe(expected)
  })
})
