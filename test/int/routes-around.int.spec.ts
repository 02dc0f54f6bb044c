import { readFile } from 'node:fs/promises'
import { copyDataFromLocaleHandler } from '@payloadcms/ui/utilities/copyDataFromLocale'
import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { createLocalReq, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/audit/index.ts'
import { actingAs } from '../../packages/plugin-imprimatur/src/index.ts'
import { isErrorCode } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'
import type { Call } from '../helpers/routes/attacks.ts'
import { attackers, ATTACKERS, type Attacker, type Sent } from '../helpers/routes/people.ts'
import { decidedGraphql, decidedRest } from '../helpers/routes/readRegister.ts'
import { aPicture } from '../helpers/pictures.ts'

/**
 * The routes that write no piece, and those without HTTP: none of them changes what readers get of a public piece. The
 * oracle is what an anonymous reader gets of one that shows, names and refers to everything.
 */
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let send: Awaited<ReturnType<typeof attackers>>['send']
let userIds: Readonly<Record<string, string>>

let article: string
let draft: string
let related: string
let filing: Record<'sections' | 'topics' | 'places', string>
let picture: { id: string; url: string }
let unseen: { id: string; url: string }

const FILING = ['sections', 'topics', 'places'] as const

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  const people = await attackers(newsroom)
  ;({ send, userIds } = people)
  picture = await ofColour('red')
  unseen = await ofColour('blue')
  const made: Record<string, string> = {}
  for (const collection of FILING) {
    const body = {
      name: `A name in ${collection}`,
      ...(collection === 'places' ? { kind: 'place', countryCode: 'CH' } : {}),
    }
    const { body: answer } = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
    made[collection] = String(answer.doc.id)
  }
  filing = made
  related = await desk.published('articles', await desk.anArticle({ headline: 'Not public any more, and referred to' }))
  await desk.moved('articles', related, 'withdraw', 'publisher', { reason: 'It is not for readers.' })
  draft = await desk.anArticle({ headline: 'A draft' })
  article = await desk.published(
    'articles',
    await desk.anArticle({
      headline: 'With everything',
      section: filing.sections,
      topics: [filing.topics],
      places: [filing.places],
      leadImage: picture.id,
      related: [related],
    }),
  )
})

afterAll(async () => {
  await newsroom.close()
})

const ofColour = (colour: string) => aPicture(newsroom, { name: `${colour}.png`, colour, alt: `A ${colour} field.` })

const pixels = (colour: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer()

/** What anonymous readers get, as the bytes that came: of the piece, of what it shows, of the lists. */
async function readersView(): Promise<Record<string, string>> {
  const addresses = [
    `/api/articles/${article}?depth=2`,
    `/api/articles/${article}/imprimatur`,
    '/api/articles/by-slug/with-everything',
    '/api/articles?limit=100&depth=0',
    '/api/articles/count',
    '/api/authors?limit=100&depth=0',
    `/api/media/${picture.id}`,
    `/api/media/${unseen.id}`,
    new URL(picture.url, newsroom.url).pathname,
    new URL(unseen.url, newsroom.url).pathname,
    '/api/globals/front',
    `/api/graphql?query=${encodeURIComponent(`{ Article(id: "${article}") { headline section { name } } Articles { totalDocs } }`)}`,
  ]
  const seen = addresses.map(async (address) => {
    const response = await fetch(newsroom.url + address)
    const bytes = Buffer.from(await response.arrayBuffer())
    return [address, `${String(response.status)} ${bytes.toString('base64')}`] as const
  })
  return Object.fromEntries(await Promise.all(seen))
}

/** Runs `act`, after which readers have to get the same bytes as before it. */
async function readersSeeNothingOf(act: () => Promise<void>): Promise<void> {
  const before = await readersView()
  await act()
  expect(await readersView()).toEqual(before)
}

function expectRefused(sent: Sent, what: string): void {
  const said = `${what}: ${String(sent.status)} ${JSON.stringify(sent.body)}`
  if (sent.empty) return
  expect(sent.status, said).toBeGreaterThanOrEqual(400)
  expect(sent.status, said).toBeLessThan(500)
  expect(isErrorCode(sent.code), said).toBe(true)
}

const graphql = (query: string, variables: object = {}): Call => ({
  method: 'POST',
  address: '/api/graphql',
  body: { query, variables },
})

async function fileForm(colour: string, more: object = {}): Promise<FormData> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await pixels(colour))], { type: 'image/png' }), `${colour}.png`)
  form.set('_payload', JSON.stringify(more))
  return form
}

