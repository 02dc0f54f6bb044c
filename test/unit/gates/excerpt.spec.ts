import { describe, expect, it } from 'vitest'
import { excerptLength, excerptPresent } from '../../../src/newsroom/gates/excerpt.ts'
import { fieldsOf, messagesOf, someFacts } from './builders.ts'

const nine = 'One two three four five six seven eight nine…'

describe('an excerpt', () => {
  it.each([undefined, null, '', ' \n', '\u200b', 9, {}])('%j is none', (excerpt) => {
    expect(fieldsOf(excerptPresent, someFacts({ excerpt }))).toEqual(['excerpt'])
  })

  it('is there', () => {
    expect(fieldsOf(excerptPresent, someFacts({ excerpt: nine }))).toEqual([])
  })

  it('is needed from submit on', () => {
    expect(excerptPresent.blocks).toBe('submit')
  })
})

describe('the length of an excerpt', () => {
  const limits = { excerptWords: 9 }

  it('up to the limit is fine; the ellipsis is no word', () => {
    expect(fieldsOf(excerptLength, someFacts({ excerpt: nine }, { limits }))).toEqual([])
    expect(fieldsOf(excerptLength, someFacts({ excerpt: `${nine} — …` }, { limits }))).toEqual([])
  })

  it('over the limit warns, with both numbers', () => {
    const found = someFacts({ excerpt: `Zero ${nine}` }, { limits })
    expect(excerptLength.blocks).toBe('never')
    expect(messagesOf(excerptLength, found)).toEqual([
      'The excerpt has 10 words; here 9 are usual. Shorten it if you can.',
    ])
    expect(fieldsOf(excerptLength, found)).toEqual(['excerpt'])
  })

  it('is counted as the newsroom counts words: a hyphen makes one', () => {
    expect(
      fieldsOf(excerptLength, someFacts({ excerpt: nine.replace('one', 'Secretary-General') }, { limits })),
    ).toEqual([])
  })

  it('is no matter where no limit is set or nothing was written', () => {
    expect(fieldsOf(excerptLength, someFacts({ excerpt: nine.repeat(9) }))).toEqual([])
    expect(fieldsOf(excerptLength, someFacts({ excerpt: '' }, { limits: { excerptWords: 0 } }))).toEqual([])
  })
})
