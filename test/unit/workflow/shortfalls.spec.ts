import { describe, expect, it } from 'vitest'
import { shortfalls, type Person, type Review } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aReview } from './builders.ts'

// Who works here, worked out by hand: two reviewers, one of whom has two accounts, one lawyer, and a reviewer who left.
const PEOPLE: ReadonlyMap<string, Person> = new Map([
  ['rita', { active: true, roles: ['reviewer'], accounts: ['rita2'] }],
  ['rita2', { active: true, roles: ['reviewer', 'editor'], accounts: ['rita'] }],
  ['remy', { active: true, roles: ['reviewer'] }],
  ['lena', { active: true, roles: ['lawyer'] }],
  ['gone', { active: false, roles: ['reviewer', 'lawyer'] }],
])

const short = (...reviews: Review[]) => shortfalls({ reviews }, PEOPLE)

describe('shortfalls()', () => {
  it.each([1, 2])('is silent on a review that %i people have to give, as two human beings could', (needed) => {
    expect(short(aReview('desk', { needed }))).toEqual([])
  })

  it('counts human beings, who work here, with the role', () => {
    expect(short(aReview('desk', { needed: 3 }), aReview('legal', { needed: 2, roles: ['lawyer'] }))).toEqual([
      { review: 'desk', roles: ['reviewer'], needed: 3, able: 2 },
      { review: 'legal', roles: ['lawyer'], needed: 2, able: 1 },
    ])
  })

  it('counts whoever holds one of several roles, and once who holds two', () => {
    expect(short(aReview('both', { needed: 3, roles: ['editor', 'reviewer', 'lawyer'] }))).toEqual([])
    expect(short(aReview('both', { needed: 4, roles: ['editor', 'reviewer', 'lawyer'] }))).toMatchObject([{ able: 3 }])
  })

  it('takes a review that nobody has to give for one that somebody has to', () => {
    expect(short(aReview('maths', { needed: 0, roles: ['mathematician'] }))).toMatchObject([{ needed: 1, able: 0 }])
  })

  it.each<[string, Review[]]>([
    ['there is none', []],
    ['it is for one collection', [aReview('legal', { roles: ['lawyer'], collections: ['articles'] })]],
    ['it is for one genre', [aReview('legal', { roles: ['lawyer'], when: { genre: ['opinion'] } })]],
  ])('judges the one that every piece needs where %s', (_, reviews) => {
    const people = new Map([['lena', { active: true, roles: ['lawyer'] }]])
    expect(shortfalls({ reviews }, people)).toEqual([{ review: 'desk', roles: ['reviewer'], needed: 1, able: 0 }])
  })

  it('does not where a review is for all, an attribute without values among its conditions', () => {
    const people = new Map([['lena', { active: true, roles: ['lawyer'] }]])
    expect(shortfalls({ reviews: [aReview('legal', { roles: ['lawyer'], when: { genre: [] } })] }, people)).toEqual([])
  })
})
