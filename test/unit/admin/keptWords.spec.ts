import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  forgetWords,
  forgetWordsOf,
  keepWords,
  keptWords,
  placesToOffer,
  type Place,
} from '../../../packages/plugin-imprimatur/src/admin/keptWords.ts'

/** A browser's storage with room for so many letters: what it does is laid down in the HTML standard. */
function aStorage(room = Infinity) {
  const held = new Map<string, string>()
  const methods = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
    removeItem: (key: string) => held.delete(key),
  }
  return new Proxy(methods, {
    ownKeys: () => [...held.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}

const mine: Place = { person: 'ann', collection: 'articles', id: '1', tab: 'a' }
const words = { at: '2030-05-06T10:42:00.000Z', base: null, changes: { headline: { stored: 'Old', now: 'New' } } }

beforeEach(() => {
  vi.stubGlobal('localStorage', aStorage())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('words that this computer keeps', () => {
  it('are those of one person in one document', () => {
    expect(keepWords(mine, words)).toBe(true)
    expect(keptWords(mine)).toEqual(words)
    for (const other of [{ person: 'bob' }, { collection: 'authors' }, { id: '2' }, { id: null }])
      expect(keptWords({ ...mine, ...other })).toBeNull()
  })

  it('go when they are forgotten, and with their person', () => {
    keepWords(mine, words)
    forgetWords(mine)
    expect(keptWords(mine)).toBeNull()
    const places = [mine, { ...mine, id: null }, { ...mine, person: 'ann2' }]
    for (const place of places) keepWords(place, words)
    forgetWordsOf('ann')
    expect(places.map((place) => keptWords(place) !== null)).toEqual([false, false, true])
  })

  it('in documents that were never saved are told apart by their tabs, and offered when their tab is gone', () => {
    const [here, closed, living] = ['a', 'b', 'c'].map((tab) => ({ ...mine, id: null, tab })) as [Place, Place, Place]
    for (const place of [closed, living, { ...closed, collection: 'authors' }, { ...closed, person: 'ann2' }])
      keepWords(place, words)
    expect(keptWords(here)).toBeNull()
    expect(placesToOffer(here, new Set(['a', 'c']))).toEqual([here, closed])
    expect(placesToOffer(here, null)).toEqual([here, closed, living])
    expect(placesToOffer(mine, new Set())).toEqual([mine])
    forgetWords(closed)
    expect([keptWords(closed), keptWords(living)]).toEqual([null, words])
  })

  it('are said not to be kept when the browser has no room, or no storage', () => {
    vi.stubGlobal('localStorage', aStorage(10))
    expect(keepWords(mine, words)).toBe(false)
    vi.stubGlobal('localStorage', undefined)
    expect([keepWords(mine, words), keptWords(mine)]).toEqual([false, null])
    forgetWords(mine)
    forgetWordsOf('ann')
  })

  it.each(['', '{', 'null', '[]', '{"at":1,"changes":{}}', '{"at":"2030","changes":{}}', '{"at":"2030"}'])(
    'are none where something else is kept: %s',
    (found) => {
      localStorage.setItem('imprimatur-words:ann:articles:1', found)
      expect(keptWords(mine)).toBeNull()
    },
  )
})
