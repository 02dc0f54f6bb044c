import { describe, expect, it } from 'vitest'
import { slugFree, slugNeverElsewhere, slugPresent, slugWellFormed } from '../../../src/newsroom/gates/slug.ts'
import { fieldsOf, messagesOf, someFacts } from './builders.ts'

const longest = `${'a'.repeat(39)}-${'b'.repeat(40)}`

describe('a slug that is there', () => {
  it.each([undefined, null, '', ' ', '\u200b', 7, ['a']])('is not %j', (slug) => {
    expect(fieldsOf(slugPresent, someFacts({ slug }))).toEqual(['slug'])
  })

  it.each(['a', 'communique', 'Not-Well-Formed'])('is %j', (slug) => {
    expect(fieldsOf(slugPresent, someFacts({ slug }))).toEqual([])
  })
})

describe('a well-formed slug', () => {
  it.each(['a', '0', 'g20', 'antonio-guterres', '2026-03-02-news', longest])('is %j', (slug) => {
    expect(fieldsOf(slugWellFormed, someFacts({ slug }))).toEqual([])
  })

  it.each([
    'António',
    'antonio_guterres',
    'Antonio',
    '-antonio',
    'antonio-',
    'antonio--guterres',
    'antonio guterres',
    ' antonio',
    'antonio\n',
    'a/b',
    '../a',
    'a.html',
    'a%20b',
    'а', // CYRILLIC SMALL LETTER A
    'a\u200bb',
    '-',
  ])('is not %j', (slug) => {
    expect(fieldsOf(slugWellFormed, someFacts({ slug }))).toEqual(['slug'])
  })

  it('has 80 characters at most', () => {
    expect(longest).toHaveLength(80)
    expect(messagesOf(slugWellFormed, someFacts({ slug: `${longest}b` }))).toEqual([
      'The slug has 81 characters. Shorten it to 80 at most.',
    ])
  })

  it('that is missing is told once, as missing', () => {
    for (const slug of [undefined, null, '', ' ']) expect(fieldsOf(slugWellFormed, someFacts({ slug }))).toEqual([])
  })
})

describe('a slug that is free', () => {
  it('is nobody else’s', () => {
    expect(fieldsOf(slugFree, someFacts({ slug: 'communique' }, { slugTaken: false }))).toEqual([])
    expect(messagesOf(slugFree, someFacts({ slug: 'communique' }, { slugTaken: true }))).toEqual([
      'Another piece has the slug “communique”. Choose a different one.',
    ])
  })

  it('is not asked for where there is none', () => {
    expect(fieldsOf(slugFree, someFacts({ slug: '' }, { slugTaken: true }))).toEqual([])
  })
})

it('all of it blocks from submit on', () => {
  expect([slugPresent, slugWellFormed, slugFree].map(({ blocks }) => blocks)).toEqual(['submit', 'submit', 'submit'])
})

describe('slug_never_elsewhere', () => {
  it('names the piece that readers still reach by the slug, to those who may know it', () => {
    const doc = { slug: 'harbour' }
    expect(messagesOf(slugNeverElsewhere, someFacts(doc, { slugLeadsTo: { title: 'Harbour opens' } }))).toEqual([
      'The address “harbour” led to “Harbour opens” until that piece moved, and leads readers there still. Choose a different slug.',
    ])
    expect(messagesOf(slugNeverElsewhere, someFacts(doc, { slugLeadsTo: { title: null } }))).toEqual([
      'The address “harbour” led to another piece until that piece moved, and leads readers there still. Choose a different slug.',
    ])
    expect(messagesOf(slugNeverElsewhere, someFacts(doc))).toEqual([])
  })
})
