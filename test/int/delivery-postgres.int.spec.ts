import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/** What Postgres says of the writes of others: here of somebody at a console of the database, who goes past all of this software. */

const onPostgres = process.env.TEST_DATABASE === 'postgres'

type Rows = { readonly rows: readonly Readonly<Record<string, unknown>>[] }
type Console = { readonly query: (sql: string, values?: readonly unknown[]) => Promise<Rows> }
type Client = Console & { readonly release: () => void }

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let made = 0
const logged: string[] = []

beforeAll(async () => {
  if (!onPostgres) return
  newsroom = await openNewsroom({ log: (line) => logged.push(line) })
  desk = pieces(newsroom)
})
afterAll(async () => {
  if (onPostgres) await newsroom.close()
})

const pool = () =>
  (newsroom.payload.db as unknown as { readonly pool: Console & { connect: () => Promise<Client> } }).pool
const byHand: Console['query'] = (...asked) => pool().query(...asked)

const get = (address: string) => newsroom.ask('GET', address)

/** What is made anew has a line in the log, and what comes from memory has none. */
async function isKept(address: string): Promise<boolean> {
  const before = logged.length
  await get(address)
  return !logged.slice(before).some((line) => line.includes('"msg":"request"'))
}

async function warm(address: string): Promise<Answer> {
  const answer = await get(address)
  while (!(await isKept(address)));
  return answer
}

/** Asks until the answer says it. Nothing that was asked for a second later is without it. */
async function heard(address: string, says: string): Promise<void> {
  const from = performance.now()
  const isStale = async () => !JSON.stringify((await get(address)).body).includes(says)
  let lastStale = from
  for (let asked = from; await isStale(); asked = performance.now()) lastStale = asked
  expect(lastStale - from, 'milliseconds').toBeLessThan(1_000)
}

async function aSection(): Promise<{ id: string; name: string }> {
  const name = `Section ${String(++made)}`
  const { body } = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name } })
  return { id: String(body.doc.id), name }
}

async function anArticle(more: object = {}): Promise<{ id: string; at: string }> {
  const slug = `heard-${String(++made)}`
  const id = await desk.published('articles', await desk.anArticle({ headline: `Piece ${slug}`, slug, ...more }))
  return { id, at: `/api/articles/by-slug/${slug}` }
}

describe.skipIf(!onPostgres)('a write by somebody else', () => {
  // Guard: the triggers of `tellOfWrites`.
  it('is heard within a second, and leaves alone what it has nothing to do with', async () => {
    const [section, piece] = [await aSection(), await anArticle()]
    const other = await anArticle({ section: section.id })
    for (const address of [piece.at, other.at, '/api/sections']) await warm(address)
    await byHand('update sections set name = $1 where id = $2', ['By hand', section.id])
    await heard('/api/sections', 'By hand')
    await heard(other.at, 'By hand')
    expect(await isKept(piece.at)).toBe(true)

    await byHand('update articles set headline = $1 where id = $2', ['Set by hand', other.id])
    await heard(other.at, 'Set by hand')
    expect(await isKept(piece.at)).toBe(true)
  })

  it('to a part of a piece is heard, too, and so is one to a global', async () => {
    const [topic, author] = [
      String((await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Ports' } })).body.doc.id),
      await desk.publicAuthor(),
    ]
    const piece = await anArticle({ topics: [topic], credits: [{ author, role: 'author', creditedAs: 'A. Printed' }] })
    expect(JSON.stringify((await warm(piece.at)).body)).toContain('A. Printed')
    await byHand('update articles_credits set credited_as = $1 where _parent_id = $2', ['By hand', piece.id])
    await heard(piece.at, 'By hand')

    await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: { lead: piece.id } })
    expect((await warm('/api/globals/front?depth=0')).body.lead).toBe(piece.id)
    await byHand('update front set lead_id = null')
    await heard('/api/globals/front?depth=0', '"lead":null')
  })

  it('to a whole table is heard', async () => {
    await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name: 'Rosso' } })
    expect(JSON.stringify((await warm('/api/topics')).body)).toContain('Rosso')
    await byHand('truncate topics cascade')
    await heard('/api/topics', '"totalDocs":0')
  })

  it('that is rolled back drops nothing, nor does a draft that is new', async () => {
    const piece = await anArticle()
    const [list, count] = ['/api/articles', '/api/articles/count']
    for (const address of [piece.at, list, count]) await warm(address)
    const client = await pool().connect()
    await client.query('begin')
    await client.query('update articles set headline = $1 where id = $2', ['Never', piece.id])
    await client.query('rollback')
    await client.query("insert into articles (headline, _status) values ('Not for readers', 'draft')")
    client.release()
    // Heard in the order of the commits: what came before this one has been heard when it has.
    const section = await aSection()
    await warm('/api/sections')
    await byHand('update sections set name = $1 where id = $2', ['The last one', section.id])
    await heard('/api/sections', 'The last one')
    for (const address of [piece.at, list, count]) expect(await isKept(address), address).toBe(true)
  })

  it('whose key is too long for a notice is done and heard all the same', async () => {
    const section = await aSection()
    await warm('/api/sections')
    await byHand('update sections set slug = $1, name = $2 where id = $3', ['x'.repeat(9_000), 'Long', section.id])
    await heard('/api/sections', 'Long')
    await byHand('update sections set slug = $1 where id = $2', ['short-again', section.id])
  })
})

describe.skipIf(!onPostgres)('the connection that listens', () => {
  const LISTENING =
    "select pid from pg_stat_activity where application_name = 'imprimatur listener' and datname = current_database()"
  const cut = async () => {
    const [one] = (await byHand(LISTENING)).rows
    expect(one).toBeDefined()
    await byHand('select pg_terminate_backend($1, 5000)', [one?.pid])
  }

  // Guard: nothing is taken from memory until another connection listens, and then all of it is forgotten.
  it('is cut: what others wrote meanwhile is in the next answer, and things go on as before', async () => {
    const [section, piece] = [await aSection(), await anArticle()]
    for (const address of [piece.at, '/api/sections']) await warm(address)
    await cut()
    await byHand('update sections set name = $1 where id = $2', ['In between', section.id])
    // By another address, so that this one is asked only when answers come from memory again.
    await warm(piece.at)
    expect(JSON.stringify((await get('/api/sections')).body)).toContain('In between')
    await warm('/api/sections')
    expect(logged.some((line) => line.includes('does not say what other servers change'))).toBe(true)
    await byHand('update sections set name = $1 where id = $2', ['And after', section.id])
    await heard('/api/sections', 'And after')
    expect((await byHand(LISTENING)).rows).toHaveLength(1)
  })
})

describe.skipIf(!onPostgres)('a start', () => {
  it('changes no table that tells already', async () => {
    const triggers = "select oid, tgname from pg_trigger where tgname like 'imprimatur%' order by oid"
    const before = (await byHand(triggers)).rows
    expect(before.length).toBeGreaterThan(20)
    await newsroom.restart()
    expect((await byHand(triggers)).rows).toEqual(before)
  })
})
