import { describe, expect, it } from 'vitest'
import {
  FALLBACK_REVIEW,
  reviewsFor,
  tally,
  type Review,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aDigest, aReview, aSignOff, NEXT, people } from './builders.ts'

const subject = { collection: 'articles', attributes: { genre: 'opinion', section: 'europe', desk: null } }

function fits(review: Partial<Review>) {
  const reviews = [aReview('legal', review)]
  return reviewsFor({ reviews }, subject)[0] === reviews[0]
}

describe('reviewsFor()', () => {
  it.each<[string, Partial<Review>]>([
    ['no collection named: all', {}],
    ['its collection', { collections: ['authors', 'articles'] }],
    ['its genre', { when: { genre: ['analysis', 'opinion'] } }],
    ['its genre and section', { when: { genre: ['opinion'], section: ['europe'] } }],
    ['an attribute without values: all', { when: { genre: [] } }],
  ])('takes a review for %s', (_, review) => {
    expect(fits(review)).toBe(true)
  })

  it.each<[string, Partial<Review>]>([
    ['another collection', { collections: ['authors'] }],
    ['another genre', { when: { genre: ['report'] } }],
    ['its genre in another section', { when: { genre: ['opinion'], section: ['asia'] } }],
    ['its genre in another collection', { collections: ['authors'], when: { genre: ['opinion'] } }],
    ['a value of an attribute that is not set', { when: { desk: ['foreign'] } }],
    ['an attribute that the piece does not have', { when: { mood: ['grim'] } }],
    ['its genre in other letters', { when: { genre: ['Opinion'] } }],
  ])('leaves out a review for %s', (_, review) => {
    expect(fits(review)).toBe(false)
  })

  it('takes all that fit, in their order', () => {
    const reviews = [aReview('desk'), aReview('teasers', { collections: ['news-teasers'] }), aReview('legal')]
    expect(reviewsFor({ reviews }, subject).map(({ name }) => name)).toEqual(['desk', 'legal'])
  })

  it.each([[[]], [[aReview('teasers', { collections: ['news-teasers'] })]]])('never takes none', (reviews) => {
    expect(reviewsFor({ reviews }, subject)).toEqual([FALLBACK_REVIEW])
  })

  it('falls back on one reviewer', () => {
    expect(FALLBACK_REVIEW).toMatchObject({ name: 'desk', needed: 1, roles: ['reviewer'] })
  })
})

describe('tally()', () => {
  const inOffice = people({ rita: ['reviewer'], remy: ['reviewer'], lena: ['lawyer'] })
  const about = { digest: NEXT, writers: ['wanda'], people: inOffice }
  const desk = aReview('desk', { needed: 2 })

  it('counts each person once, for this text, in office, not a writer', () => {
    const given = [
      aSignOff('rita'),
      aSignOff('rita'),
      aSignOff('remy', { digest: aDigest('c') }),
      aSignOff('wanda'),
      aSignOff('lena'),
      aSignOff('nobody'),
      aSignOff('remy', { review: 'legal' }),
    ]
    const [result] = tally([desk], given, {
      ...about,
      people: new Map([...inOffice, ['wanda', { active: true, roles: ['reviewer'] }]]),
    })
    expect(result).toMatchObject({ counted: [{ by: 'rita' }], lapsed: [{ by: 'lena' }, { by: 'nobody' }], missing: 1 })
  })

  it('never misses less than nothing', () => {
    const [result] = tally([aReview('desk')], [aSignOff('rita'), aSignOff('remy')], about)
    expect(result).toMatchObject({ missing: 0 })
  })

  it('takes the role from what the person is now, not from what the sign-off says', () => {
    const [result] = tally(
      [aReview('legal', { roles: ['lawyer'] })],
      [aSignOff('rita', { review: 'legal', role: 'lawyer' })],
      about,
    )
    expect(result).toMatchObject({ counted: [], missing: 1 })
  })
})
