import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  openNewsroomProcess,
  openPremises,
  untilNotBusy,
  type NewsroomProcess,
  type Premises,
  type Tokens,
} from '../helpers/openNewsroomProcess.ts'
import { aText } from '../helpers/pieces.ts'

let premises: Premises
let both: readonly [NewsroomProcess, NewsroomProcess]
const tokens: Tokens = new Map()

beforeAll(async () => {
  premises = await openPremises()
  const first = await openNewsroomProcess(premises, tokens)
  both = [first, await openNewsroomProcess(premises, tokens)]
  for (const who of ['editor', 'reviewer', 'publisher'] as const) await first.ask('GET', '/api/users/me', { as: who })
})

afterAll(async () => {
  for (const each of both) await each.kill()
  await premises.close()
})

const [FIRST, SECOND] = [0, 1] as const

const askFirst: NewsroomProcess['ask'] = (...asked) => untilNotBusy(() => both[FIRST].ask(...asked))

async function anAuthor(displayName: string): Promise<string> {
  const body = { displayName, biography: aText('A life.'), shortBio: 'A life.' }
  const answer = await askFirst('POST', '/api/authors', { as: 'editor', body })
  expect(answer?.status, JSON.stringify(answer?.body)).toBe(201)
  return String(answer?.body.doc.id)
}

async function move(id: string, transition: string, as: 'editor' | 'reviewer' | 'publisher', more: object = {}) {
  const seen = await askFirst('GET', `/api/authors/${id}/transitions`, { as })
  const body = { transition, digest: seen?.body.digest, ...more }
  const answer = await askFirst('POST', `/api/authors/${id}/transitions`, { as, body })
  expect(answer?.status, JSON.stringify(answer?.body)).toBe(200)
}

const TO_READERS = [
  ['submit', 'editor'],
  ['sign_off', 'reviewer'],
  ['publish', 'publisher'],
] as const

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

describe('two processes on one database', () => {
  // Guard: `openTransaction` asks again while another process writes; without it SQLITE_BUSY reaches clients as 500.
  it('take turns: no write of either is refused', async () => {
    const ids = await Promise.all([1, 2, 3].map((at) => anAuthor(`Turn ${String(at)}`)))
    const answers = await Promise.all(
      ids.flatMap((id) =>
        both.map((each, at) =>
          each.ask('PATCH', `/api/authors/${id}`, { as: 'editor', body: { shortBio: `From ${String(at)}` } }),
        ),
      ),
    )
    expect(answers.map((answer) => answer?.status)).toEqual(Array.from({ length: 6 }, () => 200))
  })

  const nameAt = async (each: NewsroomProcess, id: string): Promise<unknown> =>
    (await each.ask('GET', `/api/authors/${id}?depth=0`))?.body.displayName as unknown

  /** Publishes a new name at the first, and says when that was answered. */
  const renamed = async (id: string, displayName: string): Promise<number> => {
    const saved = await askFirst('PATCH', `/api/authors/${id}`, { as: 'editor', body: { displayName } })
    expect(saved?.status, JSON.stringify(saved?.body)).toBe(200)
    for (const [transition, as] of TO_READERS) await move(id, transition, as)
    return performance.now()
  }

  // Guard: `followOthers`; without it the second process would give what it has for as long as it runs.
  it('readers of either get what the other publishes within a second, and what they have had stays where it was', async () => {
    const id = await anAuthor('Name 0')
    for (const [transition, as] of TO_READERS) await move(id, transition, as)
    for (let nth = 1; nth <= 3; nth++) {
      const before = `Name ${String(nth - 1)}`
      await until(async () => (await nameAt(both[SECOND], id)) === before)
      const answered = await renamed(id, `Name ${String(nth)}`)
      expect(await nameAt(both[FIRST], id), 'at the one that wrote').toBe(`Name ${String(nth)}`)
      let lastStale = answered
      for (let asked = answered; (await nameAt(both[SECOND], id)) === before; asked = performance.now())
        lastStale = asked
      expect(lastStale - answered, 'milliseconds until the other one knew').toBeLessThan(1_000)
    }
  })

  // Guard: `isInStep`; a timer that is late says nothing, so the request itself looks how old the last word of the database is.
  it('one that was frozen trusts nothing that it has when it wakes up', async () => {
    const id = await anAuthor('Asleep')
    for (const [transition, as] of TO_READERS) await move(id, transition, as)
    await until(async () => (await nameAt(both[SECOND], id)) === 'Asleep')
    const wake = both[SECOND].freeze()
    try {
      const answered = await renamed(id, 'Awake')
      await until(async () => (await nameAt(both[FIRST], id)) === 'Awake' && performance.now() > answered + 1_000)
    } finally {
      wake()
    }
    expect(await nameAt(both[SECOND], id)).toBe('Awake')
  })

  // Guard: `(piece, seq)` is unique, and both clocks look again within the transaction that publishes.
  it('publish what is due once, although both have a clock', async () => {
    const ids = await Promise.all([1, 2, 3].map((at) => anAuthor(`Due ${String(at)}`)))
    for (const id of ids) {
      await move(id, 'submit', 'editor')
      await move(id, 'sign_off', 'reviewer')
    }
    const at = new Date(Date.now() + 8_000).toISOString()
    for (const id of ids) await move(id, 'schedule', 'publisher', { at })
    const due = Date.parse(at)
    const missing = new Set(ids)
    while (missing.size > 0) {
      for (const id of missing) {
        if ((await both[SECOND].ask('GET', `/api/authors/${id}`))?.status === 200) missing.delete(id)
      }
    }
    for (const id of ids) {
      const events = (await both[SECOND].ask('GET', `/api/authors/${id}/events`, { as: 'editor' }))?.body.docs as {
        transition: string
        at: string
        due: string
      }[]
      const out = events.filter((event) => event.transition === 'publish')
      expect(out).toHaveLength(1)
      expect(out[0]?.due).toBe(at)
      expect(Date.parse(out[0]?.at ?? '')).toBeGreaterThanOrEqual(due)
    }
    for (const each of both) expect((await each.audit()).offences).toEqual([])
  })
})
