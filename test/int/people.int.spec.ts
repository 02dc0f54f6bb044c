import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit, publishDue } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { actingAs } from '../../packages/plugin-imprimatur/src/index.ts'
import { hire, type Colleague } from '../helpers/hire.ts'
import { openNewsroom, type Answer, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let now = Date.parse('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => new Date((now += 1000)) })
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

const admin = (method: string, address: string, body?: unknown): Promise<Answer> =>
  newsroom.ask(method, address, { as: 'admin', ...(body === undefined ? {} : { body }) })

/** What is stored of somebody, whatever anybody may see of it. */
async function stored(id: string) {
  const { roles, rights, active, author } = await newsroom.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
  })
  return { roles, rights: rights ?? [], active, author: author ?? null }
}

async function move(by: Colleague, id: string, transition: string, more: object = {}): Promise<Answer> {
  const { digest } = (await by.ask('GET', `/api/articles/${id}/transitions`)).body
  return by.ask('POST', `/api/articles/${id}/transitions`, { transition, digest, ...more })
}

const submitted = async (id: string): Promise<string> => {
  await desk.moved('articles', id, 'submit', 'editor')
  return id
}

describe('what somebody may do', () => {
  const gains = [
    { roles: ['editor', 'reviewer', 'publisher', 'admin'] },
    { rights: ['breaking'] },
    { active: false },
    { roles: [] },
  ]

  /** Every way in which a request can carry a change of an account. */
  const ways: [string, (who: Colleague, target: string, data: Record<string, unknown>) => Promise<Answer>][] = [
    ['PATCH by id', (who, target, data) => who.ask('PATCH', `/api/users/${target}`, data)],
    ['PATCH by where', (who, target, data) => who.ask('PATCH', `/api/users?where[id][equals]=${target}`, data)],
    [
      'PATCH of several, themselves among them',
      (who, target, data) =>
        who.ask('PATCH', `/api/users?where[id][in]=${newsroom.userIds.contributor},${target}`, data),
    ],
    [
      'POST with a method override',
      (who, target, data) => who.ask('POST', `/api/users/${target}`, data, { 'x-http-method-override': 'PATCH' }),
    ],
    [
      'GraphQL',
      (who, target, data) =>
        who.ask('POST', '/api/graphql', {
          query: 'mutation ($id: String!, $data: mutationUserUpdateInput!) { updateUser(id: $id, data: $data) { id } }',
          variables: { id: target, data },
        }),
    ],
  ]

  // Guard: `guardRights` and `refuseUngranted` in src/accounts/userRights.ts.
  it.each(ways)('is changed by nobody for themselves, admins included: %s', async (_, change) => {
    for (const roles of [['editor'], ['admin']]) {
      const who = await hire(newsroom, { roles })
      const before = await stored(who.id)
      for (const data of [...gains, { author: await desk.publicAuthor() }]) {
        await change(who, who.id, data)
        expect(await stored(who.id), JSON.stringify(data)).toEqual(before)
      }
    }
    expect((await stored(newsroom.userIds.admin)).roles).toEqual(['admin'])
  })

  it('is said with a code: to an admin that it is their own, to others that they may not', async () => {
    const who = await hire(newsroom, { roles: ['admin'] })
    const own = await who.ask('PATCH', `/api/users/${who.id}`, { roles: ['admin', 'publisher'] })
    expect([own.status, codesOf(own)]).toEqual([403, ['own_rights']])
    const editor = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds.editor}`, {
      as: 'editor',
      body: { rights: ['breaking'] },
    })
    expect(editor.status).toBe(403)
    const other = await admin('PATCH', `/api/users/${who.id}`, { roles: ['publisher'], rights: ['breaking'] })
    expect(other.status, JSON.stringify(other.body)).toBe(200)
    expect(await stored(who.id)).toMatchObject({ roles: ['publisher'], rights: ['breaking'] })
  })

  it('is not carried by form data either', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ roles: ['admin'], rights: ['breaking'] }))
    const login = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor2@imprimatur.example', password: 'a password for tests only' },
    })
    const answer = await fetch(`${newsroom.url}/api/users/${newsroom.userIds.editor2}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${String(login.body.token)}` },
      body: form,
    })
    expect(answer.status).toBe(403)
    expect(await stored(newsroom.userIds.editor2)).toMatchObject({ roles: ['editor'], rights: [] })
  })

  it('is changed by nobody for themselves through the Local API, access overridden or not', async () => {
    for (const roles of [['editor'], ['admin']]) {
      const { id } = await hire(newsroom, { roles })
      const user = {
        ...(await newsroom.payload.findByID({ collection: 'users', id })),
        collection: 'users',
      } as TypedUser
      const forged = { ...user, roles: ['admin'], id } as TypedUser
      for (const [overrideAccess, as] of [
        [true, user],
        [false, user],
        [true, forged],
        [false, forged],
      ] as const) {
        // Guard: the account behind the request is read from the database, not from what the caller says it is.
        const attempt = newsroom.payload.update({
          collection: 'users',
          id,
          data: { roles: ['admin', 'publisher'], rights: ['breaking'] },
          overrideAccess,
          user: as,
        })
        await expect(attempt).rejects.toMatchObject({ status: 403 })
      }
      const other = newsroom.payload.update({
        collection: 'users',
        id: (await hire(newsroom, { roles: ['contributor'] })).id,
        data: { rights: ['breaking'] },
        overrideAccess: true,
        user: { ...forged, id: newsroom.userIds.editor },
      })
      // Guard: an administrator has to be behind it, whoever the account belongs to.
      await expect(other).rejects.toMatchObject({ status: 403 })
      expect(await stored(id)).toMatchObject({ roles, rights: [] })
    }
  })

  it('is not chosen by whoever makes an account', async () => {
    const account = {
      email: 'new@imprimatur.example',
      password: 'long enough for anybody',
      name: 'New',
      roles: ['admin'],
    }
    for (const as of ['editor', 'publisher', undefined] as const) {
      const answer = await newsroom.ask('POST', '/api/users', { ...(as ? { as } : {}), body: account })
      expect([401, 403]).toContain(answer.status)
    }
  })
})

describe('the last administrator', () => {
  const other = () => hire(newsroom, { roles: ['admin'] })

  beforeAll(async () => {
    await newsroom.payload.update({
      collection: 'users',
      where: { and: [{ roles: { in: ['admin'] } }, { id: { not_equals: newsroom.userIds.admin } }] },
      data: { active: false },
      overrideAccess: true,
    })
  })

  const leaves = [{ roles: ['editor'] }, { active: false }, { roles: [] }]

  // Guard: `keepOneOfEach` in src/accounts/userRights.ts.
  it.each(leaves)('stays: %j', async (data) => {
    const id = newsroom.userIds.admin
    const attempt = newsroom.payload.update({ collection: 'users', id, data: data, overrideAccess: true })
    await expect(attempt).rejects.toMatchObject({ status: 409, data: { entries: [{ code: 'last_admin' }] } })
    expect((await stored(id)).roles).toEqual(['admin'])
  })

  it('is not deleted, by nobody', async () => {
    const id = newsroom.userIds.admin
    const attempt = newsroom.payload.delete({ collection: 'users', id, overrideAccess: true })
    await expect(attempt).rejects.toMatchObject({ data: { entries: [{ code: 'last_admin' }] } })
    expect(codesOf(await admin('DELETE', `/api/users/${id}`))).toEqual(['own_rights'])
    await admin('DELETE', '/api/users?where[roles][in]=admin')
    expect((await stored(id)).roles).toEqual(['admin'])
  })

  it('is one of those who would all go in one request', async () => {
    const [one, two] = [await other(), await other()]
    await newsroom.payload.update({
      collection: 'users',
      where: { roles: { in: ['admin'] } },
      data: { roles: ['editor'] },
      overrideAccess: true,
    })
    const { docs } = await newsroom.payload.find({ collection: 'users', where: { roles: { in: ['admin'] } } })
    expect(docs.length).toBeGreaterThan(0)
    // Whoever is left goes on as before; the others are put back for the tests that follow.
    for (const id of [newsroom.userIds.admin, one.id, two.id]) {
      await newsroom.payload.update({ collection: 'users', id, data: { roles: ['admin'] }, overrideAccess: true })
    }
    for (const id of [one.id, two.id]) {
      await newsroom.payload.update({ collection: 'users', id, data: { active: false }, overrideAccess: true })
    }
  })

  it('is left when two demote each other at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const [one, two] = [await other(), await other()]
      await newsroom.payload.update({ collection: 'users', id: newsroom.userIds.admin, data: { active: false } })
      const answers = await Promise.all([
        one.ask('PATCH', `/api/users/${two.id}`, { roles: ['editor'] }),
        two.ask('PATCH', `/api/users/${one.id}`, { roles: ['editor'] }),
      ])
      const left = [await stored(one.id), await stored(two.id)].filter(({ roles }) => roles?.includes('admin'))
      expect(left.length, JSON.stringify(answers.map(({ status, body }) => [status, body]))).toBe(1)
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
      await newsroom.payload.update({ collection: 'users', id: newsroom.userIds.admin, data: { active: true } })
      newsroom.forgetLogin('admin')
      for (const id of [one.id, two.id]) {
        await newsroom.payload.update({ collection: 'users', id, data: { roles: ['editor'] }, overrideAccess: true })
      }
    }
  })
})

describe('somebody on record', () => {
  // Guard: `refuseOnRecord` in the plugin's guard/keepNamed.ts.
  it('is not deleted, and can be deactivated', async () => {
    const who = await hire(newsroom, { roles: ['reviewer'] })
    const id = await submitted(await desk.anArticle())
    expect((await move(who, id, 'sign_off')).status).toBe(200)
    for (const address of [`/api/users/${who.id}`, `/api/users?where[id][equals]=${who.id}`]) {
      const answer = await admin('DELETE', address)
      expect(answer.status).not.toBe(200)
    }
    const { body } = await admin('POST', '/api/graphql', { query: `mutation { deleteUser(id: "${who.id}") { id } }` })
    expect(body.errors[0].extensions.code).toBe('in_use')
    expect((await stored(who.id)).roles).toEqual(['reviewer'])
    expect((await admin('PATCH', `/api/users/${who.id}`, { active: false })).status).toBe(200)
  })

  it.each<[string, (who: Colleague, id: string) => Promise<Answer>]>([
    [
      'was given a piece',
      ({ id: assignee }, id) =>
        newsroom.ask('PATCH', `/api/articles/${id}/assignment`, { as: 'editor', body: { assignees: [assignee] } }),
    ],
    ['gave one', (who, id) => who.ask('PATCH', `/api/articles/${id}/assignment`, { priority: 'high' })],
    ['said something of one', (who, id) => who.ask('POST', `/api/articles/${id}/comments`, { text: 'Who says so?' })],
    [
      'showed one to somebody outside',
      (who, id) =>
        who.ask('POST', `/api/articles/${id}/review-links`, {
          name: 'Ada Voss',
          expiresAt: new Date(now + 86_400_000).toISOString(),
        }),
    ],
    ['made a release', (who) => who.ask('POST', '/api/releases', { name: 'Theirs' })],
  ])('is not deleted who only %s', async (_, act) => {
    const who = await hire(newsroom, { roles: ['editor'] })
    const answer = await act(who, await submitted(await desk.anArticle()))
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    const refused = await admin('DELETE', `/api/users/${who.id}`)
    expect([refused.status, codesOf(refused)]).toEqual([409, ['in_use']])
  })

  it('is not deleted whose style exception stands', async () => {
    const who = await hire(newsroom, { roles: ['reviewer'] })
    const body = { pattern: 'utilise', advice: 'Write “use”.', severity: 'blocks' }
    const rule = await newsroom.ask('POST', '/api/style-rules', { as: 'editor', body })
    const id = await desk.anArticle({ body: aText('They utilise it.') })
    const { digest, docs } = (await who.ask('GET', `/api/articles/${id}/style`)).body
    const [{ path, rule: of, start }] = docs
    const stands = await who.ask('POST', `/api/articles/${id}/style/exceptions`, { digest, path, rule: of, start })
    expect(stands.status, JSON.stringify(stands.body)).toBeLessThan(300)
    expect(codesOf(await admin('DELETE', `/api/users/${who.id}`))).toEqual(['in_use'])
    await newsroom.ask('DELETE', `/api/style-rules/${String(rule.body.doc.id)}`, { as: 'editor' })
  })

  // Guard: isNamedBeside(); a new account with this id would be the same person as who signed off.
  it('is not deleted whose other account did something', async () => {
    const author = await desk.anAuthor()
    const [signs, other] = [
      await hire(newsroom, { roles: ['reviewer'], author }),
      await hire(newsroom, { roles: ['reviewer'], author }),
    ]
    expect((await move(signs, await submitted(await desk.anArticle()), 'sign_off')).status).toBe(200)
    expect((await admin('PATCH', `/api/users/${other.id}`, { author: null })).status).toBe(200)
    expect(codesOf(await admin('DELETE', `/api/users/${other.id}`))).toEqual(['in_use'])
  })

  it('who never did anything may go', async () => {
    const who = await hire(newsroom, { roles: ['reviewer'] })
    expect((await admin('DELETE', `/api/users/${who.id}`)).status).toBe(200)
  })
})

describe('a sign-off', () => {
  it('of somebody who was deactivated, demoted or whose review is another role’s now does not count, and they are named', async () => {
    const ends: [string, (id: string) => Promise<Answer>][] = [
      ['deactivated', (id) => admin('PATCH', `/api/users/${id}`, { active: false })],
      ['demoted', (id) => admin('PATCH', `/api/users/${id}`, { roles: ['editor'] })],
    ]
    for (const [name, end] of ends) {
      const rita = await hire(newsroom, { roles: ['reviewer'], name: `Rita, ${name}` })
      const id = await submitted(await desk.anArticle())
      await move(rita, id, 'sign_off')
      await desk.moved('articles', id, 'schedule', 'publisher', { at: new Date(now + 3_600_000).toISOString() })
      expect((await end(rita.id)).status).toBe(200)
      const refused = await desk.move('articles', id, 'publish', 'publisher')
      expect(codesOf(refused)).toEqual(['quorum_missing'])
      expect(refused.body.errors[0].message).toContain(`Rita, ${name} gave it, and may not give it any more.`)
      now += 7_200_000
      // Guard: the clock judges people as they are when it fires.
      await publishDue(newsroom.payload)
      expect((await newsroom.ask('GET', `/api/articles/${id}`)).status).toBe(404)
    }

    const id = await desk.approved('articles', await desk.anArticle())
    const review = (roles: string[]) =>
      admin('POST', '/api/globals/newsroom', { workflow: { reviews: [{ name: 'desk', needed: 1, roles }] } })
    await review(['editor'])
    expect(codesOf(await desk.move('articles', id, 'publish', 'publisher'))).toEqual(['quorum_missing'])
    await review(['reviewer'])
    await desk.moved('articles', id, 'publish', 'publisher')
  })
})

describe('two accounts of one person', () => {
  const link = async (author: string, ...colleagues: Colleague[]) => {
    for (const { id } of colleagues) expect((await admin('PATCH', `/api/users/${id}`, { author })).status).toBe(200)
  }

  it('are one pair of eyes: what one wrote, the other does not sign, also after they were unlinked', async () => {
    const author = await desk.anAuthor()
    const [writes, signs] = [await hire(newsroom, { roles: ['editor'] }), await hire(newsroom, { roles: ['reviewer'] })]
    await link(author, writes, signs)
    const id = await desk.anArticle()
    // Guard: `accounts` of the actor, as recorded with the event and as linked now.
    expect((await writes.ask('PATCH', `/api/articles/${id}`, { headline: 'By their other self' })).status).toBe(200)
    await submitted(id)
    const refused = await move(signs, id, 'sign_off')
    expect(codesOf(refused)).toEqual(['four_eyes'])
    expect(refused.body.errors[0].message).toContain('another account of yours')
    expect((await admin('PATCH', `/api/users/${signs.id}`, { author: null })).status).toBe(200)
    expect(codesOf(await move(signs, id, 'sign_off'))).toEqual(['four_eyes'])
    expect((await desk.dossier('articles', id)).writers).toEqual([newsroom.userIds.editor, writes.id, signs.id])
  })

  it('linked after the text was written count as well', async () => {
    const author = await desk.anAuthor()
    const [writes, signs] = [await hire(newsroom, { roles: ['editor'] }), await hire(newsroom, { roles: ['reviewer'] })]
    const id = await desk.anArticle()
    await writes.ask('PATCH', `/api/articles/${id}`, { headline: 'Theirs' })
    await submitted(id)
    expect((await move(signs, id, 'sign_off')).status).toBe(200)
    await link(author, writes, signs)
    expect(codesOf(await desk.move('articles', id, 'publish', 'publisher'))).toEqual(['quorum_missing'])
  })

  it('are one sign-off of a quorum of two', async () => {
    const author = await desk.anAuthor()
    const [one, two] = [await hire(newsroom, { roles: ['reviewer'] }), await hire(newsroom, { roles: ['reviewer'] })]
    await link(author, one, two)
    const reviews = (needed: number) =>
      admin('POST', '/api/globals/newsroom', { workflow: { reviews: [{ name: 'desk', needed, roles: ['reviewer'] }] } })
    await reviews(2)
    const id = await submitted(await desk.anArticle())
    expect((await move(one, id, 'sign_off')).body.dossier.stage).toBe('in_review')
    expect(codesOf(await move(two, id, 'sign_off'))).toEqual(['already_signed'])
    await reviews(1)
  })

  it('are linked and unlinked by administrators, and by none for themselves', async () => {
    const author = await desk.anAuthor()
    const boss = await hire(newsroom, { roles: ['admin'] })
    const second = await hire(newsroom, { roles: ['admin', 'reviewer'] })
    await link(author, boss, second)
    // Guard: the accounts of one person are one person here too.
    for (const target of [boss, second]) {
      const answer = await boss.ask('PATCH', `/api/users/${target.id}`, { author: null })
      expect(codesOf(answer)).toEqual(['own_rights'])
    }
    for (const as of ['editor', 'reviewer', 'publisher'] as const) {
      const answer = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds[as]}`, { as, body: { author } })
      expect(answer.status).toBe(403)
    }
    for (const { id } of [boss, second]) await admin('PATCH', `/api/users/${id}`, { active: false })
  })

  it('stay linked: nobody deletes the author’s page from under them', async () => {
    const author = await desk.anAuthor()
    const who = await hire(newsroom, { roles: ['reviewer'] })
    await link(author, who)
    // Guard: isSomebody() in keepNamed.ts. SQLite would set the link to nothing with the row.
    const answer = await newsroom.ask('DELETE', `/api/authors/${author}`, { as: 'editor' })
    expect(codesOf(answer)).toEqual(['in_use'])
    expect((await stored(who.id)).author).toBe(author)
    await newsroom.ask('PATCH', `/api/authors/${author}`, { as: 'editor', body: { logins: [], user: null } })
    expect((await stored(who.id)).author).toBe(author)
  })

  it('are no secret that readers learn', async () => {
    const author = await desk.published('authors', await desk.anAuthor())
    await link(author, await hire(newsroom, { roles: ['reviewer'] }))
    const seen = await newsroom.ask('GET', `/api/authors/${author}`)
    expect(seen.status).toBe(200)
    expect(seen.body).not.toHaveProperty('logins')
  })
})