describe('what is closed', () => {
  // Guard: `closed` in machineCollections.ts; for the others Payload's own, and that nothing switches jobs on.
  it('is refused to everybody, with a code', async () => {
    const dossier = await newsroom.payload.db.findOne<{ id: string }>({
      collection: 'dossiers',
      where: { pieceId: { equals: article } },
    })
    const closed = [...decidedRest()].filter(([, decision]) => decision === 'closed').map(([route]) => route)
    const machine = closed.filter((route) =>
      /dossiers|workflow-events|moved-slugs|leases|review-links|change-log|change-batches|release-pieces|search-/.test(
        route,
      ),
    )
    expect(machine.length).toBeGreaterThan(20)
    await readersSeeNothingOf(async () => {
      for (const who of ATTACKERS) {
        for (const route of closed) {
          const [method = '', path = ''] = route.split(' ')
          // People's own versions, and the like, are closed as there is nothing behind them.
          const id = path.includes('/dossiers') ? (dossier?.id ?? '') : article
          const address = path.replace(/:(id|filename)\??/, id)
          const query = /^(PATCH|DELETE)$/.test(method) && !path.includes(':') ? '?where[id][exists]=true' : ''
          const body =
            method === 'GET' ? {} : { body: { piece: 'x', stage: 'published', live: true, key: 'x', data: {} } }
          expectRefused(await send(who, { method, address: address + query, ...body }), `${who}: ${route}`)
        }
      }
    })
  })

  it('is refused in GraphQL too', async () => {
    const fields: Record<string, string> = {
      'query PayloadKv': 'PayloadKv(id: "x") { id }',
      'query PayloadKvs': 'PayloadKvs { totalDocs }',
      'query countPayloadKvs': 'countPayloadKvs { totalDocs }',
      'mutation createPayloadKv': 'createPayloadKv(data: { key: "x", data: {} }) { id }',
      'mutation updatePayloadKv': 'updatePayloadKv(id: "x", data: { key: "x" }) { id }',
      'mutation deletePayloadKv': 'deletePayloadKv(id: "x") { id }',
      'mutation duplicatePayloadKv': 'duplicatePayloadKv(id: "x", data: { key: "x", data: {} }) { id }',
      'mutation verifyEmailUser': 'verifyEmailUser(token: "x")',
    }
    const closed = [...decidedGraphql()].filter(([, decision]) => decision === 'closed').map(([name]) => name)
    expect(closed.sort()).toEqual(Object.keys(fields).sort())
    for (const who of ATTACKERS) {
      for (const name of closed) {
        const query = `${name.split(' ')[0] ?? ''} { ${fields[name] ?? ''} }`
        expectRefused(await send(who, graphql(query)), `${who}: ${name}`)
      }
    }
  })

  it('has no jobs: they can be neither queued nor run nor deleted', async () => {
    expect(newsroom.payload.config.collections.map(({ slug }) => slug)).not.toContain('payload-jobs')
    expect(newsroom.payload.config.jobs.tasks ?? []).toEqual([])
    for (const address of ['', '/run', '/handle-schedules', `/${article}`]) {
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
        const body = method === 'GET' ? {} : { body: { taskSlug: 'schedulePublish', input: { type: 'publish' } } }
        const sent = await send('everything', { method, address: `/api/payload-jobs${address}`, ...body })
        expect([sent.status, sent.code], `${method} ${address}`).toEqual([404, 'not_found'])
      }
    }
    const queued = newsroom.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'articles', value: draft } },
    })
    await expect(queued).rejects.toThrow()
  })
})

