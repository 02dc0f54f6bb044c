import { describe, expect, it } from 'vitest'
import {
  isThere,
  isWholeRow,
  newestAskedFor,
  rowAskedFor,
} from '../../../packages/plugin-imprimatur/src/transaction/askedAgain.ts'

const id = { id: { equals: 'a' } }
const there = { deletedAt: { exists: false } }
const parent = { parent: { equals: 'a' } }
const latest = { latest: { equals: true } }
const thereAsVersion = { 'version.deletedAt': { exists: false } }

describe('a query that a remembered row answers', () => {
  it.each([
    ['as findByID asks', { and: [id, there] }],
    ['in one object', { ...id, ...there }],
    ['within others', { and: [{ and: [id] }, { and: [there, id] }] }],
  ])('is one for its id and nothing else: %s', (_, where) => {
    expect(rowAskedFor(where)).toBe('a')
  })

  it.each([
    ['a condition more', { and: [id, there, { headline: { equals: 'Another' } }] }],
    ['one of two', { or: [id, there] }],
    ['an or beside it', { and: [id, there, { or: [{ owner: { equals: 'me' } }] }] }],
    ['another operator', { and: [{ id: { in: ['a'] } }, there] }],
    ['a second operator', { and: [{ id: { equals: 'a', not_equals: 'b' } }, there] }],
    ['two ids', { and: [id, { id: { equals: 'b' } }, there] }],
    ['no id', there],
    ['the trash', { and: [id, { deletedAt: { exists: true } }] }],
    ['the trash too', id],
    ['nothing', {}],
    ['no query', undefined],
  ])('is not one with %s', (_, where) => {
    expect(rowAskedFor(where)).toBeNull()
  })
})

describe('a query that a remembered version answers', () => {
  it('is one for the newest of its document, as Payload asks before an update', () => {
    expect(newestAskedFor({ and: [{ and: [parent, thereAsVersion] }, { and: [parent, latest] }] })).toBe('a')
  })

  it.each([
    ['an older one', { and: [parent, thereAsVersion] }],
    ['a condition more', { and: [parent, latest, thereAsVersion, { 'version._status': { equals: 'published' } }] }],
    ['the trash too', { and: [parent, latest] }],
    ['no document', { and: [latest, thereAsVersion] }],
    ['one that is not the newest', { and: [parent, { latest: { equals: false } }, thereAsVersion] }],
  ])('is not one for %s', (_, where) => {
    expect(newestAskedFor(where)).toBeNull()
  })
})

it('leaves to the database what was selected, what has joins, and what is in the trash', () => {
  expect([isWholeRow({}), isWholeRow({ joins: false }), isWholeRow({ joins: {} })]).toEqual([true, true, true])
  expect([isWholeRow({ select: { slug: true } }), isWholeRow({ joins: { pieces: {} } })]).toEqual([false, false])
  expect([isThere({}), isThere({ deletedAt: null }), isThere({ deletedAt: '2026-03-02' })]).toEqual([true, true, false])
})