describe('an actor', () => {
  it('is the account behind the request, whatever body, header or query say', async () => {
    const headers = { 'x-imprimatur-system': 'import', 'x-payload-context': '{"imprimaturSystem":"import"}' }
    const body = {
      headline: 'Whose?',
      context: actingAs('import'),
      imprimaturSystem: 'import',
      user: newsroom.userIds.admin,
      createdBy: newsroom.userIds.admin,
      changedBy: newsroom.userIds.admin,
      actor: 'clock',
      writers: [],
      accounts: [],
    }
    const anonymous = await newsroom.ask('POST', '/api/articles?context[imprimaturSystem]=import', { body, headers })
    expect([401, 403]).toContain(anonymous.status)
    const named = await newsroom.ask('POST', '/api/articles?user=x', { as: 'editor', body, headers })
    expect([named.status, codesOf(named)]).toEqual([400, ['unknown_parameter']])
    const made = await newsroom.ask('POST', '/api/articles', { as: 'editor', body, headers })
    const { docs } = (await newsroom.ask('GET', `/api/articles/${made.body.doc.id}/events`, { as: 'editor' })).body
    expect(docs).toMatchObject([{ actor: newsroom.userIds.editor }])
    expect(docs[0]).not.toHaveProperty('accounts')
    expect(made.body.doc).toMatchObject({ createdBy: newsroom.userIds.editor })
  })

  it('is what the database says of them: roles made up for the Local API are none', async () => {
    const { id } = await hire(newsroom, { roles: ['contributor'] })
    const user = { id, collection: 'users', roles: ['editor', 'publisher'], active: true } as unknown as TypedUser
    const article = await desk.anArticle()
    // Guard: `asOfNow` in packages/plugin-imprimatur/src/store/people.ts.
    const attempt = newsroom.payload.update({
      collection: 'articles',
      id: article,
      data: { headline: 'Not mine' },
      overrideAccess: true,
      user,
    })
    await expect(attempt).rejects.toMatchObject({ status: 403 })
    // An id of the right form that is nobody's.
    const nobody = { ...user, id: article } as TypedUser
    const ghost = newsroom.payload.update({
      collection: 'articles',
      id: article,
      data: { headline: 'A ghost’s' },
      overrideAccess: true,
      user: nobody,
    })
    await expect(ghost).rejects.toMatchObject({ status: 403 })
  })

  it('that is a part of the system has a name of its own kind', () => {
    for (const name of ['', 'Import', 'clock ', 'a:b', '../x', newsroom.userIds.admin.toUpperCase()]) {
      expect(() => actingAs(name)).toThrow(TypeError)
    }
  })

  it('leaves the audit nothing to say', async () => {
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })
})

