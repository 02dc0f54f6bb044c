import { expect, it } from 'vitest'
import { referencesPublic } from '../../../src/newsroom/gates/references.ts'
import { fieldsOf, GOING_PUBLIC, GONE, messagesOf, PUBLIC, someFacts, UNPUBLISHED } from './builders.ts'

const facts = (related: Parameters<typeof someFacts>[1] & object) => someFacts({}, related)

it('lets pass what is public, was public once, or goes public along', () => {
  const withdrawn = { ...UNPUBLISHED, everPublic: true }
  const related = new Map(
    [PUBLIC, GOING_PUBLIC, withdrawn].map((each, at) => [`articles:${String(at)}`, { ...each, field: 'related' }]),
  )
  expect(fieldsOf(referencesPublic, facts({ related }))).toEqual([])
})

it('stops the publication of what refers to drafts, wherever', () => {
  expect(referencesPublic.blocks).toBe('publish')
  const related = new Map([
    ['articles:a', { ...UNPUBLISHED, field: 'related' }],
    ['authors:b', { ...UNPUBLISHED, field: 'body' }],
    ['articles:c', { ...GONE, field: 'body' }],
  ])
  expect(fieldsOf(referencesPublic, facts({ related }))).toEqual(['related', 'body', 'body'])
  expect(messagesOf(referencesPublic, facts({ related }))).toEqual([
    'It refers to an article that was never public. Publish that in the same step or before, or take the reference out.',
    'It refers to an author that was never public. Publish that in the same step or before, or take the reference out.',
    'It refers to an article that does not exist any more. Take the reference out.',
  ])
})

it('leaves credits and the target of a teaser to their own gates', () => {
  const related = new Map([
    ['authors:a', { ...UNPUBLISHED, field: 'credits.12.author' }],
    ['articles:b', { ...UNPUBLISHED, field: 'target.article' }],
  ])
  expect(fieldsOf(referencesPublic, facts({ related }))).toEqual([])
})