describe('a picture that a public piece shows', () => {
  const changes = async (): Promise<readonly [string, Call][]> => {
    const at = `/api/media/${picture.id}`
    const all = `/api/media?where[id][equals]=${picture.id}`
    return [
      ['text', { method: 'PATCH', address: at, body: { alt: 'Another text.' } }],
      ['focal point', { method: 'PATCH', address: at, body: { focalX: 1, focalY: 1 } }],
      ['name', { method: 'PATCH', address: at, body: { filename: 'another.png', url: '/another.png' } }],
      ['file', { method: 'PATCH', address: at, body: await fileForm('black', { alt: 'Another.' }) }],
      ['crop', { method: 'PATCH', address: `${at}?uploadEdits[crop][x]=10`, body: await fileForm('black') }],
      ['many', { method: 'PATCH', address: all, body: { credit: 'Another.' } }],
      [
        'many by another field',
        { method: 'PATCH', address: '/api/media?where[credit][equals]=Nobody', body: { alt: 'x' } },
      ],
      ['many with a file', { method: 'PATCH', address: all, body: await fileForm('black') }],
      ['deletion', { method: 'DELETE', address: at }],
      ['deletion of many', { method: 'DELETE', address: all }],
      ['deletion of all', { method: 'DELETE', address: '/api/media?where[createdAt][exists]=true' }],
      ['GraphQL', graphql(`mutation { updateMedia(id: "${picture.id}", data: { alt: "x" }) { id } }`)],
      ['GraphQL deletion', graphql(`mutation { deleteMedia(id: "${picture.id}") { id } }`)],
    ]
  }

  // Guard: guardShownMedia() in shownMedia.ts; without documentsOf() in it, strangers would get 409 for 403.
  it('is changed by nobody, in no way', async () => {
    await readersSeeNothingOf(async () => {
      for (const who of ATTACKERS) {
        const may = ['contributor', 'editor', 'admin', 'everything'].includes(who)
        for (const [name, call] of await changes()) {
          const what = `${who}: ${name}`
          const sent = await send(who, call)
          expectRefused(sent, what)
          const deletes = name.includes('deletion')
          // A file goes to one document.
          const refusal = name === 'many with a file' ? [400, 'invalid_value'] : [409, 'media_in_use']
          if (may && !(deletes && who === 'contributor')) expect([sent.status, sent.code], what).toEqual(refusal)
          else expect([401, 403], what).toContain(sent.status)
        }
      }
    })
  })

  it('is not overwritten by an upload of the same name, and none becomes public by saying so', async () => {
    await readersSeeNothingOf(async () => {
      const same = await fileForm('green', { alt: 'Green.', credit: 'Nobody', filename: 'red.png', shown: true })
      const made = await send('editor', { method: 'POST', address: '/api/media', body: same })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      const marked = await send('editor', {
        method: 'PATCH',
        address: `/api/media/${unseen.id}`,
        body: { shown: true, shownBy: [`articles:${article}`] },
      })
      expect(marked.status).toBe(200)
      const { doc } = made.body as { doc: { id: string; url: string } }
      for (const address of [`/api/media/${doc.id}`, new URL(doc.url, newsroom.url).pathname]) {
        expect((await newsroom.ask('GET', address)).status).toBeGreaterThanOrEqual(400)
      }
    })
  })

  // Guard: refuseChangeOfForeign() in shownMedia.ts.
  it('is not changed by one who may not write the draft that shows it', async () => {
    const shown = await ofColour('yellow')
    const piece = await desk.anArticle({ leadImage: shown.id })
    for (const who of ['contributor', 'admin'] as const) {
      const sent = await send(who, { method: 'PATCH', address: `/api/media/${shown.id}`, body: { alt: 'Mine.' } })
      expect([sent.status, sent.code], who).toEqual([409, 'media_in_use'])
    }
    expect(await desk.events('articles', piece)).toEqual(['create'])
  })

  // Guard: documentsOf() in guardShownMedia(): the title of the holder went to anybody who asked.
  it('tells nobody of a piece that they may not know', async () => {
    const shown = await ofColour('white')
    await desk.approved('articles', await desk.anArticle({ headline: 'Nobody knows of this', leadImage: shown.id }))
    for (const who of ['anonymous', 'contributor', 'reviewer'] as const) {
      for (const address of [`/api/media/${shown.id}`, `/api/media?where[id][equals]=${shown.id}`]) {
        const sent = await send(who, { method: 'PATCH', address, body: { alt: 'x' } })
        expect(JSON.stringify(sent.body), `${who} ${address}`).not.toContain('Nobody knows')
        if (who !== 'contributor') expect(sent.status).toBe(403)
      }
    }
  })
})

