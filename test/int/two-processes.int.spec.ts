import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  openNewsroomProcess,
  openPremises,
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
}, 180_000)

afterAll(async () => {
  for (const each of both) await each.kill()
  await premises.close()
})

const [FIRST, SECOND] = [0, 1] as const

async function anAuthor(displayName: string): Promise<string> {
  const body = { displayName, biography: aText('A life.'), shortBio: 'A life.' }
  const answer = await both[FIRST].ask('POST', '/api/authors', { as: 'editor', body })
  expect(answer?.status, JSON.stringify(answer?.body)).toBe(201)
  return String(answer?.body.doc.id)
}

async function move(id: string, transition: string, as: 'editor' | 'reviewer' | 'publisher', more: object = {}) {
  const seen = await both[FIRST].ask('GET', `/api/authors/${id}/transitions`, { as })
  const body = { transition, digest: seen?.body.digest, ...more }
  const answer = await both[FIRST].ask('POST', `/api/authors/${id}/transitions`, { as, body })
  expect(answer?.status, JSON.stringify(answer?.body)).toBe(200)
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

  // Guard: `(piece, seq)` is unique, and both clocks look again within the transaction that publishes.
  it('publish what is due once, although both have a clock', async () => {
    const ids = await Promise.all([1, 2, 3].map((at) => anAuthor(`Due ${String(at)}`)))
    const at = new Date(Date.now() + 8_000).toISOString()
    for (const id of ids) {
      await move(id, 'submit', 'editor')
      await move(id, 'sign_off', 'reviewer')
      await move(id, 'schedule', 'publisher', { at })
    }
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
  }, 120_000)
})