// Guard: `KEPT_ROLES` in src/accounts/userRights.ts.
describe.each(['reviewer', 'publisher'] as const)('the last %s', (role) => {
  const id = () => newsroom.userIds[role]
  const change = (who: string, data: object) => admin('PATCH', `/api/users/${who}`, data)

  beforeAll(async () => {
    await newsroom.payload.update({
      collection: 'users',
      where: { and: [{ roles: { in: [role] } }, { id: { not_equals: id() } }] },
      data: { active: false },
      overrideAccess: true,
    })
  })

  it.each([{ roles: ['editor'] }, { active: false }, { roles: [] }])('stays: %j', async (data) => {
    const answers = [
      await change(id(), data),
      await newsroom.graphql(
        'mutation ($id: String!, $data: mutationUserUpdateInput!) { updateUser(id: $id, data: $data) { id } }',
        { id: id(), data },
        'admin',
      ),
    ]
    expect(answers.map(codesOf)).toEqual([['last_of_role'], ['last_of_role']])
    expect(answers[0]?.status).toBe(409)
    expect(answers[0]?.body.errors[0].hint).toContain(`Make somebody else a ${role} first.`)
    const byCode = newsroom.payload.update({ collection: 'users', id: id(), data, overrideAccess: true })
    await expect(byCode).rejects.toMatchObject({ data: { entries: [{ code: 'last_of_role' }] } })
    // Of what fails in bulk Payload 3.90 keeps no code.
    expect((await admin('PATCH', `/api/users?where[id][equals]=${id()}`, data)).status).toBe(400)
    expect(await stored(id())).toMatchObject({ roles: [role], active: true })
  })

  it('may be given further roles', async () => {
    expect((await change(id(), { roles: [role, 'editor'] })).status).toBe(200)
    expect((await change(id(), { roles: [role] })).status).toBe(200)
  })

  it('leaves when there is another one, who then stays and is not deleted', async () => {
    const { id: next } = await hire(newsroom, { roles: [role] })
    expect((await change(id(), { active: false })).status).toBe(200)
    const answer = await admin('DELETE', `/api/users/${next}`)
    expect([answer.status, codesOf(answer)]).toEqual([409, ['last_of_role']])
    expect((await change(id(), { active: true })).status).toBe(200)
    newsroom.forgetLogin(role)
    expect((await admin('DELETE', `/api/users/${next}`)).status).toBe(200)
  })

  it('is one of those who would all go at once', async () => {
    const { id: other } = await hire(newsroom, { roles: [role] })
    await admin('PATCH', `/api/users?where[id][in]=${id()},${other}`, { roles: ['editor'] })
    const active = async () => {
      const both = [await stored(id()), await stored(other)]
      return both.filter((each) => each.active && each.roles?.includes(role)).length
    }
    expect(await active()).toBeGreaterThan(0)
    for (const who of [id(), other]) expect((await change(who, { roles: [role] })).status).toBe(200)

    const answers = await Promise.all([change(id(), { active: false }), change(other, { active: false })])
    expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200)
    expect(await active()).toBe(1)
    for (const [who, data] of [
      [id(), { active: true }],
      [other, { active: false }],
    ] as const) {
      expect((await change(who, data)).status).toBe(200)
    }
    newsroom.forgetLogin(role)
  })
})