describe('what a public piece refers to', () => {
  const referred = (): readonly [string, string][] => [
    ...FILING.map((collection): [string, string] => [collection, filing[collection]]),
    ['articles', related],
  ]

  // Guard: refuseDeletingReferenced(). SQLite empties references to what is deleted: the public digest was another one.
  it('is not deleted while it does', async () => {
    await readersSeeNothingOf(async () => {
      for (const who of ATTACKERS) {
        for (const [collection, id] of referred()) {
          for (const address of [
            `/api/${collection}/${id}`,
            `/api/${collection}?where[id][equals]=${id}`,
            `/api/${collection}?where[createdAt][exists]=true`,
          ]) {
            const sent = await send(who, { method: 'DELETE', address })
            expectRefused(sent, `${who}: DELETE ${address}`)
          }
        }
        const names = ['Section', 'Topic', 'Place', 'Article']
        for (const [at, [, id]] of referred().entries()) {
          const name = names[at] ?? ''
          expectRefused(await send(who, graphql(`mutation { delete${name}(id: "${id}") { id } }`)), `${who}: ${name}`)
        }
      }
      const byEditor = await send('editor', { method: 'DELETE', address: `/api/sections/${filing.sections}` })
      expect([byEditor.status, byEditor.code]).toEqual([409, 'in_use'])
    })
  })

  it('is not deleted by the author’s withdrawal either', async () => {
    const alone = await desk.anAuthor({}, 'contributor')
    await desk.published('authors', alone)
    const piece = await desk.published(
      'articles',
      await desk.anArticle({ credits: [{ author: alone, role: 'author' }] }),
    )
    await desk.moved('authors', alone, 'withdraw', 'publisher', { reason: 'They asked for it.' })
    const proof = (await newsroom.ask('GET', `/api/articles/${piece}/imprimatur`)).body
    const sent = await send('editor', { method: 'DELETE', address: `/api/authors/${alone}` })
    expect([sent.status, sent.code]).toEqual([409, 'in_use'])
    expect((await newsroom.ask('GET', `/api/articles/${piece}/imprimatur`)).body).toEqual(proof)
    // Guard: knownDrafts(); a contributor knows of the piece by what readers have, and not by the headline that it is to get.
    await desk.save('articles', piece, { headline: 'Not out yet' })
    const told = async (as: Staff) =>
      (await newsroom.ask('DELETE', `/api/authors/${alone}`, { as })).body.errors[0].message as unknown
    expect(await told('editor')).toBe('“Not out yet” still refers to this.')
    expect(await told('contributor')).toBe('A piece still refers to this.')
  })

  // Decided: names of sections, topics and places are filing, and not the text that is signed off.
  it('can be renamed by editors, which leaves the digest as it is', async () => {
    const proof = (await newsroom.ask('GET', `/api/articles/${article}/imprimatur`)).body
    for (const who of ATTACKERS) {
      const may = ['editor', 'admin', 'everything'].includes(who)
      for (const collection of FILING) {
        const call = {
          method: 'PATCH',
          address: `/api/${collection}/${filing[collection]}`,
          body: { name: `By ${who}` },
        }
        const sent = await send(who, call)
        if (may) expect(sent.status, JSON.stringify(sent.body)).toBe(200)
        else expectRefused(sent, `${who}: ${collection}`)
      }
    }
    const { body } = await newsroom.ask('GET', `/api/articles/${article}?depth=1`)
    expect(body.section.name).toBe('By everything')
    expect((await newsroom.ask('GET', `/api/articles/${article}/imprimatur`)).body).toEqual(proof)
  })
})

