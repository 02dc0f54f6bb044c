import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { isMadeOf, isOwnSave } from '../../../packages/plugin-imprimatur/src/admin/isOwnSave.ts'

type Doc = Readonly<Record<string, unknown>>

const formOf = (doc: Doc): FormState =>
  Object.fromEntries(Object.entries(doc).map(([name, value]) => [name, { value, initialValue: value }]))

const KNOWN = { headline: 'Rain', standfirst: 'It rained.', wordCount: 2, updatedAt: '2026-01-01T10:00:00.000Z' }

/** What was sent is the known document with `typed`; what is stored is the known one with `is`. */
const isOwn = (typed: Doc, is: Doc, before: Doc = KNOWN): boolean =>
  isOwnSave({
    before: formOf(before),
    known: KNOWN,
    sent: formOf({ ...KNOWN, ...typed }),
    stored: { ...KNOWN, updatedAt: '2026-01-01T10:00:05.000Z', ...is },
  })

describe('a newer revision', () => {
  it('is what was sent when all of that is stored and nothing else', () => {
    expect(isOwn({ headline: 'Snow' }, { headline: 'Snow' })).toBe(true)
  })

  it('is that beside single values that followed from it', () => {
    expect(isOwn({ headline: 'Snow' }, { headline: 'Snow', wordCount: 3 })).toBe(true)
  })

  it('is that when the newsroom has tidied the text', () => {
    expect(isOwn({ headline: 'Snow ' }, { headline: 'Snow' })).toBe(true)
  })

  it('is that beside what the newsroom has put into the form since the last save', () => {
    const before = { ...KNOWN, wordCount: 1, updatedAt: '2026-01-01T09:00:00.000Z' }
    expect(isOwn({ headline: 'Snow' }, { headline: 'Snow', wordCount: 3 }, before)).toBe(true)
  })

  it.each([
    ['another wording is stored', { headline: 'Snow' }, { headline: 'Hail' }],
    ['a part of it is stored', { headline: 'Snow', standfirst: 'It snowed.' }, { headline: 'Snow' }],
    ['a list is stored beside it', { headline: 'Snow' }, { headline: 'Snow', topics: ['snow'] }],
    ['a text beside it is gone', { headline: 'Snow' }, { headline: 'Snow', standfirst: null }],
    ['nothing was changed', {}, {}],
    ['nothing was sent that is new', {}, { headline: 'Hail' }],
  ])('is not when %s', (_, typed, is) => {
    expect(isOwn(typed, is)).toBe(false)
  })
})

describe('a document that was made', () => {
  const EMPTY = { headline: undefined, credits: undefined, language: 'en' }
  const isMade = (typed: Doc, is: Doc): boolean =>
    isMadeOf({
      before: formOf(EMPTY),
      sent: formOf({ ...EMPTY, ...typed }),
      stored: { id: '1', language: 'en', ...is },
    })

  it('is what was sent when it holds all of that, whatever the newsroom has put in', () => {
    expect(isMade({ headline: 'Snow' }, { headline: 'Snow', slug: 'snow', credits: [], seo: { title: null } })).toBe(
      true,
    )
  })

  it('is that with the fields of a row that nobody has filled in', () => {
    const row = { id: 'r1', author: 'a1' }
    expect(isMade({ credits: [row] }, { credits: [{ ...row, creditedAs: null }] })).toBe(true)
  })

  it.each([
    ['another wording is stored', { headline: 'Snow' }, { headline: 'Hail' }],
    ['a part of it is stored', { headline: 'Snow', standfirst: 'It snowed.' }, { headline: 'Snow', standfirst: null }],
    ['nothing was typed', {}, {}],
  ])('is not when %s', (_, typed, is) => {
    expect(isMade(typed, is)).toBe(false)
  })
})
