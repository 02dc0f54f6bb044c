import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { hire } from '../helpers/hire.ts'
import { onServer, openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'
import { inTransaction } from '../helpers/transaction.ts'

// The rules of the workflow refer to other documents. These do not go from under them.

const gate = aBarrierGate()
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom({ barrier: gate.barrier })
  desk = pieces(newsroom)
  // Before any review is for everything: each article here needs one.
  await desk.publicAuthor()
})

afterAll(async () => {
  await newsroom.close()
})

const DESK = { name: 'desk', needed: 1, roles: ['reviewer'] }
const setReviews = (reviews: readonly object[]) =>
  newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { workflow: { reviews } } })
const storedReviews = async () =>
  (await newsroom.ask('GET', '/api/globals/newsroom?depth=0', { as: 'admin' })).body.workflow.reviews

afterEach(async () => {
  expect((await setReviews([DESK])).status).toBe(200)
})

let made = 0
const aSection = async (): Promise<string> => {
  const body = { name: `Section ${String(++made)}` }
  return String((await newsroom.ask('POST', '/api/sections', { as: 'editor', body })).body.doc.id)
}
const exists = async (section: string) => (await newsroom.ask('GET', `/api/sections/${section}`)).status === 200

/** The reviews that an article in `section` lacks before it is published, by what the refusal says. */
async function lacking(section: string | null): Promise<string[]> {
  const id = await desk.anArticle({ section })
  await desk.moved('articles', id, 'submit', 'editor')
  const { transitions } = await desk.transitions('articles', id, 'publisher')
  const signed = await desk.move('articles', id, 'sign_off', 'reviewer', { review: 'desk' })
  expect(signed.status, JSON.stringify(signed.body)).toBe(200)
  expect(transitions.length).toBeGreaterThan(0)
  return signed.body.dossier.stage === 'approved' ? [] : ['legal']
}

describe('a section that a review is for', () => {
  it('is not deleted, on whatever road, and the refusal names the review', async () => {
    const [named, free] = [await aSection(), await aSection()]
    expect(
      (await setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [named] }])).status,
    ).toBe(200)
    const { db } = newsroom.payload
    const single = await newsroom.ask('DELETE', `/api/sections/${named}`, { as: 'editor' })
    const bulk = await newsroom.ask('DELETE', `/api/sections?where[id][in]=${named},${free}`, { as: 'admin' })
    const graphql = await newsroom.graphql(`mutation { deleteSection(id: "${named}") { id } }`, undefined, 'editor')
    for (const answer of [single, bulk, graphql]) {
      expect(codesOf(answer)).toEqual(['in_use'])
      expect(JSON.stringify(answer.body)).toContain('The review “legal” is for this.')
    }
    expect([single.status, bulk.status]).toEqual([409, 409])
    const refusal = expect.objectContaining({
      data: { entries: [expect.objectContaining({ code: 'in_use' })] },
    }) as Error
    const byCode = { collection: 'sections', overrideAccess: true } as const
    await expect(newsroom.payload.delete({ ...byCode, id: named })).rejects.toEqual(refusal)
    await expect(newsroom.payload.delete({ ...byCode, where: { id: { exists: true } } })).rejects.toEqual(refusal)
    // Guard: refuseNamed() in writePath.ts.
    const where = { id: { equals: named } }
    await expect(db.deleteOne({ collection: 'sections', where })).rejects.toEqual(refusal)
    await expect(db.deleteMany({ collection: 'sections', where: { id: { exists: true } } })).rejects.toEqual(refusal)
    expect([await exists(named), await exists(free)]).toEqual([true, true])
    expect((await storedReviews())[1].sections).toEqual([named])
    expect((await newsroom.ask('DELETE', `/api/sections/${free}`, { as: 'editor' })).status).toBe(200)
  })

  it('tells strangers nothing of the reviews', async () => {
    const named = await aSection()
    await setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [named] }])
    for (const as of [undefined, 'reviewer'] as const) {
      const answer = await newsroom.ask('DELETE', `/api/sections/${named}`, as ? { as } : {})
      expect([answer.status, codesOf(answer)]).toEqual([403, ['forbidden']])
      expect(JSON.stringify(answer.body)).not.toContain('legal')
    }
  })

  it('goes once no review is for it', async () => {
    const named = await aSection()
    await setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [named] }])
    await setReviews([DESK])
    expect((await newsroom.ask('DELETE', `/api/sections/${named}`, { as: 'editor' })).status).toBe(200)
  })

  it('asks for its review in this section, and in no other', async () => {
    const [named, other] = [await aSection(), await aSection()]
    await setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [named] }])
    expect([await lacking(named), await lacking(other), await lacking(null)]).toEqual([['legal'], [], []])
  })

  // Guard: standing() in newsroomPolicy.ts. Fail closed: the review is not gone with what it was for.
  it('that somebody took out of the database leaves the review needed', async () => {
    const [named, other] = [await aSection(), await aSection()]
    await setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [named] }])
    await deleteSectionByHand(named)
    expect(await exists(named)).toBe(false)
    expect((await storedReviews())[1].sections).toEqual([named])
    expect([await lacking(other), await lacking(null)]).toEqual([['legal'], ['legal']])
  })

  it('has to be there when the review is made', async () => {
    const gone = await aSection()
    await newsroom.ask('DELETE', `/api/sections/${gone}`, { as: 'editor' })
    const answer = await setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [gone] }])
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
    expect(JSON.stringify(answer.body)).toContain('workflow.reviews.1.sections')
    expect(await storedReviews()).toHaveLength(1)
  })
})

