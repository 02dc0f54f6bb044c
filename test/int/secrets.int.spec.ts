import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffPreview } from '../../src/newsroom/staffPreview.ts'
import { openNewsroom, PASSWORD, type Answer, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'
import { aPicture } from '../helpers/pictures.ts'

/**
 * What the desk keeps to itself, asked for in ways that go around the front door. Everything that can be generated from the config and
 * the schema is in canaries.int.spec.ts; here is what somebody thought of.
 */
let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>
/** A draft of the editor's, a live article of theirs, and the same with a draft over it. */
let hidden: string
let live: string
let revised: string

const NO_DIGEST = `sha256:${'0'.repeat(64)}`
/** An id of the right form that nobody has. */
const nobodys = (id: string) => id.replace(/[0-9a-f]{6}$/, '000000')

beforeAll(async () => {
  newsroom = await openNewsroom()
  the = pieces(newsroom)
  hidden = await the.anArticle({ headline: 'Hidden headline', kicker: 'Hidden kicker' })
  live = await the.published('articles', await the.anArticle({ headline: 'Live headline' }))
  revised = await the.published('articles', await the.anArticle({ headline: 'First headline' }))
  await the.save('articles', revised, { headline: 'Second headline', kicker: 'Second kicker' })
  await the.moved('articles', revised, 'submit', 'editor')
  await the.moved('articles', revised, 'request_changes', 'reviewer', { reason: 'A reason for the desk.' })
})
afterAll(async () => {
  await newsroom.close()
})

/** Status and codes of an answer. */
function told({ status, body }: Answer): string {
  const errors = (body.errors ?? []) as { code?: string; extensions?: { code?: string } }[]
  return [status, ...new Set(errors.map((each) => String(each.extensions?.code ?? each.code)))].join(' ')
}

describe('GraphQL for readers', () => {
  // Guard: validatePublicArguments() in graphqlApi.ts.
  it.each([
    [
      'a field that is not declared',
      '{ Articles(where: { createdBy: { exists: true } }) { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'a count by it',
      '{ countArticles(where: { source__key: { exists: true } }) { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'deep in junctions',
      '{ Articles(where: { AND: [{ OR: [{ changedBy: { exists: true } }] }] }) { totalDocs } }',
      '200 field_not_queryable',
    ],
    ['the status', '{ Articles(where: { _status: { equals: draft } }) { totalDocs } }', '200 field_not_queryable'],
    ['a search in text', '{ Articles(where: { headline: { like: "H" } }) { totalDocs } }', '200 field_not_queryable'],
    [
      'an order through a relation',
      '{ Articles(sort: "credits.author.user.email") { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'an order by its name in filters',
      '{ Articles(sort: "credits__author__displayName") { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'behind an alias',
      '{ a: Articles(sort: "slug") { totalDocs } b: Articles(sort: "createdBy") { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'in a fragment',
      '{ ...f } fragment f on Query { Articles(sort: "createdBy") { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'as a default value',
      'query ($s: String = "createdBy") { Articles(sort: $s) { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'in versions',
      '{ versionsArticles(where: { version__headline: { equals: "a" } }) { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'in versions, in order',
      '{ versionsArticles(sort: "version.headline") { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'of users',
      '{ Users(where: { email: { equals: "editor@imprimatur.example" } }) { totalDocs } }',
      '200 field_not_queryable',
    ],
    [
      'a field that is not there',
      '{ Authors(where: { user__email: { exists: true } }) { totalDocs } }',
      '400 field_not_queryable',
    ],
    [
      'an operator that is not there',
      '{ Articles(where: { headline: { regex: "a" } }) { totalDocs } }',
      '400 unknown_parameter',
    ],
    ['an argument that is not there', '{ Articles(depth: 2) { totalDocs } }', '400 unknown_parameter'],
    ['no pages', '{ Articles(pagination: false, limit: 5) { totalDocs } }', '200 unknown_parameter'],
    ['drafts', '{ Articles(draft: true) { totalDocs } }', '200 not_authenticated'],
    ['one draft', `{ Article(id: "x", draft: true) { id } }`, '200 not_authenticated'],
    ['the trash', '{ countArticles(trash: true) { totalDocs } }', '200 not_authenticated'],
    ['a global’s draft', '{ Front(draft: true) { listLength } }', '200 not_authenticated'],
    [
      'drafts of relations',
      '{ Articles(limit: 1) { docs { credits { author(draft: true) { id } } } } }',
      '200 not_authenticated',
    ],
    ['rich text without end', '{ Articles(limit: 1) { docs { body(depth: 9) } } }', '200 invalid_value'],
    [
      'a value of another type',
      '{ Articles(where: { section: { equals: 5.5e300 } }) { totalDocs } }',
      '200 invalid_value',
    ],
    ['too large a page', '{ Articles(limit: 101) { totalDocs } }', '400 invalid_value'],
    [
      'what may be done with a document',
      '{ docAccessArticle(id: "x") { fields { headline { read { permission } } } } }',
      '200 not_authenticated',
    ],
    ['what may be done', '{ Access { canAccessAdmin } }', '200 not_authenticated'],
    ['what may be done with a global', '{ docAccessNewsroom { read { permission } } }', '200 not_authenticated'],
    ['the queue', '{ reviewQueue { totalDocs } }', '200 not_authenticated'],
  ])('refuses %s', async (_, query, expected) => {
    expect(told(await newsroom.graphql(query))).toBe(expected)
  })

  it('refuses in variables what it refuses in the document', async () => {
    const query =
      'query ($w: Article_where, $s: String, $d: Boolean) { Articles(where: $w, sort: $s, draft: $d) { totalDocs } }'
    const ask = async (variables: Record<string, unknown>) => told(await newsroom.graphql(query, variables))
    expect(await ask({ w: { createdBy: { exists: true } } })).toBe('200 field_not_queryable')
    expect(await ask({ w: { user__email: { exists: true } } })).toBe('400 field_not_queryable')
    expect(await ask({ s: 'createdBy' })).toBe('200 field_not_queryable')
    expect(await ask({ d: true })).toBe('200 not_authenticated')
    expect(await ask({ w: null, s: null, d: null })).toBe('200')
  })

  // Guard: refuseHiddenFields() in graphqlApi.ts. Payload's join field gives documents whatever its read access says.
  it.each([
    ['Authors', 'articles(limit: 5) { docs { headline } }'],
    ['Authors', 'logins(limit: 5) { docs { email } }'],
    ['Authors', 'createdBy'],
    ['Articles', 'source { key }'],
    ['Articles', 'changedBy'],
    ['Articles', 'credits { author { logins(limit: 5) { docs { name } } } }'],
    ['Sections', 'desk { name }'],
    ['Topics', 'breadcrumb'],
    ['allMedia', 'shownBy'],
  ])('refuses to select from %s: %s', async (list, selection) => {
    expect(told(await newsroom.graphql(`{ ${list}(limit: 1) { docs { ${selection} } } }`))).toBe(
      '401 not_authenticated',
    )
  })

  it('refuses it in a fragment as well', async () => {
    const query = '{ Articles(limit: 1) { docs { ...f } } } fragment f on Article { related { a: createdBy } }'
    expect(told(await newsroom.graphql(query))).toBe('401 not_authenticated')
  })

  // Guard: the check of `search` in graphqlApi.ts. Payload takes `draft` in the address for the `draft` of relations.
  it('takes nothing in its address', async () => {
    const { status, body } = await newsroom.ask('POST', '/api/graphql?draft=true', {
      body: { query: '{ Articles { totalDocs } }' },
    })
    expect([status, body.errors[0].code]).toEqual([400, 'unknown_parameter'])
  })

  // Guard: refusalOr() in graphqlApi.ts, which takes out what graphql-js guesses was meant.
  it('does not tell names out of the schema to those who may not look into it', async () => {
    const { body } = await newsroom.graphql('{ Articles { docs { createdB } } }')
    expect(body.errors[0].message).toMatch(/^Cannot query field "createdB" on type "Article"\.$/)
  })

  it('answers what is asked within the list', async () => {
    const author = await the.publicAuthor()
    const query = `query ($author: JSON) {
      Articles(where: { AND: [{ credits__author: { equals: $author } }, { slug: { in: ["live-headline", "hidden-headline"] } }] }, sort: "-publishedAt", limit: 5) {
        totalDocs docs { headline credits { author(draft: false) { displayName } } }
      }
      countArticles(where: { publishedAt: { less_than: "2999-01-01T00:00:00Z" } }) { totalDocs }
    }`
    const { status, body } = await newsroom.graphql(query, { author })
    expect(status).toBe(200)
    expect(body.data.Articles).toMatchObject({ totalDocs: 1, docs: [{ headline: 'Live headline' }] })
    expect(body.data.countArticles).toEqual({ totalDocs: 2 })
  })
})

describe('GraphQL for staff', () => {
  // Guard: checkPathsOnly() in validatePublicArguments.ts. Payload 3.90 ends the process on the first path.
  it.each(['credits.author.user.nothing', 'credits.author.user.salt'])('refuses the order by %s', async (path) => {
    const answer = await newsroom.graphql(`{ Articles(sort: "${path}") { totalDocs } }`, {}, 'editor')
    expect(told(answer)).toBe('200 field_not_queryable')
  })

  it('filters by any field', async () => {
    const { body } = await newsroom.graphql(
      '{ Articles(draft: true, where: { kicker: { equals: "Hidden kicker" } }) { totalDocs } }',
      {},
      'editor',
    )
    expect(body.data.Articles.totalDocs).toBe(1)
  })
})

describe('REST for readers', () => {
  // Guard: segmentsOf() in readOf.ts. Payload takes no notice of a slash at the end.
  it.each([
    ['/api/articles/?where[createdBy][exists]=true', 'field_not_queryable'],
    ['/api/articles/count/?where[credits.author.user][exists]=true', 'field_not_queryable'],
    ['/api/articles/versions/?sort=createdBy', 'field_not_queryable'],
    ['/api/globals/front/?depth=9', 'invalid_value'],
    ['/api/articles/by-slug/live-headline/?depth=9', 'invalid_value'],
    ['/api/media/file/a.png?prefix=b', 'unknown_parameter'],
  ])('holds %s to the list', async (address, code) => {
    expect(codesOf(await newsroom.ask('GET', address))).toEqual([code])
  })

  // Hooks before an operation run before Payload asks for access (3.90); what a save is based on is looked at after it.
  it('says nothing of a newer revision to those who may not write', async () => {
    const [no, none] = [
      [403, ['forbidden']],
      [404, ['not_found']],
    ]
    // A reviewer may see every piece, a contributor what is live, and staff are told what is not there.
    for (const [as, ...answers] of [
      [undefined, no, no, no],
      ['contributor', none, none, no],
      ['reviewer', no, none, no],
    ] as const)
      for (const [at, id] of [hidden, nobodys(hidden), live].entries())
        for (const [headers, more] of [
          [{ 'if-match': `"${NO_DIGEST}"` }, {}],
          [{}, { baseDigest: NO_DIGEST }],
        ] as const) {
          const answer = await newsroom.ask('PATCH', `/api/articles/${id}`, {
            ...(as ? { as } : {}),
            headers,
            body: { headline: 'x', ...more },
          })
          expect([answer.status, codesOf(answer)], `${String(as)} ${id}`).toEqual(answers[at])
        }
  })

  // Guard: the access that guardShownMedia() asks for in shownMedia.ts.
  it('says nothing of the piece that shows a picture to those who may not change pictures', async () => {
    const picture = await aPicture(newsroom, { name: 'signed.png' })
    await the.approved('articles', await the.anArticle({ headline: 'Signed headline', leadImage: picture.id }))
    for (const method of ['PATCH', 'DELETE'])
      for (const id of [picture.id, nobodys(picture.id)])
        expect(codesOf(await newsroom.ask(method, `/api/media/${id}`, { body: { alt: 'x' } }))).toEqual(['forbidden'])
    const bulk = await newsroom.ask('DELETE', '/api/media?where[filename][equals]=signed.png')
    expect(codesOf(bulk)).toEqual(['forbidden'])
    const contributor = await newsroom.ask('PATCH', `/api/media/${picture.id}`, {
      as: 'contributor',
      body: { alt: 'x' },
    })
    expect(codesOf(contributor)).toEqual(['media_in_use'])
    expect(JSON.stringify(contributor.body)).not.toContain('Signed headline')
    const editor = await newsroom.ask('PATCH', `/api/media/${picture.id}`, { as: 'editor', body: { alt: 'x' } })
    expect(JSON.stringify(editor.body)).toContain('Signed headline')
  })

  // Guard: asksForAccess() in readOf.ts, accessToPiece() in endpoints.ts.
  it('does not tell what may be done with a document', async () => {
    for (const address of [
      `articles/access/${hidden}`,
      `articles/access/${nobodys(hidden)}`,
      'articles/access',
      'globals/front/access',
    ])
      expect(codesOf(await newsroom.ask('POST', `/api/${address}`, { body: {} }))).toEqual(['not_authenticated'])
    const contributor = async (id: string) =>
      (await newsroom.ask('POST', `/api/articles/access/${id}`, { as: 'contributor', body: {} })).body
    expect(await contributor(hidden)).toEqual(await contributor(nobodys(hidden)))
    expect((await contributor(live)).read).toBeTruthy()
  })

  // Guard: isStaff() in staffUser() of queryGuard.ts. Access takes a closed account for a reader; so do queries.
  it('holds a closed account, and one without a role, to what readers may ask', async () => {
    const data = { name: 'Gone', email: 'gone@imprimatur.example', password: PASSWORD, roles: ['editor'] }
    const user = await newsroom.payload.create({ collection: 'users', data: data, overrideAccess: true })
    const login = await newsroom.ask('POST', '/api/users/login', { body: { email: data.email, password: PASSWORD } })
    const headers = { authorization: `JWT ${String(login.body.token)}` }
    const probe = '/api/articles?where[kicker][equals]=Hidden%20kicker'
    expect((await newsroom.ask('GET', probe, { headers })).status).toBe(200)
    // Without a role the session goes on; a closed account has none any more.
    for (const change of [{ roles: [] }, { active: false }]) {
      await newsroom.payload.update({ collection: 'users', id: user.id, data: change, overrideAccess: true })
      expect(codesOf(await newsroom.ask('GET', probe, { headers }))).toEqual(['field_not_queryable'])
      expect(codesOf(await newsroom.ask('GET', '/api/articles?draft=true', { headers }))).toEqual(['not_authenticated'])
    }
  })
})

describe('what nobody gets', () => {
  // Guard: the check of `hidden` in fieldPaths.ts. A reset token that can be guessed letter by letter is an account.
  it.each(['salt', 'hash', 'resetPasswordToken', 'resetPasswordExpiration', 'loginAttempts', 'lockUntil'])(
    'is found or ordered by %s of users, by whomever',
    async (path) => {
      for (const as of ['contributor', 'admin'] as const)
        for (const query of [`where[${path}][exists]=true`, `where[${path}][like]=a`, `sort=${path}`])
          expect(codesOf(await newsroom.ask('GET', `/api/users?${query}`, { as })), query).toEqual([
            'field_not_queryable',
          ])
    },
  )

  it('is in a list of users', async () => {
    const { body } = await newsroom.ask('GET', '/api/users?limit=100', { as: 'admin' })
    const names = new Set(body.docs.flatMap((doc: object) => Object.keys(doc)))
    for (const name of ['salt', 'hash', 'resetPasswordToken', 'password']) expect(names).not.toContain(name)
    const machines = [
      'dossiers',
      'workflow-events',
      'moved-slugs',
      'change-log',
      'change-batches',
      'search-live',
      'search-newest',
      'comments',
      'payload-kv',
      'payload-jobs',
      'payload-migrations',
    ]
    for (const as of ['contributor', 'reviewer', 'publisher', 'admin'] as const)
      for (const slug of machines)
        expect((await newsroom.ask('GET', `/api/${slug}`, { as })).status, `${as} ${slug}`).toBeGreaterThanOrEqual(403)
  })
})

describe('a contributor', () => {
  const asked = (address: string) => newsroom.ask('GET', address, { as: 'contributor' })

  // Guard: wholePiece() and canSeeDraft() in transitionsOf.ts, adminEndpoints.ts.
  it('learns nothing of a draft over somebody else’s live piece', async () => {
    const piece = `articles:${revised}`
    const { live: digest } = await the.dossier('articles', revised)
    expect((await asked(`/api/articles/${revised}/transitions`)).body).toMatchObject({
      stage: 'published',
      digest: digest.digest,
      live: digest.digest,
    })
    expect((await asked(`/api/stages?pieces=${piece}`)).body.stages).toEqual({
      [piece]: { stage: 'published', live: true, unreviewed: false },
    })
    for (const address of [
      `/api/articles/${revised}/dossier`,
      `/api/articles/${revised}/events`,
      `/api/newer-revision?piece=${piece}&than=${NO_DIGEST}`,
    ])
      expect(codesOf(await asked(address)), address).toEqual(['forbidden'])
    const inGraphQL = await newsroom.graphql(`{ articleDossier(id: "${revised}") { title } }`, {}, 'contributor')
    expect(told(inGraphQL)).toBe('200 forbidden')
    expect((await asked(`/api/articles/versions?where[parent][equals]=${revised}`)).body.totalDocs).toBe(0)
    expect((await asked(`/api/articles/${revised}?draft=true`)).body.headline).toBe('First headline')
    expect((await asked(`/api/review-queue?stage=changes_requested`)).body.totalDocs).toBe(0)
  })

  it('does not get it into a copy either', async () => {
    const copy = await newsroom.ask('POST', `/api/articles/${revised}/duplicate`, { as: 'contributor', body: {} })
    expect(copy.body.doc.headline).toBe('First headline (copy)')
    expect(JSON.stringify(copy.body)).not.toContain('Second')
  })

  // Guards: mayBegin() in hooks.ts for readers, refuseHidden() for staff. What is in the trash is not copied, and saying so told strangers that it is there.
  it('learns as little as a reader of a source that they may not know', async () => {
    const trashed = await the.anArticle({ headline: 'Hidden in the trash' })
    await the.save('articles', trashed, { deletedAt: new Date().toISOString() })
    for (const [as, answered] of [
      [undefined, [403, ['forbidden']]],
      ['contributor', [404, ['not_found']]],
    ] as const)
      for (const id of [hidden, trashed, nobodys(hidden)]) {
        const copy = await newsroom.ask('POST', `/api/articles/${id}/duplicate`, { body: {}, ...(as ? { as } : {}) })
        expect([copy.status, codesOf(copy)]).toEqual(answered)
      }
  })

  // Guard: refuseHidden().
  it('is told of a write to a hidden piece what a missing one is told, and 403 of what readers have', async () => {
    const versionOf = async (id: string) =>
      String(
        (await newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${id}`, { as: 'editor' })).body.docs[0]
          .id,
      )
    const writes = async (id: string, version: string) => [
      told(await newsroom.ask('PATCH', `/api/articles/${id}`, { as: 'contributor', body: { headline: 'Mine' } })),
      told(await newsroom.ask('DELETE', `/api/articles/${id}`, { as: 'contributor' })),
      told(await newsroom.ask('POST', `/api/articles/versions/${version}`, { as: 'contributor' })),
    ]
    const mutations = (id: string, version: string) =>
      Promise.all(
        [
          `updateArticle(id: "${id}", data: { headline: "Mine" }) { id }`,
          `deleteArticle(id: "${id}") { id }`,
          `restoreVersionArticle(id: "${version}", draft: true) { id }`,
        ].map(async (each) => told(await newsroom.graphql(`mutation { ${each} }`, {}, 'contributor'))),
      )
    const [version, liveVersion] = [await versionOf(hidden), await versionOf(live)]
    for (const [id, ofId] of [
      [hidden, version],
      [nobodys(hidden), nobodys(version)],
    ] as const) {
      expect(await writes(id, ofId)).toEqual(Array.from({ length: 3 }, () => '404 not_found'))
      expect(await mutations(id, ofId)).toEqual(Array.from({ length: 3 }, () => '200 not_found'))
    }
    expect(await writes(live, liveVersion)).toEqual(Array.from({ length: 3 }, () => '403 forbidden'))
    expect(await mutations(live, liveVersion)).toEqual(Array.from({ length: 3 }, () => '200 forbidden'))
    expect((await newsroom.ask('PATCH', `/api/articles/${hidden}`, { body: { headline: 'Mine' } })).status).toBe(403)
  })

  // Guard: mayFollow() in checkPaths.ts. With draft=true Payload 3.90 does not ask for read access behind a relation.
  it('cannot look through a piece of their own into somebody else’s', async () => {
    const own = await the.anArticle({ headline: 'Own headline', related: [hidden] }, 'contributor')
    const seen = await asked(`/api/articles/${own}?draft=true&depth=2`)
    expect(seen.body.related).toEqual([hidden])
    for (const query of [
      'draft=true&where[related.headline][equals]=Hidden headline',
      'where[or][0][headline][exists]=true&where[related.headline][equals]=Hidden headline',
      'where[related][contains][headline][equals]=Hidden headline',
      'draft=true&sort=related.headline',
    ]) {
      expect(codesOf(await asked(`/api/articles?${query}`)), query).toEqual(['field_not_queryable'])
    }
    const body = { query: '{ Articles(draft: true, sort: "related.headline") { totalDocs } }' }
    expect(told(await newsroom.ask('POST', '/api/graphql', { as: 'contributor', body }))).toBe(
      '200 field_not_queryable',
    )
    const nested =
      '{ Articles(draft: true, where: { related: { contains: { headline: { equals: "Hidden headline" } } } }) { totalDocs } }'
    expect(told(await newsroom.graphql(nested, {}, 'contributor'))).toBe('400 unknown_parameter')
    const related = `{ Article(id: "${own}", draft: true) { related(draft: true) { headline } } }`
    const populated = await newsroom.graphql(related, {}, 'contributor')
    expect(JSON.stringify(populated.body)).not.toContain('Hidden')
  })

  it('does not preview it', async () => {
    const login = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'contributor@imprimatur.example', password: PASSWORD },
    })
    const headers = new Headers({ authorization: `JWT ${String(login.body.token)}` })
    const preview = (id: string) => staffPreview(newsroom.payload)({ collection: 'articles', id, headers })
    expect(await preview(hidden)).toEqual({ kind: 'missing' })
    expect(await preview(revised)).toMatchObject({ kind: 'found', doc: { headline: 'First headline' } })
  })

  // Guard: `draft=true` forced by saveAsDraft(), readVersions in access.ts.
  it('cannot open or restore somebody else’s version', async () => {
    const { docs } = (
      await newsroom.ask('GET', `/api/articles/versions?where[parent][equals]=${hidden}`, { as: 'editor' })
    ).body
    const id = String(docs[0].id)
    expect((await asked(`/api/articles/versions/${id}`)).status).toBe(
      (await asked(`/api/articles/versions/${nobodys(id)}`)).status,
    )
    const restored = await newsroom.ask('POST', `/api/articles/versions/${id}`, { as: 'contributor' })
    expect(restored.status).toBeGreaterThanOrEqual(403)
    expect(JSON.stringify(restored.body)).not.toContain('Hidden')
  })
})

describe('a file', () => {
  const ask = (name: string, headers: Record<string, string> = {}, method = 'GET', as?: Staff) =>
    newsroom.ask(method, `/api/media/file/${name}`, { headers, ...(as ? { as } : {}) })

  it('is there while a public piece shows it, in every rendition, and gone with it, however it is asked for', async () => {
    const picture = await aPicture(newsroom, { name: 'teal.png' })
    const names = [picture.filename, ...Object.values(picture.sizes).map((size) => size.filename)].filter(
      (name) => name,
    )
    expect(names.length).toBeGreaterThan(6)
    const article = await the.anArticle({ headline: 'With a picture', leadImage: picture.id })
    const nothing = await ask('nothing.png')
    const asNothing = async () => {
      for (const name of names) {
        for (const written of [name, `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`])
          for (const headers of [
            {} as Record<string, string>,
            { range: 'bytes=0-1' },
            { range: 'bytes=99999999-' },
            { 'if-none-match': '*' },
          ]) {
            const { status, body } = await ask(written, headers)
            expect([status, body], name).toEqual([nothing.status, nothing.body])
          }
        expect((await ask(name, {}, 'HEAD')).status).toBe(404)
      }
      expect((await newsroom.ask('GET', `/api/media/${picture.id}`)).status).toBe(404)
      expect((await newsroom.ask('GET', '/api/media/count')).body).toEqual({ totalDocs: 0 })
    }
    expect(nothing.status).toBe(404)
    await asNothing()

    await the.published('articles', article)
    for (const name of names) {
      expect((await ask(name)).status, name).toBe(200)
      expect((await ask(name, { range: 'bytes=0-1' })).status).toBe(206)
    }
    for (const odd of ['..%2f..%2fpackage.json', `..%2fuploads%2f${picture.filename}`, `${picture.filename}%00`])
      expect((await ask(odd)).status, odd).toBeGreaterThanOrEqual(400)
    expect((await newsroom.ask('GET', '/api/media/count')).body).toEqual({ totalDocs: 1 })

    await the.moved('articles', article, 'withdraw', 'publisher', { reason: 'Not needed.' })
    await asNothing()
    expect((await ask(picture.filename, {}, 'GET', 'contributor')).status).toBe(200)
  })

  it('stays while another public piece shows it', async () => {
    const picture = await aPicture(newsroom, { name: 'shared.png' })
    const [one, two] = [
      await the.published('articles', await the.anArticle({ leadImage: picture.id })),
      await the.published('articles', await the.anArticle({ body: aText('Text.'), seo: { image: picture.id } })),
    ]
    await the.moved('articles', one, 'withdraw', 'publisher', { reason: 'Not needed.' })
    expect((await ask(picture.filename)).status).toBe(200)
    await the.moved('articles', two, 'retract', 'publisher', { notice: 'It was wrong.' })
    expect((await ask(picture.filename)).status).toBe(404)
  })

  it('of a revision that went over a live piece is not there before it is public, and the old one not after', async () => {
    const [before, after] = [
      await aPicture(newsroom, { name: 'before.png' }),
      await aPicture(newsroom, { name: 'after.png' }),
    ]
    const article = await the.published('articles', await the.anArticle({ leadImage: before.id }))
    await the.save('articles', article, { leadImage: after.id })
    await the.approved('articles', article)
    expect([(await ask(before.filename)).status, (await ask(after.filename)).status]).toEqual([200, 404])
    await the.moved('articles', article, 'publish', 'publisher')
    expect([(await ask(before.filename)).status, (await ask(after.filename)).status]).toEqual([404, 200])
  })
})
