import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildConfig, getPayload, type Payload, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { graphqlApi, restApi } from '../../src/public-api/index.ts'
import { afterError } from '../../packages/plugin-imprimatur/src/hooks/index.ts'
import { imprimatur, retrying } from '../../packages/plugin-imprimatur/src/index.ts'
import { aBarrierGate } from '../helpers/barrierGate.ts'
import { given } from '../helpers/given.ts'
import { onServer } from '../helpers/openNewsroom.ts'
import { pluginDatabase } from '../helpers/pluginDatabase.ts'

// A project with autosave on: an autosave may take the place of the autosave before it, when both are the same writer's
// and nothing rests on it. With Payload's autosave off, as in this newsroom, the same holds: there Payload (3.90) adds a version for each.

const gate = aBarrierGate()
let dir: string
let payload: Payload
let rest: (request: Request) => Promise<Response>
let graphql: (request: Request) => Promise<Response>
const users = {} as Record<'ann' | 'bob' | 'rita', { user: TypedUser; token: string }>
type Who = keyof typeof users

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'autosave-'))
  const config = await buildConfig({
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: process.env.TEST_LOG ?? 'silent' } },
    hooks: { afterError: [afterError] },
    db: pluginDatabase(path.basename(dir), dir),
    collections: [
      {
        slug: 'posts',
        admin: { useAsTitle: 'title' },
        versions: { drafts: { autosave: true } },
        fields: [
          { name: 'title', type: 'text' },
          { name: 'slug', type: 'text', index: true },
        ],
      },
      {
        slug: 'notes',
        admin: { useAsTitle: 'title' },
        fields: [
          { name: 'title', type: 'text' },
          { name: 'slug', type: 'text', index: true },
        ],
      },
      {
        slug: 'users',
        auth: true,
        fields: [{ name: 'roles', type: 'select', hasMany: true, options: ['editor', 'reviewer', 'publisher'] }],
      },
    ],
    plugins: [
      imprimatur({
        collections: { posts: {}, notes: {} },
        barrier: gate.barrier,
      }),
    ],
  })
  payload = await getPayload({ config, key: dir })
  rest = restApi(payload, config, dir)
  graphql = graphqlApi(payload, config, { introspection: false, key: dir })
  for (const [who, roles] of [
    ['ann', ['editor']],
    ['bob', ['editor']],
    ['rita', ['reviewer']],
  ] as const) {
    const login = { email: `${who}@example.org`, password: 'a password' }
    const { id } = await payload.create({ collection: 'users', data: { ...login, roles } })
    const { token } = await payload.login({ collection: 'users', data: login })
    const user = { ...(await payload.findByID({ collection: 'users', id })), collection: 'users' } as TypedUser
    users[who] = { user, token: given(token) }
  }
})

afterAll(async () => {
  expect((await audit(payload)).offences).toEqual([])
  await payload.destroy()
  await rm(dir, { recursive: true, force: true })
})