/** On SQLite the second of two waits before its transaction begins. */
const POINTS = onServer() ? (['begin', 'commit'] as const) : (['begin'] as const)

// Guard: the sections that holdSections() writes to.
it.each(POINTS.flatMap((point) => [[point, [0, 1]] as const, [point, [1, 0]] as const]))(
  'of a review for a section and the deletion of that section at one moment, one fails (%s, %s)',
  async (point, turns) => {
    const named = await aSection()
    await gate.together(point, turns, [
      () => setReviews([DESK, { name: 'legal', needed: 1, roles: ['publisher'], sections: [named] }]),
      () => newsroom.ask('DELETE', `/api/sections/${named}`, { as: 'editor' }),
    ])
    const isNamed = (await storedReviews()).some(({ sections = [] }: { sections?: string[] }) =>
      sections.includes(named),
    )
    expect(isNamed).toBe(await exists(named))
  },
)

describe('an author who makes two accounts one person', () => {
  it('is not deleted, on whatever road', async () => {
    const author = await desk.anAuthor()
    const twin = await hire(newsroom, { roles: ['reviewer'] })
    for (const user of [newsroom.userIds.editor2, twin.id]) {
      const answer = await newsroom.ask('PATCH', `/api/users/${user}`, { as: 'admin', body: { author } })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    const { db } = newsroom.payload
    for (const answer of [
      await newsroom.ask('DELETE', `/api/authors/${author}`, { as: 'editor' }),
      await newsroom.ask('DELETE', `/api/authors?where[id][equals]=${author}`, { as: 'editor' }),
      await newsroom.graphql(`mutation { deleteAuthor(id: "${author}") { id } }`, undefined, 'editor'),
    ]) {
      expect(codesOf(answer)).toEqual(['in_use'])
    }
    const where = { id: { equals: author } }
    await expect(inTransaction(newsroom, (req) => db.deleteOne({ collection: 'authors', where, req }))).rejects.toThrow(
      'A login belongs to this author.',
    )
    const id = await desk.anArticle({}, 'editor2')
    expect(
      (
        await newsroom.ask('POST', `/api/articles/${id}/transitions`, {
          as: 'editor2',
          body: { transition: 'submit', digest: (await desk.transitions('articles', id, 'editor')).digest },
        })
      ).status,
    ).toBe(200)
    const { digest } = await desk.transitions('articles', id, 'editor')
    const answer = await twin.ask('POST', `/api/articles/${id}/transitions`, { transition: 'sign_off', digest })
    expect(codesOf(answer)).toEqual(['four_eyes'])
  })
})

/** As the shell of SQLite does it, which keeps no foreign keys unless it is told to: what names the section goes on naming it. */
async function deleteSectionByHand(section: string): Promise<void> {
  if (newsroom.payload.db.name === 'sqlite') {
    const { client } = newsroom.payload.db as unknown as { client: { executeMultiple: (sql: string) => Promise<void> } }
    await client.executeMultiple(
      `PRAGMA foreign_keys = OFF; DELETE FROM sections WHERE id = '${section}'; PRAGMA foreign_keys = ON;`,
    )
    return
  }
  if (newsroom.payload.db.name === 'postgres') {
    const { pool } = newsroom.payload.db as unknown as { pool: { query: (sql: string) => Promise<unknown> } }
    await pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM sections WHERE id = '${section}'; COMMIT;`,
    )
    return
  }
  const { ObjectId } = await import('mongodb')
  const { db } = (
    newsroom.payload.db as unknown as {
      connection: { db: { collection: (name: string) => { deleteOne: (filter: object) => Promise<unknown> } } }
    }
  ).connection
  await db.collection('sections').deleteOne({ _id: new ObjectId(section) })
}
