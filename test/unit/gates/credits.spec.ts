import { describe, expect, it } from 'vitest'
import { creditAuthorExists, creditAuthorPublic, creditsPresent } from '../../../src/newsroom/gates/credits.ts'
import type { RelatedPiece } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { fieldsOf, GOING_PUBLIC, GONE, messagesOf, PUBLIC, someFacts, UNPUBLISHED } from './builders.ts'

function facts(credits: unknown, related: Readonly<Record<string, RelatedPiece>> = {}) {
  return someFacts({ credits }, { related: new Map(Object.entries(related)) })
}

const wang = { author: 'w', role: 'author' }
const ann = { author: 'a', role: 'translator' }

describe('credits', () => {
  it.each([undefined, null, [], '', {}, 'Paul Wang'])('%j are none', (credits) => {
    expect(fieldsOf(creditsPresent, facts(credits))).toEqual(['credits'])
  })

  it('one is enough', () => {
    expect(fieldsOf(creditsPresent, facts([wang]))).toEqual([])
  })
})

describe('the author of a credit', () => {
  it.each([undefined, null, ''])('%j is nobody', (author) => {
    const found = facts([{ author, role: 'author' }])
    expect(fieldsOf(creditAuthorExists, found)).toEqual(['credits.0.author'])
    expect(messagesOf(creditAuthorExists, found)[0]).toMatch(/^Credit 1 names nobody\./)
  })

  it('who was deleted is not there', () => {
    const found = facts([{ ...wang, creditedAs: 'Paul Wang' }], { 'authors:w': GONE })
    expect(messagesOf(creditAuthorExists, found)).toEqual([
      'The author of credit 1 (“Paul Wang”) does not exist any more. Choose somebody else, or remove the credit.',
    ])
  })

  it('of whom nothing is known is not there', () => {
    expect(fieldsOf(creditAuthorExists, facts([wang]))).toEqual(['credits.0.author'])
  })

  it('is looked up among authors, not among other pieces of the same id', () => {
    expect(fieldsOf(creditAuthorExists, facts([wang], { 'articles:w': PUBLIC }))).toEqual(['credits.0.author'])
  })

  it('is named by the place of the credit', () => {
    const found = facts([wang, ann, wang], { 'authors:w': PUBLIC, 'authors:a': GONE })
    expect(fieldsOf(creditAuthorExists, found)).toEqual(['credits.1.author'])
    expect(fieldsOf(creditAuthorExists, facts([wang, ann]))).toEqual(['credits.0.author', 'credits.1.author'])
  })

  it('a row that is no credit names nobody', () => {
    expect(fieldsOf(creditAuthorExists, facts([null, 'w']))).toEqual(['credits.0.author', 'credits.1.author'])
  })

  it.each([PUBLIC, UNPUBLISHED, GOING_PUBLIC])('is there, public or not (%j)', (author) => {
    expect(fieldsOf(creditAuthorExists, facts([wang], { 'authors:w': author }))).toEqual([])
  })

  it('populated by a read is the same author', () => {
    expect(
      fieldsOf(creditAuthorExists, facts([{ author: { id: 'w', displayName: 'Paul Wang' } }], { 'authors:w': PUBLIC })),
    ).toEqual([])
  })

  it('is missing from submit on', () => {
    expect(creditAuthorExists.blocks).toBe('submit')
    expect(creditsPresent.blocks).toBe('submit')
  })
})

describe('the author of a credit, for readers', () => {
  it.each([PUBLIC, GOING_PUBLIC, { exists: true, public: true, goingPublic: true, everPublic: true }])(
    'is public or going to be (%j)',
    (author) => {
      expect(fieldsOf(creditAuthorPublic, facts([wang], { 'authors:w': author }))).toEqual([])
    },
  )

  it('that is not public stops publication, with what to do', () => {
    const found = facts([ann, wang], { 'authors:w': UNPUBLISHED, 'authors:a': PUBLIC })
    expect(creditAuthorPublic.blocks).toBe('publish')
    expect(creditAuthorPublic.check(found)).toEqual([
      {
        message:
          'The author of credit 2 is not public. Publish the author in the same step as this piece, or before it.',
        field: 'credits.1.author',
      },
    ])
  })

  it('every one of them has to be', () => {
    const found = facts([wang, ann], { 'authors:w': UNPUBLISHED, 'authors:a': UNPUBLISHED })
    expect(fieldsOf(creditAuthorPublic, found)).toEqual(['credits.0.author', 'credits.1.author'])
  })

  it('that is not there is told once, by the other gate', () => {
    expect(fieldsOf(creditAuthorPublic, facts([wang, { author: null }], { 'authors:w': GONE }))).toEqual([])
  })
})
