import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

/** What readers get of a piece on every road. */
async function readersSee(id: string) {
  const byId = await newsroom.ask('GET', `/api/articles/${id}?depth=0`)
  const list = await newsroom.ask('GET', `/api/articles?where[id][equals]=${id}&depth=0`)
  const graphql = await newsroom.graphql('query ($id: String!) { Article(id: $id) { headline } }', { id })
  return {
    status: byId.status,
    headline: byId.body.headline as string | undefined,
    listed: list.body.docs.map((doc: { headline: string }) => doc.headline) as string[],
    graphql: graphql.body.data?.Article?.headline as string | undefined,
  }
}

describe('the straight road', () => {
  it('leads from a draft over submission and sign-off to readers', async () => {
    const id = await desk.anArticle({ headline: 'Small states and the sea' })
    expect(await readersSee(id)).toMatchObject({ status: 404, listed: [] })
    await desk.published('articles', id)
    const headline = 'Small states and the sea'
    expect(await readersSee(id)).toEqual({ status: 200, headline, listed: [headline], graphql: headline })
    expect((await newsroom.ask('GET', '/api/articles/by-slug/small-states-and-the-sea')).body.id).toBe(id)
    expect(await desk.events('articles', id)).toEqual(['create', 'submit', 'sign_off', 'publish'])
  })

  it('proves to anybody what was signed off, with a hash that anybody can compute', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    const { body: proof } = await newsroom.ask('GET', `/api/articles/${id}/imprimatur`)
    const hex = createHash('sha256').update(Buffer.from(proof.canonical, 'utf8')).digest('hex')
    expect(proof.digest).toBe(`sha256:${hex}`)
    const { body: doc } = await newsroom.ask('GET', `/api/articles/${id}?depth=0`)
    const canonical = JSON.parse(proof.canonical)
    for (const name of ['headline', 'slug', 'byline']) expect(canonical[name]).toBe(doc[name])
    expect(canonical.credits[0].author).toBe(doc.credits[0].author)
    expect(canonical).not.toHaveProperty('updatedAt')
    expect(proof.signOffs).toEqual([expect.objectContaining({ review: 'desk', role: 'reviewer' })])
    expect(JSON.stringify(proof)).not.toContain(newsroom.userIds.reviewer)
    expect(proof.event.transition).toBe('publish')
  })

  it('brings a next revision out while the live one stays as it is', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'First' }))
    expect((await desk.save('articles', id, { headline: 'Second' })).status).toBe(200)
    expect(await readersSee(id)).toMatchObject({ headline: 'First', listed: ['First'] })
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'draft', live: expect.anything() })
    await desk.published('articles', id)
    expect((await readersSee(id)).headline).toBe('Second')
    expect(await desk.events('articles', id)).toEqual([
      ...['create', 'submit', 'sign_off', 'publish'],
      ...['revise', 'submit', 'sign_off', 'publish'],
    ])
  })

  it('withdraws and retracts', async () => {
    const withdrawn = await desk.published('articles', await desk.anArticle())
    await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'A complaint' })
    expect(await readersSee(withdrawn)).toMatchObject({ status: 404, listed: [] })
    expect((await newsroom.ask('GET', `/api/articles/${withdrawn}/imprimatur`)).status).toBe(404)
    expect(await desk.dossier('articles', withdrawn)).toMatchObject({ stage: 'withdrawn', live: null })

    const retracted = await desk.published('articles', await desk.anArticle({ headline: 'An error' }))
    await desk.moved('articles', retracted, 'retract', 'publisher', { notice: 'The figures were invented.' })
    for (const address of ['by-slug/an-error', retracted]) {
      const gone = await newsroom.ask('GET', `/api/articles/${address}`)
      expect(gone.status).toBe(410)
      expect(gone.body.errors[0]).toMatchObject({ code: 'retracted', notice: 'The figures were invented.' })
    }
    expect((await readersSee(retracted)).listed).toEqual([])
  })

  it('withdraws what is live whatever the next revision is at', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    await desk.save('articles', id, { headline: 'Changed' })
    await desk.moved('articles', id, 'submit', 'editor')
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'A complaint' })
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'in_review', live: null })
    expect((await readersSee(id)).status).toBe(404)
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    await desk.moved('articles', id, 'publish', 'publisher')
    expect((await readersSee(id)).headline).toBe('Changed')
  })

  it('keeps the old address of a public piece as a redirect', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'Old words' }))
    await desk.save('articles', id, { slug: 'new-words', generateSlug: false })
    expect((await newsroom.ask('GET', '/api/articles/by-slug/old-words')).status).toBe(200)
    await desk.published('articles', id)
    const moved = await newsroom.ask('GET', '/api/articles/by-slug/old-words')
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toBe('/api/articles/by-slug/new-words')
    expect((await newsroom.ask('GET', '/api/articles/by-slug/new-words')).body.id).toBe(id)
  })

  it('moves an article and its author in one call, or neither', async () => {
    const author = await desk.anAuthor()
    const id = await desk.anArticle({ credits: [{ author, role: 'author' }] })
    await desk.approved('authors', author)
    await desk.approved('articles', id)
    const alone = await desk.move('articles', id, 'publish', 'publisher')
    expect([alone.status, codesOf(alone)]).toEqual([422, ['gate_failed']])

    const digestOf = async (collection: string, piece: string) =>
      (await desk.transitions(collection, piece, 'publisher')).digest as string
    const items = [
      { collection: 'authors', id: author, transition: 'publish', digest: await digestOf('authors', author) },
      { collection: 'articles', id, transition: 'publish', digest: `sha256:${'0'.repeat(64)}` },
    ]
    const refused = await newsroom.ask('POST', '/api/transitions', { as: 'publisher', body: { items } })
    expect([refused.status, codesOf(refused)]).toEqual([409, ['stale_digest']])
    expect((await newsroom.ask('GET', `/api/authors/${author}`)).status).toBe(404)

    // Each refused item is told with its place, what is not there among them; the status is the first of all.
    const several = (more: readonly object[]) =>
      newsroom.ask('POST', '/api/transitions', { as: 'publisher', body: { items: [items[1], ...more] } })
    const missing = await several([
      { ...items[0], id: '999999' },
      { ...items[0], transition: 'sign_off' },
    ])
    expect(missing.status).toBe(404)
    expect(missing.body.errors).toMatchObject([
      { code: 'stale_digest', item: 0 },
      { code: 'not_found', item: 1 },
      { code: 'forbidden', item: 2 },
    ])
    const malformed = await several([
      { ...items[0], digest: 'none' },
      { ...items[0], id: null },
    ])
    expect(malformed.status).toBe(400)
    expect(malformed.body.errors).toMatchObject([
      { code: 'invalid_value', field: 'digest', item: 1 },
      { code: 'invalid_value', field: 'items', item: 2 },
    ])

    const right = items.map((item) => ({ ...item }))
    Object.assign(right[1] ?? {}, { digest: await digestOf('articles', id) })
    const done = await newsroom.ask('POST', '/api/transitions', { as: 'publisher', body: { items: right } })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(done.body.results).toHaveLength(2)
    expect((await readersSee(id)).status).toBe(200)
  })
})