async function ask(api: typeof rest, method: string, address: string, as: Who, body?: object) {
  const answer = await api(
    new Request(`http://test${address}`, {
      method,
      headers: { authorization: `JWT ${users[as].token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  )
  const answered = await answer.json()
  expect([answer.status, answered.errors], JSON.stringify(answered)).toEqual([
    answer.status < 300 ? answer.status : 0,
    undefined,
  ])
  return answered
}

/** In which collection: `posts` with Payload's autosave, `notes` without. */
let kind: 'posts' | 'notes' = 'posts'

const aPost = async (title: string): Promise<string> =>
  (await ask(rest, 'POST', `/api/${kind}`, 'ann', { title, slug: title })).doc.id

const move = async (id: string, transition: string, as: Who) => {
  const { digest } = await ask(rest, 'GET', `/api/${kind}/${id}/transitions`, as)
  await ask(rest, 'POST', `/api/${kind}/${id}/transitions`, as, { transition, digest })
}

/** Titles of all versions of a post, oldest first. */
async function titles(id: string): Promise<string[]> {
  const { docs } = await payload.findVersions({
    collection: kind as never,
    where: { parent: { equals: id } },
    sort: 'updatedAt',
    pagination: false,
    overrideAccess: true,
  })
  return (docs as unknown as { version: { title: string } }[]).map(({ version }) => version.title)
}

type Way = (id: string, title: string, as: Who) => Promise<unknown>

const save: Way = (id, title, as) => ask(rest, 'PATCH', `/api/${kind}/${id}?draft=true`, as, { title })
const byRest: Way = (id, title, as) => ask(rest, 'PATCH', `/api/${kind}/${id}?autosave=true&draft=true`, as, { title })
const byGraphql: Way = (id, title, as) =>
  ask(graphql, 'POST', '/api/graphql', as, {
    query: `mutation { update${kind === 'posts' ? 'Post' : 'Note'}(id: "${id}", draft: true, autosave: true, data: { title: "${title}" }) { id } }`,
  })
/** As docs/plugin.md tells scripts to write. */
const byCode =
  (about: (id: string) => object): Way =>
  (id, title, as) =>
    retrying(() =>
      payload.update({
        collection: kind,
        ...about(id),
        data: { title },
        autosave: true,
        draft: true,
        overrideAccess: false,
        user: users[as].user,
      } as never),
    )

describe.each(
  (['posts', 'notes'] as const).flatMap((of) =>
    (
      [
        ['REST', byRest],
        ['GraphQL', byGraphql],
        ['the Local API', byCode((id) => ({ id }))],
        ['the Local API in bulk', byCode((id) => ({ where: { id: { equals: id } } }))],
      ] as const
    ).map(([name, way]) => [of, name, way] as const),
  ),
)('an autosave of %s over %s', (of, _, autosave) => {
  beforeAll(() => {
    kind = of
  })
  afterAll(() => {
    kind = 'posts'
  })

  it('takes the place of the autosave before it by the same writer, and of nothing else', async () => {
    const id = await aPost('made')
    for (const title of ['A1', 'A2']) await autosave(id, title, 'ann')
    for (const title of ['B1', 'B2', 'B3']) await autosave(id, title, 'bob')
    await autosave(id, 'A3', 'ann')
    // B1 stays too: the event that a further writer came names it.
    expect(await titles(id)).toEqual(['made', 'A2', 'B1', 'B3', 'A3'])
  })

  it('leaves explicit saves, whosever they are', async () => {
    const id = await aPost('made')
    await autosave(id, 'A1', 'ann')
    await save(id, 'A saved', 'ann')
    await autosave(id, 'A2', 'ann')
    await save(id, 'B saved', 'bob')
    await autosave(id, 'A3', 'ann')
    expect(await titles(id)).toEqual(['made', 'A1', 'A saved', 'A2', 'B saved', 'A3'])
  })

  // Guard: isNamed() in keepAutosave.ts.
  it('leaves what was submitted or signed off', async () => {
    const id = await aPost('made')
    await autosave(id, 'submitted', 'ann')
    await move(id, 'submit', 'ann')
    await autosave(id, 'A1', 'ann')
    await autosave(id, 'signed', 'ann')
    await move(id, 'sign_off', 'rita')
    // That it took the sign-off away is an event too, and names this text.
    await autosave(id, 'void', 'ann')
    await autosave(id, 'A2', 'ann')
    await autosave(id, 'A3', 'ann')
    expect(await titles(id)).toEqual(['made', 'submitted', 'signed', 'void', 'A3'])
  })
})

it('is listed once, by its newest version, after autosaves of two', async () => {
  const id = await aPost('listed')
  await byRest(id, 'A1', 'ann')
  await byRest(id, 'B1', 'bob')
  await byRest(id, 'A2', 'ann')
  const { docs } = await ask(rest, 'GET', `/api/${kind}?draft=true&where[id][equals]=${id}`, 'rita')
  expect(docs.map((doc: { title: string }) => doc.title)).toEqual(['A2'])
})

/** On SQLite the second of two waits before its transaction begins. */
const POINTS = onServer() ? (['begin', 'judged'] as const) : (['begin'] as const)

describe.each([[[0, 1]], [[1, 0]]])('of two autosaves at one moment (%s)', (turns) => {
  it.each(POINTS)('each stays, held at %s', async (point) => {
    const id = await aPost('made')
    await byRest(id, 'A1', 'ann')
    await gate.together(point, turns, [() => byRest(id, 'A2', 'ann'), () => byRest(id, 'B1', 'bob')])
    // A's second takes the place of A's first where it comes before B's.
    expect([
      ['made', 'A1', 'B1', 'A2'],
      ['made', 'A2', 'B1'],
    ]).toContainEqual(await titles(id))
  })
})

// CONTRACT §7: taking over is told. Guard: notify() in holdPiece.
it('tells whoever a piece was taken over from, and of no other lease', async () => {
  const id = await aPost('held')
  const hold = async (as: Who, query = '') => ask(rest, 'PUT', `/api/posts/${id}/lease${query}`, as)
  const told = async (as: Who) => (await ask(rest, 'GET', '/api/notifications', as)).docs
  const before = { ann: await told('ann'), bob: await told('bob') }
  await hold('ann', '?takeOver=true')
  await hold('ann')
  expect(await told('ann')).toEqual(before.ann)
  await hold('bob', '?takeOver=true')
  const [note, ...others] = await told('ann')
  expect(note).toMatchObject({
    kind: 'taken_over',
    by: String(users.bob.user.id),
    piece: { collection: 'posts', id: id, title: 'held' },
  })
  expect(others).toEqual(before.ann)
  expect(await told('bob')).toEqual(before.bob)
})
