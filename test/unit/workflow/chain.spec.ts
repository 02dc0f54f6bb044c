import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  faultInChain,
  hashOf,
  pieceKey,
  appendToChain,
  type WorkflowEvent,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aChain, aDigest, AHEAD, LIVE, NEXT } from './builders.ts'

/** A chain in which every field of an event is used by some event. */
const chain = aChain(
  { transition: 'create', writers: ['otto'] },
  { transition: 'touch', actor: 'edith' },
  { transition: 'submit', to: 'in_review', reason: 'Ready.' },
  { transition: 'sign_off', to: 'approved', actor: 'rita', review: 'desk', role: 'reviewer' },
  { transition: 'schedule', to: 'scheduled', actor: 'paula', due: AHEAD },
  { transition: 'publish', to: 'published', actor: 'clock', due: AHEAD },
  { transition: 'retract', to: 'retracted', actor: 'paula', notice: 'It was wrong.' },
)

function replaced(at: number, change: (event: WorkflowEvent) => WorkflowEvent): WorkflowEvent[] {
  return chain.map((event, index) => (index === at ? change(event) : event))
}

/** A value of the same type that differs by as little as may be. */
function slightly(value: unknown): unknown {
  if (value === null) return 'draft'
  if (typeof value === 'number') return value + 1
  if (Array.isArray(value)) return [...value, 'x']
  if (typeof value === 'string') return value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')
  throw new Error('an event holds no such value')
}

describe('hashOf()', () => {
  it('is SHA-256 of the canonical JSON of everything but the hash', () => {
    const byHand =
      `{"actor":"wanda","at":"2026-03-02T09:00:00.000Z","digest":"${NEXT}","from":null,"piece":"articles:1",` +
      '"prevHash":null,"seq":1,"to":"draft","transition":"create"}'
    const [first] = aChain({ transition: 'create' })
    expect(first?.hash).toBe(`sha256:${createHash('sha256').update(byHand).digest('hex')}`)
  })

  it('does not depend on the order in which a database gives the fields', () => {
    for (const event of chain) {
      const turned = Object.fromEntries(Object.entries(event).reverse()) as unknown as WorkflowEvent
      expect(hashOf(turned)).toBe(event.hash)
    }
  })

  it('takes what is undefined for absent', () => {
    for (const event of chain) expect(hashOf({ reason: undefined, due: undefined, ...event })).toBe(event.hash)
  })
})

describe('seal()', () => {
  it('places an event after the one before', () => {
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(chain.map(({ prevHash }) => prevHash)).toEqual([null, ...chain.slice(0, -1).map(({ hash }) => hash)])
    expect(new Set(chain.map(({ hash }) => hash)).size).toBe(7)
  })
})

describe('faultInChain()', () => {
  it('finds none in a sound chain, however far it is read', () => {
    for (let length = 0; length <= chain.length; length += 1) expect(faultInChain(chain.slice(0, length))).toBeNull()
  })

  const fields = chain.flatMap((event, at) => Object.keys(event).map((field) => ({ at, field, seq: at + 1 })))

  it.each(fields)('names event $seq when its $field is changed', ({ at, field, seq }) => {
    const changed = replaced(at, (event) => ({ ...event, [field]: slightly(event[field as keyof WorkflowEvent]) }))
    expect(faultInChain(changed)).toMatch(new RegExp(`^event ${String(seq)} `))
  })

  const all = [
    'piece',
    'seq',
    'transition',
    'from',
    'to',
    'actor',
    'digest',
    'at',
    'review',
    'role',
    'reason',
    'notice',
    'due',
    'writers',
    'prevHash',
    'hash',
  ]

  it('was tried on every field that an event can have', () => {
    expect(new Set(fields.map(({ field }) => field))).toEqual(new Set(all))
  })

  it.each(fields.filter(({ field }) => field !== 'hash'))(
    'names event $seq when its $field is taken away',
    ({ at, field, seq }) => {
      const changed = replaced(
        at,
        (event) =>
          Object.fromEntries(Object.entries(event).filter(([name]) => name !== field)) as unknown as WorkflowEvent,
      )
      expect(faultInChain(changed)).toMatch(new RegExp(`^event ${String(seq)} `))
    },
  )

  it.each(['review', 'role', 'reason', 'notice', 'due', 'writers', 'somethingElse'])(
    'names the event to which %s is added',
    (field) => {
      const changed = replaced(1, (event) => ({ ...event, [field]: 'x' }))
      expect(faultInChain(changed)).toMatch(/^event 2 /)
    },
  )

  it.each([1, 2, 3, 4, 5, 6])('misses event %d when it is dropped', (seq) => {
    expect(faultInChain(chain.filter((event) => event.seq !== seq))).toMatch(
      new RegExp(`^event ${String(seq)} is missing`),
    )
  })

  it.each([0, 1, 2, 3, 4, 5, 6])('finds the event at %d given twice', (at) => {
    expect(faultInChain(chain.flatMap((event, index) => (index === at ? [event, event] : [event])))).not.toBeNull()
  })

  it.each([0, 1, 2, 3, 4, 5])('finds the events at %d and after it in the wrong order', (at) => {
    const swapped = [...chain]
    swapped.splice(at, 2, ...chain.slice(at, at + 2).reverse())
    expect(faultInChain(swapped)).not.toBeNull()
  })

  it('finds an event that was changed and given a hash to fit: the next does not follow it', () => {
    const forged = replaced(3, (event) => {
      const changed = { ...event, actor: 'remy' }
      return { ...changed, hash: hashOf(changed) }
    })
    expect(faultInChain(forged)).toMatch(/^event 5 does not follow/)
  })

  it('finds an event dropped with the numbers closed up', () => {
    const closed = chain.filter(({ seq }) => seq !== 4).map((event, at) => ({ ...event, seq: at + 1 }))
    expect(faultInChain(closed)).toMatch(/^event 4 /)
  })

  it('finds an event slipped in', () => {
    const slipped = appendToChain({ ...chain[3], actor: 'remy' } as WorkflowEvent, {
      seq: 3,
      head: chain[2]?.hash ?? null,
    })
    expect(faultInChain([...chain.slice(0, 3), slipped, ...chain.slice(3)])).not.toBeNull()
  })

  it('finds another piece’s event, linked as if it belonged', () => {
    const [first] = chain
    const foreign = appendToChain(
      { piece: 'articles:2', transition: 'touch', from: 'draft', to: 'draft', actor: 'edith', digest: LIVE, at: AHEAD },
      { seq: 1, head: first?.hash ?? null },
    )
    expect(faultInChain(first ? [first, foreign] : [])).toBe('event 2 belongs to another piece')
  })

  it('finds a chain that does not begin at its beginning', () => {
    expect(faultInChain(chain.slice(1))).toBe('event 1 is missing')
    const [, second] = chain
    const alone = second && appendToChain(second, { seq: 0, head: aDigest('e') })
    expect(faultInChain(alone ? [alone] : [])).toMatch(/^event 1 does not follow/)
  })
})

describe('pieceKey()', () => {
  it('is the collection and the id', () => {
    expect(pieceKey('news-teasers', '5f0c')).toBe('news-teasers:5f0c')
  })
})
