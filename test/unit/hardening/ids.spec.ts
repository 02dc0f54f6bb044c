import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { idFor, idsFor, isNumbered } from '../../../packages/plugin-imprimatur/src/hardening/adapter/index.ts'

const UUID = '0b8f6c1e-8f2b-4c57-9f6a-6f6f0c1d2e3f'
const OBJECT_ID = '65f1a2b3c4d5e6f708192a3b'

/** As much of an initialised Payload as ids are told from. */
const aPayload = (db: object, collections: object = {}) =>
  ({ db: { defaultIDType: 'text', ...db }, collections: { pages: {}, ...collections } }) as unknown as Payload

const numbered = aPayload(
  { name: 'postgres', defaultIDType: 'number', idType: 'serial' },
  { words: { customIDType: 'text' } },
)

describe('ids', () => {
  it('are numbers where the database numbers documents and the collection has no texts of its own', () => {
    expect([isNumbered(numbered, 'pages'), isNumbered(numbered, 'words')]).toEqual([true, false])
    expect(idFor(numbered, 'pages', '12')).toBe(12)
    expect(idFor(numbered, 'words', '12')).toBe('12')
    expect(isNumbered(aPayload({ name: 'mongoose' }, { pages: { customIDType: 'number' } }), 'pages')).toBe(true)
  })

  it('stay texts where the text is no number', () => {
    for (const text of ['', 'no id', '1e3', '0x10', ' 1', 'NaN']) expect(idFor(numbered, 'pages', text)).toBe(text)
  })

  it('leave out what no document there can have', () => {
    const all = ['1', '20', 'no id', UUID, OBJECT_ID]
    expect(idsFor(numbered, 'pages', all)).toEqual([1, 20])
    expect(idsFor(numbered, 'words', all)).toEqual(all)
    expect(idsFor(aPayload({ name: 'postgres', idType: 'uuid' }), 'pages', all)).toEqual([UUID])
    expect(idsFor(aPayload({ name: 'mongoose' }), 'pages', all)).toEqual([OBJECT_ID])
    expect(idsFor(aPayload({ name: 'sqlite', idType: 'uuid' }), 'pages', all)).toEqual(all)
  })
})