describe('what belongs to the desk', () => {
  it('locks, preferences and logins change nothing that readers get, and hold no publication off', async () => {
    await readersSeeNothingOf(async () => {
      for (const who of ATTACKERS.filter((each) => each !== 'anonymous')) {
        const document = { relationTo: 'articles', value: article }
        const user = { relationTo: 'users', value: userIds[who] }
        const address = '/api/payload-locked-documents'
        expectRefused(await send(who, { method: 'POST', address, body: { document, user } }), who)
        const preference = { value: { _status: 'published' } }
        const kept = await send(who, {
          method: 'POST',
          address: `/api/payload-preferences/articles-${article}`,
          body: preference,
        })
        expect(kept.status, JSON.stringify(kept.body)).toBe(200)
      }
      for (const address of [
        '/api/payload-locked-documents',
        '/api/payload-preferences/x',
        '/api/payload-preferences',
      ]) {
        expectRefused(await send('anonymous', { method: 'POST', address, body: { key: 'x', value: 1 } }), address)
      }
    })
    const locked = await desk.approved('articles', await desk.anArticle())
    await newsroom.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'articles', value: locked },
        user: { relationTo: 'users', value: userIds.editor },
      },
      overrideAccess: true,
    })
    expect((await desk.move('articles', locked, 'publish', 'publisher')).status).toBe(200)
  })

  it('nobody gives themselves a role, and only admins make or remove people', async () => {
    for (const who of ATTACKERS.filter((each) => each !== 'admin' && each !== 'everything')) {
      const own = `/api/users/${userIds[who] ?? userIds.editor ?? ''}`
      const roles = { roles: ['publisher', 'admin'], rights: ['breaking'] }
      for (const call of [
        { method: 'PATCH', address: own, body: roles },
        { method: 'PATCH', address: '/api/users?where[id][exists]=true', body: roles },
        {
          method: 'POST',
          address: '/api/users',
          body: { email: 'x@example.org', password: 'long enough for anybody', name: 'X', ...roles },
        },
        {
          method: 'POST',
          address: '/api/users/first-register',
          body: { email: 'x@example.org', password: 'long enough for anybody' },
        },
        { method: 'DELETE', address: `/api/users/${userIds.reviewer ?? ''}` },
        graphql('mutation ($id: String!) { updateUser(id: $id, data: { roles: [admin] }) { id } }', {
          id: userIds[who] ?? '',
        }),
      ]) {
        expectRefused(await send(who, call), `${who}: ${call.method} ${call.address}`)
      }
    }
    const { docs } = await newsroom.payload.find({ collection: 'users', pagination: false, overrideAccess: true })
    const held = docs.filter((each) => each.name !== 'everything').map(({ name, roles }) => [name, roles])
    expect(
      held.every(([name, roles]) => JSON.stringify(roles) === JSON.stringify([String(name).replace(/\d$/, '')])),
    ).toBe(true)
  })

  it('the front page shows nothing that is not public, whoever orders it', async () => {
    const order = { lead: draft, list: [related, draft], listLength: 10, railLength: 6 }
    for (const who of ATTACKERS) {
      const may = ['editor', 'publisher', 'admin', 'everything'].includes(who)
      const sent = await send(who, { method: 'POST', address: '/api/globals/front?draft=true&depth=2', body: order })
      if (may) expect(sent.status, JSON.stringify(sent.body)).toBe(200)
      else expectRefused(sent, who)
      const settings = await send(who, {
        method: 'POST',
        address: '/api/globals/newsroom',
        body: { workflow: { reviews: [] } },
      })
      if (who !== 'admin' && who !== 'everything') expectRefused(settings, who)
      const { body } = await newsroom.ask('GET', '/api/globals/front')
      expect(JSON.stringify(body), who).not.toContain(draft)
      expect(JSON.stringify(body), who).not.toContain(related)
    }
  })

  it('an import makes drafts, for those who may write', async () => {
    const text = await readFile(new URL('../../demo/page.txt', import.meta.url), 'utf8')
    await readersSeeNothingOf(async () => {
      for (const who of ATTACKERS) {
        const sent = await send(who, {
          method: 'POST',
          address: '/api/import',
          body: { text, file: `${who}.txt`, draft: false, _status: 'published' },
        })
        if (['contributor', 'editor', 'everything'].includes(who))
          expect(sent.status, `${who}: ${JSON.stringify(sent.body)}`).toBe(200)
        else expectRefused(sent, who)
      }
    })
  })
})

/** A request within the process, in somebody’s name. */
const as = async (who: Attacker | null, context: object = {}): Promise<PayloadRequest> => {
  const user =
    who && (await newsroom.payload.findByID({ collection: 'users', id: userIds[who] ?? '', overrideAccess: true }))
  return createLocalReq(
    { ...(user ? { user: { ...user, collection: 'users' } } : {}), context: context as never },
    newsroom.payload,
  )
}