describe('the obvious detours', () => {
  it('refuses to publish by status, on create, update and bulk update', async () => {
    const id = await desk.anArticle()
    const status = { _status: 'published' }
    for (const answer of [
      await desk.save('articles', id, status),
      await desk.save('articles', id, status, 'publisher'),
      await newsroom.ask('PATCH', `/api/articles?where[id][equals]=${id}`, { as: 'editor', body: status }),
      await newsroom.ask('POST', '/api/articles', { as: 'editor', body: { headline: 'At once', ...status } }),
    ]) {
      expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400)
    }
    expect((await desk.save('articles', id, status)).status).toBe(403)
    expect(codesOf(await desk.save('articles', id, status))).toEqual(['use_transitions'])
    const graphql = await newsroom.graphql(
      `mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }) { id } }`,
      { id },
      'editor',
    )
    expect(graphql.body.errors[0].extensions.code).toBe('use_transitions')
    expect((await readersSee(id)).status).toBe(404)
  })

  it('makes a draft of every ordinary write to a live piece, whatever draft says', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'As signed' }))
    for (const query of ['', '?draft=false', '?autosave=true']) {
      const answer = await newsroom.ask('PATCH', `/api/articles/${id}${query}`, {
        as: 'editor',
        body: { headline: `Past the reviewer ${query}` },
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    await desk.save('articles', id, { _status: 'draft' })
    const copy = await newsroom.ask('POST', `/api/articles/${id}/duplicate?draft=false`, { as: 'editor', body: {} })
    expect(copy.status, JSON.stringify(copy.body)).toBe(200)
    const versions = await newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${id}&limit=50`, {
      as: 'editor',
    })
    for (const version of versions.body.docs) {
      await newsroom.ask('POST', `/api/articles/versions/${version.id}?draft=false`, { as: 'editor' })
    }
    expect(await readersSee(id)).toMatchObject({ headline: 'As signed', listed: ['As signed'] })
    expect((await readersSee(copy.body.doc.id)).status).toBe(404)
  })

  it('restores a version as the newest draft, whatever draft says, and the piece stays its owner’s', async () => {
    const id = await desk.anArticle({ headline: 'As it was' }, 'contributor')
    expect((await desk.save('articles', id, { headline: 'As it became' }, 'contributor')).status).toBe(200)
    const versions = () =>
      newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${id}`, { as: 'contributor' })
    const first = (await versions()).body.docs.find(
      (each: { version: { headline: string } }) => each.version.headline === 'As it was',
    )
    for (const query of ['', '?draft=false', '?draft=true']) {
      const answer = await newsroom.ask('POST', `/api/articles/versions/${first.id}${query}`, { as: 'contributor' })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      const draft = await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'contributor' })
      expect(draft.body).toMatchObject({ headline: 'As it was', _status: 'draft' })
    }
    const ownDrafts = await newsroom.ask('GET', `/api/articles?draft=true&where[id][equals]=${id}`, {
      as: 'contributor',
    })
    expect(ownDrafts.body.docs).toHaveLength(1)
    expect((await versions()).body.docs).toHaveLength(5)
    expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(404)
  })

  it('refuses to delete or trash what is public', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    const gone = await newsroom.ask('DELETE', `/api/articles/${id}`, { as: 'editor' })
    expect([gone.status, codesOf(gone)]).toEqual([403, ['use_transitions']])
    const trashed = await desk.save('articles', id, { deletedAt: new Date().toISOString() })
    expect([trashed.status, codesOf(trashed)]).toEqual([403, ['use_transitions']])
    expect((await readersSee(id)).status).toBe(200)
  })

  it('lets unseen pieces into the trash and out of it', async () => {
    const id = await desk.anArticle()
    expect((await desk.save('articles', id, { deletedAt: new Date().toISOString() })).status).toBe(200)
    const stuck = await newsroom.ask('GET', `/api/articles?trash=true&draft=true&where[id][equals]=${id}`, {
      as: 'editor',
    })
    expect(stuck.body.docs).toHaveLength(1)
    const back = await newsroom.ask('PATCH', `/api/articles/${id}?trash=true`, {
      as: 'editor',
      body: { deletedAt: null },
    })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    await desk.published('articles', id)
    expect((await readersSee(id)).status).toBe(200)
  })

  it('refuses a digest that is not the newest, a missing one and a malformed one', async () => {
    const id = await desk.anArticle()
    const { digest } = await desk.transitions('articles', id, 'editor')
    await desk.save('articles', id, { headline: 'Changed since' })
    const send = (body: object) => newsroom.ask('POST', `/api/articles/${id}/transitions`, { as: 'editor', body })
    const stale = await send({ transition: 'submit', digest })
    expect([stale.status, codesOf(stale)]).toEqual([409, ['stale_digest']])
    for (const body of [
      { transition: 'submit' },
      { transition: 'submit', digest: 'abc' },
      { transition: 'print', digest },
    ]) {
      const answer = await send(body)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
    }
    expect((await desk.dossier('articles', id)).stage).toBe('draft')
  })

  it('lets nobody sign off their own text, and nobody publish without a sign-off', async () => {
    const both = newsroom.userIds.reviewer
    await newsroom.payload.update({
      collection: 'users',
      id: both,
      data: { roles: ['reviewer', 'editor', 'publisher'] },
      overrideAccess: true,
    })
    const id = await desk.anArticle({}, 'reviewer')
    await desk.moved('articles', id, 'submit', 'reviewer')
    const own = await desk.move('articles', id, 'sign_off', 'reviewer')
    expect([own.status, codesOf(own)]).toEqual([422, ['four_eyes']])
    const early = await desk.move('articles', id, 'publish', 'reviewer')
    expect([early.status, codesOf(early)]).toEqual([409, ['wrong_stage']])
    await newsroom.payload.update({
      collection: 'users',
      id: both,
      data: { roles: ['reviewer'] },
      overrideAccess: true,
    })
  })

  it('voids the sign-off when the text changes, and not when it is saved untouched', async () => {
    const id = await desk.approved('articles', await desk.anArticle())
    const { body: doc } = await newsroom.ask('GET', `/api/articles/${id}?draft=true&depth=0`, { as: 'editor' })
    expect((await desk.save('articles', id, doc)).status).toBe(200)
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'approved' })
    await desk.save('articles', id, { body: aText('Another text.') }, 'editor2')
    expect(await desk.dossier('articles', id)).toMatchObject({ stage: 'in_review', signOffs: [] })
    expect(await desk.events('articles', id)).toEqual(['create', 'submit', 'sign_off', 'void'])
    const early = await desk.move('articles', id, 'publish', 'publisher')
    expect([early.status, codesOf(early)]).toEqual([409, ['wrong_stage']])
  })

  // Red when `refusalOr()` of graphqlApi.ts does not see the body.
  it('gives a GraphQL document that is refused before it runs its code and status', async () => {
    const refusals = [
      ['{ NoSuchField }', 'invalid_value'],
      ['{', 'invalid_value'],
      ['{ Articles(where: { nothing: {} }) { totalDocs } }', 'field_not_queryable'],
    ] as const
    for (const [query, code] of refusals) {
      const { status, body } = await newsroom.graphql(query)
      expect([status, body.errors[0].extensions.code], query).toEqual([400, code])
    }
  })

  it('overwrites nobody: a save on an older revision is refused with what changed', async () => {
    const id = await desk.anArticle({ headline: 'Mine' })
    const { digest } = await desk.transitions('articles', id, 'editor')
    await desk.save('articles', id, { headline: 'Theirs' }, 'editor2')
    const byBody = await desk.save('articles', id, { headline: 'Mine again', baseDigest: digest })
    expect(byBody.status).toBe(409)
    expect(byBody.body.errors[0]).toMatchObject({
      code: 'stale_revision',
      changedBy: newsroom.userIds.editor2,
      changedFields: ['headline'],
    })
    const byHeader = await desk.save('articles', id, { headline: 'Mine again' }, 'editor', {
      'if-match': `"${digest}"`,
    })
    expect([byHeader.status, codesOf(byHeader)]).toEqual([412, ['stale_revision']])
    for (const tag of [digest, `W/"${digest}"`, `"${digest}", "x"`]) {
      const odd = await desk.save('articles', id, { headline: 'x' }, 'editor', { 'if-match': tag })
      expect([odd.status, codesOf(odd)]).toEqual([400, ['invalid_value']])
    }
    const { body: doc } = await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })
    expect(doc.headline).toBe('Theirs')
    const { digest: current } = await desk.transitions('articles', id, 'editor')
    expect((await desk.save('articles', id, { headline: 'After them', baseDigest: current })).status).toBe(200)
    expect((await desk.save('articles', id, { headline: 'Any' }, 'editor', { 'if-match': '*' })).status).toBe(200)
  })

  it('tells strangers nothing and staff only what they may know', async () => {
    const id = await desk.anArticle()
    for (const address of ['transitions', 'dossier', 'events']) {
      expect((await newsroom.ask('GET', `/api/articles/${id}/${address}`)).status).toBe(401)
      expect((await newsroom.ask('GET', `/api/articles/${id}/${address}`, { as: 'contributor' })).status).toBe(404)
    }
    expect((await newsroom.ask('GET', '/api/review-queue')).status).toBe(401)
    const machines = ['dossiers', 'workflow-events', 'moved-slugs', 'leases', 'change-log', 'change-batches']
    const hidden = ['preview-tokens', 'release-pieces', 'review-links']
    const index = ['search-live', 'search-live-words', 'search-newest', 'search-newest-words']
    for (const machine of [...machines, ...hidden, ...index]) {
      expect((await newsroom.ask('GET', `/api/${machine}`)).status).toBeGreaterThanOrEqual(400)
      expect((await newsroom.ask('GET', `/api/${machine}`, { as: 'admin' })).status).toBeGreaterThanOrEqual(400)
      expect((await newsroom.ask('POST', `/api/${machine}`, { as: 'admin', body: {} })).status).toBeGreaterThanOrEqual(
        400,
      )
    }
  })
})
