import { beforeEach, describe, expect, it } from 'vitest'
import { AnswerCache, type Making } from '../../../src/delivery/AnswerCache.ts'
import { gathered } from '../../../src/delivery/Dependencies.ts'
import type { MadeAnswer } from '../../../src/delivery/SharedAnswer.ts'

/** The cache alone: answers are made by hand, and what they hang on is said by hand. */
let now = 0
let inStep = true
let cache: AnswerCache

const opened = (bytes = 1024 * 1024) =>
  new AnswerCache({
    bytes,
    now: () => now,
    isPublic: (collection) => collection === 'articles',
    isInStep: () => inStep,
    nextChange: { teasers: () => Promise.resolve(undefined) },
  })

beforeEach(() => {
  now = 0
  inStep = true
  cache = opened()
})

/** An answer whose end is in the hands of the test. */
function aMaking(tag: string, more: Partial<MadeAnswer> = {}) {
  let finish: (body: string) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  let [begun, abandoned] = [0, 0]
  const make = (): Making => {
    begun++
    gathered()?.tags.add(tag)
    return {
      answer: new Promise((resolve, reject) => {
        finish = (body) => {
          resolve({ status: 200, headers: [], body: Buffer.from(body), ...more })
        }
        fail = reject
      }),
      abandon: () => {
        abandoned++
      },
    }
  }
  return {
    make,
    finish: (body: string) => {
      finish(body)
    },
    fail: () => {
      fail(new Error('The disk is gone.'))
    },
    begun: () => begun,
    abandoned: () => abandoned,
  }
}

const kept = (key = '/a') => cache.lookUp(key)?.at('identity')?.body.toString()
const made = (tag: string, body: string, key = '/a', more: Partial<MadeAnswer> = {}) => {
  const making = aMaking(tag, more)
  const { outcome } = cache.answer(key, key, making.make)
  making.finish(body)
  return outcome
}

describe('an answer', () => {
  it('is kept until what it hangs on changes, and under each of its spellings', async () => {
    await made('articles:1', 'one')
    await cache.answer('/a', '/A', aMaking('articles:1').make).outcome
    expect([kept(), kept('/A')]).toEqual(['one', 'one'])
    cache.committing(['articles:2'])()
    expect(kept()).toBe('one')
    cache.committing(['articles:1'])()
    expect([kept(), kept('/A')]).toEqual([undefined, undefined])
  })

  it('is gone as soon as the commit begins', async () => {
    await made('articles:1', 'one')
    cache.committing(['articles:1'])
    expect(kept()).toBeUndefined()
  })

  // Guard: `changed` of a flight, which has what was being committed when it began.
  it.each(['before', 'while', 'after'])('that was begun %s a commit is kept only if it came after', async (begun) => {
    const making = aMaking('articles:1')
    const begin = () => cache.answer('/a', '/a', making.make).outcome
    let outcome = begun === 'before' ? begin() : undefined
    const done = cache.committing(['articles:1'])
    if (begun === 'while') outcome = begin()
    done()
    if (begun === 'after') outcome = begin()
    making.finish('one')
    await outcome
    expect(kept()).toBe(begun === 'after' ? 'one' : undefined)
  })

  it('that is being made is joined, but not by who came after a change of anything', async () => {
    const making = aMaking('articles:1')
    const first = cache.answer('/a', '/a', making.make).outcome
    const second = cache.answer('/a', '/a', making.make).outcome
    expect(making.begun()).toBe(1)
    const done = cache.committing(['sections:1'])
    const later = aMaking('articles:1')
    void cache.answer('/a', '/a', later.make)
    expect(later.begun(), 'while something is committed').toBe(1)
    done()
    making.finish('one')
    expect(await first).toEqual(await second)
  })

  it('that fails is not kept, and the next one is made', async () => {
    const making = aMaking('articles:1')
    const { outcome } = cache.answer('/a', '/a', making.make)
    making.fail()
    await expect(outcome).rejects.toThrow('The disk is gone.')
    await made('articles:1', 'one')
    expect(kept()).toBe('one')
  })

  it('is given up when the last who waited for it is gone, and joined by nobody then', () => {
    const making = aMaking('articles:1')
    const leaves = [1, 2].map(() => cache.answer('/a', '/a', making.make).leave)
    leaves[0]?.()
    expect(making.abandoned()).toBe(0)
    leaves[1]?.()
    expect(making.abandoned()).toBe(1)
    void cache.answer('/a', '/a', making.make)
    expect(making.begun()).toBe(2)
  })

  it.each<[string, string, Partial<MadeAnswer>]>([
    ['sets a cookie', 'articles:1', { headers: [['set-cookie', 'a=b']] }],
    ['is private', 'articles:1', { headers: [['cache-control', 'private, no-store']] }],
    ['is an error', 'articles:1', { status: 500 }],
    ['is a refusal', 'articles:1', { status: 400 }],
    ['was made from records of the workflow', 'dossiers*', {}],
  ])('that %s is not kept', async (_, tag, more) => {
    await made(tag, 'one', '/a', more)
    expect(kept()).toBeUndefined()
  })

  it('is not given while it is not known what others changed, nor kept when they may have', async () => {
    await made('articles:1', 'one')
    inStep = false
    expect(kept()).toBeUndefined()
    inStep = true
    expect(kept()).toBe('one')
    const making = aMaking('articles:1')
    const { outcome } = cache.answer('/b', '/b', making.make)
    cache.empty()
    making.finish('two')
    await outcome
    expect([kept(), kept('/b')]).toEqual([undefined, undefined])
  })

  // What an entry takes in memory is reckoned by the length of its key.
  it('is not remembered under a spelling that is much longer than its address', async () => {
    await made('articles:1', 'one')
    const [near, far] = ['/a?&', `/a?${'&'.repeat(8_000)}`]
    for (const spelling of [near, far]) {
      const found = await cache.answer('/a', spelling, aMaking('articles:1').make).outcome
      expect('shared' in found && found.shared.at('identity')?.body.toString()).toBe('one')
    }
    expect([kept(near), kept(far)]).toEqual(['one', undefined])
  })

  it('is kept within the bytes that there are', async () => {
    cache = opened(100_000)
    for (let at = 0; at < 100; at++) await made('articles:1', 'x'.repeat(1_000), `/${String(at)}`)
    const keys = Array.from({ length: 100 }, (_, at) => `/${String(at)}`).filter((key) => cache.lookUp(key))
    expect(keys.length).toBeGreaterThan(1)
    expect(keys.length).toBeLessThan(100)
    await made('articles:1', 'x'.repeat(50_000), '/large')
    expect(cache.lookUp('/large')).toBeUndefined()
    expect(
      keys.some((key) => cache.lookUp(key)),
      'for the sake of one',
    ).toBe(true)
  })
})

describe('the date of an answer', () => {
  it('stays when it comes out the same, and two within one second have not the same', async () => {
    const dateOf = async (body: string) => {
      cache.committing(['articles:1'])()
      const outcome = await made('articles:1', body)
      if (!('shared' in outcome)) throw new Error('It is for nobody else.')
      return outcome.shared.at('identity')?.modified
    }
    const first = await dateOf('one')
    expect(first).toBeTypeOf('number')
    expect(await dateOf('one')).toBe(first)
    const second = await dateOf('two')
    expect(second ?? Infinity).toBeGreaterThan(first ?? Infinity)
  })
})