describe('code in the same process', () => {
  const published = { headline: 'Past everybody', _status: 'published' }
  type Api = Record<'create' | 'update' | 'delete' | 'duplicate' | 'restoreVersion', (args: object) => Promise<unknown>>
  const api = () => newsroom.payload as unknown as Api

  const oldest = async () => {
    const { docs } = await newsroom.payload.db.findVersions({
      collection: 'articles',
      where: { parent: { equals: article } },
      sort: 'createdAt',
    })
    return docs[0]?.id
  }

  // Guards: saveAsDraft(), beforeSave() in hooks.ts; below them writePath.ts.
  it.each([
    ['nobody', null, {}],
    ['nobody, who claims to restore', null, { isRestoringVersion: true }],
    ['the importer', null, actingAs('import')],
    ['the clock, by name alone', null, actingAs('clock')],
    ['one who may do everything', 'everything', {}],
    ['one who may do everything, with a context', 'everything', { isRestoringVersion: true, disableTransaction: true }],
  ] as const)('cannot change what is public past the workflow: %s', async (_, who, context) => {
    const collection = 'articles'
    const where = { id: { equals: article } }
    const version = await oldest()
    const refused: Record<string, Readonly<Record<string, unknown>> & { call: keyof Api }> = {
      create: { call: 'create', data: published, draft: false },
      publish: { call: 'update', id: article, data: published },
      'publish a draft': { call: 'update', id: draft, data: { _status: 'published' }, draft: false },
      'publish in bulk': { call: 'update', where, data: published, draft: true },
      'outside a transaction': {
        call: 'update',
        id: article,
        data: { headline: 'x' },
        disableTransaction: true,
        draft: false,
      },
      trash: { call: 'update', id: article, data: { deletedAt: '2026-01-01T00:00:00.000Z' } },
      delete: { call: 'delete', id: article, overrideLock: true },
      'delete in bulk': { call: 'delete', where, trash: true },
      restore: { call: 'restoreVersion', id: version, draft: false },
      duplicate: { call: 'duplicate', id: article, data: { _status: 'published' }, draft: false },
    }
    await readersSeeNothingOf(async () => {
      for (const overrideAccess of [true, false]) {
        for (const [name, { call, ...args }] of Object.entries(refused)) {
          const done = await api()
            [call]({ collection, overrideAccess, req: await as(who, context), ...args })
            .then(() => true)
            .catch(() => false)
          expect(done, `${name}, access ${overrideAccess ? 'overridden' : 'kept'}`).toBe(false)
        }
        // A plain update is a draft, for those who may write; and for nobody else anything.
        const update = api().update({
          collection,
          id: article,
          data: { kicker: `K ${String(overrideAccess)}` },
          draft: false,
          overrideAccess,
          req: await as(who, context),
        })
        await update.catch(() => undefined)
      }
    })
  })
})

// Of Payload's server functions (3.90.2) these two write documents; `form-state` and `table-state` write locks and
// preferences, and `render-document` makes drafts where autosave is on. Their handlers, with a real request; not through Next.
describe('the server functions of the admin panel', () => {
  const schedule = async (args: object): Promise<unknown> => schedulePublishHandler(args as never)
  const copy = async (args: object): Promise<unknown> => copyDataFromLocaleHandler(args as never)
  const everybody = async () =>
    Promise.all(ATTACKERS.map(async (who) => [who, await as(who === 'anonymous' ? null : who)] as const))

  it('schedule nothing', async () => {
    await readersSeeNothingOf(async () => {
      for (const [who, req] of await everybody()) {
        const doc = { relationTo: 'articles', value: draft }
        const said = await schedule({ type: 'publish', date: new Date(0), doc, req }).catch((error: unknown) => ({
          error,
        }))
        expect(said, who).toHaveProperty('error')
      }
    })
  })

  it('copy a text over itself as a draft, or not at all', async () => {
    await readersSeeNothingOf(async () => {
      for (const [, req] of await everybody()) {
        for (const docID of [article, draft]) {
          const languages = { fromLocale: 'en', toLocale: 'de', overrideData: true }
          await copy({ collectionSlug: 'articles', docID, ...languages, req }).catch(() => undefined)
        }
      }
    })
  })
})

describe('in the end', () => {
  it('the audit finds nothing', async () => {
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })
})
