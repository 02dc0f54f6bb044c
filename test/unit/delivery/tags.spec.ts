import { describe, expect, it } from 'vitest'
import { namedBy, tagsOfChange, tagsOfRead, type Change, type Read, type Terms } from '../../../src/delivery/tags.ts'

const TERMS: Terms = {
  keyFields: { articles: 'slug' },
  readers: { articles: { field: '_status', is: 'published', orNone: true }, sections: null },
}

const published = { _status: { equals: 'published' } }
const read = (more: Partial<Read>): Read => ({ kind: 'documents', of: 'articles', first: false, docs: [], ...more })
const change = (more: Partial<Change>): Change => ({ kind: 'documents', of: 'articles', unseen: false, ...more })

/** Whether a change would drop what was made with a read. */
const meet = (one: Read, other: Change): boolean => {
  const tags = new Set(tagsOfRead(one, TERMS))
  return tagsOfChange(other, TERMS).some((tag) => tags.has(tag))
}

const BY_SLUG = read({ first: true, where: { and: [{ slug: { equals: 'a' } }, published] }, docs: [{ id: '1' }] })
const BY_ID = read({ where: { and: [{ id: { in: ['1', '2'] } }, published] }, docs: [{ id: '1' }] })
const LIST = read({ where: { and: [published, { or: [{ id: { equals: '1' } }, { id: { equals: '2' } }] }] } })
const EVERY_ROW = read({})
const NOTHING_AT_SLUG = read({ first: true, where: { and: [{ slug: { equals: 'b' } }, published] } })

const CHANGES = {
  'its document': change({ docs: [{ id: '1', slug: 'a' }] }),
  'its document, which has another slug now': change({ docs: [{ id: '1', slug: 'c' }] }),
  'another one': change({ docs: [{ id: '9', slug: 'z' }] }),
  'another one, which takes the slug a': change({ docs: [{ id: '9', slug: 'a' }] }),
  'another one, which takes the slug b': change({ docs: [{ id: '9', slug: 'b' }] }),
  'another one of which the slug is not known': change({ docs: [{ id: '9' }] }),
  'a new draft': change({ docs: [{ id: '9', slug: 'a' }], unseen: true }),
  'any of them': change({}),
  'a version of one': change({ kind: 'versions' }),
  'a section': change({ of: 'sections', docs: [{ id: '1' }] }),
  'a global': change({ kind: 'global', of: 'articles' }),
} as const

describe('what is dropped', () => {
  it.each<[string, Read, readonly (keyof typeof CHANGES)[]]>([
    [
      'the document at a slug',
      BY_SLUG,
      [
        'its document',
        'its document, which has another slug now',
        'another one, which takes the slug a',
        'another one of which the slug is not known',
        'any of them',
      ],
    ],
    ['documents by id', BY_ID, ['its document', 'its document, which has another slug now', 'any of them']],
    [
      'a list',
      LIST,
      [
        'its document',
        'its document, which has another slug now',
        'another one',
        'another one, which takes the slug a',
        'another one, which takes the slug b',
        'another one of which the slug is not known',
        'any of them',
      ],
    ],
    [
      'a look at every row',
      EVERY_ROW,
      [
        'its document',
        'its document, which has another slug now',
        'another one',
        'another one, which takes the slug a',
        'another one, which takes the slug b',
        'another one of which the slug is not known',
        'a new draft',
        'any of them',
      ],
    ],
    [
      'nothing at a slug',
      NOTHING_AT_SLUG,
      ['another one, which takes the slug b', 'another one of which the slug is not known', 'any of them'],
    ],
  ])('of %s', (_, made, expected) => {
    const dropped = Object.entries(CHANGES).flatMap(([name, each]) => (meet(made, each) ? [name] : []))
    expect(dropped).toEqual(expected)
  })

  it('a slug that is one of several conditions with "or" decides nothing', () => {
    const either = read({
      first: true,
      where: { and: [published, { or: [{ slug: { equals: 'a' } }, { genre: {} }] }] },
    })
    expect(meet(either, CHANGES['another one'])).toBe(true)
  })

  it('a slug is not enough where others are counted', () => {
    expect(meet({ ...BY_SLUG, first: false }, CHANGES['another one'])).toBe(true)
  })
})

describe('what may be named', () => {
  it('is what was read as readers read it', () => {
    expect(namedBy(BY_SLUG, TERMS)).toEqual(['articles:1'])
    expect(namedBy(read({ where: { slug: { equals: 'a' } }, docs: [{ id: '1' }] }), TERMS)).toEqual([])
    expect(namedBy(read({ of: 'sections', docs: [{ id: '1' }] }), TERMS)).toEqual(['sections:1'])
    expect(namedBy(read({ of: 'dossiers', docs: [{ id: '1' }] }), TERMS)).toEqual([])
    // On MongoDB documents from before the workflow have no status, and are public.
    const orNone = { or: [published, { _status: { exists: false } }] }
    expect(namedBy(read({ where: { and: [{ slug: { equals: 'a' } }, orNone] }, docs: [{ id: '1' }] }), TERMS)).toEqual([
      'articles:1',
    ])
    const orAny = { or: [published, { slug: { equals: 'a' } }] }
    expect(namedBy(read({ where: orAny, docs: [{ id: '1' }] }), TERMS)).toEqual([])
  })
})

describe('records of the software of which readers are told a part', () => {
  const TOLD: Terms = {
    ...TERMS,
    told: { records: { mark: { field: 'gone', is: true, orNone: false }, of: 'collection' } },
  }
  const tags = (where: object) => tagsOfRead(read({ of: 'records', where, docs: [{ id: '7' }] }), TOLD)

  it('hang on the documents that readers see, and not on what else becomes of the records', () => {
    const known = tags({ and: [{ collection: { equals: 'articles' } }, { gone: { equals: true } }] })
    const drops = (other: Change) => tagsOfChange(other, TOLD).some((tag) => known.includes(tag))
    expect(drops(CHANGES['its document'])).toBe(true)
    expect(drops(CHANGES['another one'])).toBe(true)
    expect(drops(CHANGES['a new draft'])).toBe(false)
    expect(drops(change({ of: 'records', docs: [{ id: '7' }] }))).toBe(false)
  })

  it.each([
    ['that are not only those', { collection: { equals: 'articles' } }],
    ['of any collection', { gone: { equals: true } }],
    ['that are those or others', { or: [{ gone: { equals: true } }, { collection: { equals: 'articles' } }] }],
  ])('are records like any others when something is read %s', (_, where) => {
    expect(tags(where)).toContain('records:7')
  })
})
