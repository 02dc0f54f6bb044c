import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frontDoorOf, makeAdministrator, passwordLink } from '../../src/accounts/index.ts'
import { openMailbox, type Mailbox } from '../helpers/openMailbox.ts'
import { openNewsroom, PASSWORD, STAFF, type Answer, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf } from '../helpers/pieces.ts'

const NOBODY = 'nobody@imprimatur.example'
const emailOf = (who: Staff) => `${who}@imprimatur.example`

describe('the front door', () => {
  let newsroom: TestNewsroom
  let mailbox: Mailbox
  const lines: string[] = []

  beforeAll(async () => {
    mailbox = await openMailbox()
    const env = { SMTP_URL: mailbox.smtpUrl, MAIL_FROM: 'desk@imprimatur.example' }
    newsroom = await openNewsroom({ trustProxy: 1, env, log: (line) => lines.push(line) })
    for (const who of STAFF) await newsroom.ask('GET', '/api/users/me', { as: who })
  })

  afterAll(async () => {
    mailbox.close()
    await newsroom.close()
  })

  /** What the one trusted proxy in front says of the client. */
  const from = (address: string) => ({ 'x-forwarded-for': address })

  const logIn = (email: string, password: string, address: string): Promise<Answer> =>
    newsroom.ask('POST', '/api/users/login', { body: { email, password }, headers: from(address) })

  const failAll = async (emails: readonly string[], address: string): Promise<void> => {
    const answers = await Promise.all(emails.map((email) => logIn(email, 'not it', address)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
  }

  /** Failed logins that cost no hash: a blank password is turned away before one is made, and counts all the same. */
  const flood = async (emails: readonly string[], address: string): Promise<void> => {
    const answers = await Promise.all(emails.map((email) => logIn(email, ' ', address)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]))
  }

  const times = (count: number, email: string) => Array.from({ length: count }, () => email)
  const strangers = (count: number, at = 'elsewhere') =>
    Array.from({ length: count }, (_, each) => `${at}${String(each)}@imprimatur.example`)

  const events = async (event: string, more = ''): Promise<Record<string, unknown>[]> =>
    (await newsroom.ask('GET', `/api/access-events?where[event][equals]=${event}&limit=100${more}`, { as: 'admin' }))
      .body.docs

  const asSession = (token: string) => ({ authorization: `JWT ${token}` })

  const me = async (token: string): Promise<unknown> =>
    (await newsroom.ask('GET', '/api/users/me', { headers: asSession(token) })).body.user

  // Guard: LoginThrottle.admit, taken by loginHooks.admit before the password is looked at.
  describe('failed logins', () => {
    it('are refused after ten for one account from one place, with the time to wait, and the right password too', async () => {
      await flood(times(9, emailOf('editor')), '203.0.113.1')
      await failAll([emailOf('editor')], '203.0.113.1')
      for (const password of ['not it', PASSWORD]) {
        const answer = await logIn(emailOf('editor'), password, '203.0.113.1')
        expect(answer.status).toBe(429)
        expect(codesOf(answer)).toEqual(['rate_limited'])
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(500)
        expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(600)
      }
      expect((await logIn(emailOf('editor'), PASSWORD, '203.0.113.2')).status, 'from elsewhere').toBe(200)
      expect((await logIn(emailOf('editor2'), PASSWORD, '203.0.113.1')).status, 'a colleague there').toBe(200)
    })

    it('are refused the same by GraphQL, and counted together with those by REST', async () => {
      await flood(times(8, emailOf('reviewer2')), '203.0.113.3')
      const alias = (name: string) =>
        `${name}: loginUser(email: "${emailOf('reviewer2')}", password: "not it") { token }`
      const query = `mutation { ${['a', 'b', 'c'].map(alias).join(' ')} }`
      const { body } = await newsroom.ask('POST', '/api/graphql', { body: { query }, headers: from('203.0.113.3') })
      const codes = body.errors.map((each: { extensions: { code: string } }) => each.extensions.code)
      expect(codes).toEqual(['not_authenticated', 'not_authenticated', 'rate_limited'])
      expect((await logIn(emailOf('reviewer2'), PASSWORD, '203.0.113.3')).status).toBe(429)
    })

    it('are refused after thirty from one place, whatever the account, and one /64 of IPv6 is one place', async () => {
      await flood(strangers(15), '2001:db8:1:1::a')
      await flood(strangers(15, 'other'), '2001:db8:1:1:ffff::b')
      expect((await logIn(emailOf('publisher'), PASSWORD, '2001:db8:1:1::c')).status).toBe(429)
      expect((await logIn(emailOf('publisher'), PASSWORD, '2001:db8:1:2::c')).status, 'the network beside it').toBe(200)
    })

    it('cannot get another count by other ways to write the account or the address', async () => {
      await flood(times(5, emailOf('contributor')), '203.0.113.4')
      await flood(
        [' Contributor@IMPRIMATUR.example', ...times(4, emailOf('contributor').toUpperCase())],
        '::ffff:203.0.113.4',
      )
      const spoofed = {
        ...from('198.51.100.1, 203.0.113.4'),
        forwarded: 'for=198.51.100.1',
        'x-real-ip': '198.51.100.1',
      }
      const body = { email: emailOf('contributor'), password: PASSWORD }
      expect((await newsroom.ask('POST', '/api/users/login', { body, headers: spoofed })).status).toBe(429)
    })

    it('do not keep an owner out of where they logged in before, however many there are', async () => {
      expect((await logIn(emailOf('reviewer'), PASSWORD, '192.0.2.1')).status).toBe(200)
      for (let each = 1; each <= 5; each++) await flood(times(10, emailOf('reviewer')), `198.51.100.${String(each)}`)
      expect((await logIn(emailOf('reviewer'), 'not it', '198.51.100.9')).status, 'an attacker').toBe(429)
      expect((await logIn(emailOf('reviewer'), PASSWORD, '192.0.2.1')).status, 'its owner').toBe(200)
    })

    it('end when an administrator unlocks the account, and nobody else may', async () => {
      await flood(times(10, emailOf('publisher')), '203.0.113.5')
      const body = { email: emailOf('publisher') }
      expect((await newsroom.ask('POST', '/api/users/unlock', { body })).status).toBe(401)
      const mutation = `mutation { unlockUser(email: "${emailOf('publisher')}") }`
      for (const who of ['contributor', 'editor', 'reviewer', 'publisher'] as const) {
        expect((await newsroom.ask('POST', '/api/users/unlock', { as: who, body })).status, who).toBe(403)
        expect((await newsroom.graphql(mutation, undefined, who)).body.errors[0].extensions.code).toBe('forbidden')
      }
      expect((await logIn(emailOf('publisher'), PASSWORD, '203.0.113.5')).status).toBe(429)
      expect((await newsroom.graphql(mutation, undefined, 'admin')).body.data).toEqual({ unlockUser: true })
      expect((await logIn(emailOf('publisher'), PASSWORD, '203.0.113.5')).status).toBe(200)
      expect(await events('unlock')).toMatchObject([{ email: emailOf('publisher'), actor: newsroom.userIds.admin }])
    })

    // Guard: the hash that loginHooks.admit makes for an address without an account.
    it('do not tell whether there is an account: not by what is said, not by when', async () => {
      const took = async (email: string): Promise<{ ms: number; answer: Answer }> => {
        const start = performance.now()
        const answer = await logIn(email, 'not it', '203.0.113.6')
        return { ms: performance.now() - start, answer }
      }
      const known: number[] = []
      const unknown: number[] = []
      for (let round = 0; round < 5; round++) {
        const [one, other] = [await took(emailOf('editor2')), await took(NOBODY)]
        expect(other.answer.body).toEqual(one.answer.body)
        expect([one.answer.status, other.answer.status]).toEqual([401, 401])
        known.push(one.ms)
        unknown.push(other.ms)
      }
      const fastest = (all: readonly number[]) => Math.min(...all)
      expect(fastest(unknown) / fastest(known)).toBeGreaterThan(0.6)
      expect(fastest(unknown) / fastest(known)).toBeLessThan(1.6)

      await flood([...times(5, emailOf('editor2')), ...times(5, NOBODY)], '203.0.113.6')
      const held = [
        await logIn(emailOf('editor2'), 'not it', '203.0.113.6'),
        await logIn(NOBODY, 'not it', '203.0.113.6'),
      ]
      expect(held.map(({ status }) => status)).toEqual([429, 429])
    })
  })

  describe('sessions', () => {
    it('come in a cookie that scripts do not see and other sites do not send', async () => {
      const { headers } = await logIn(emailOf('editor2'), PASSWORD, '192.0.2.2')
      const cookie = headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/^payload-token=[^;]+;/)
      expect(cookie).toContain('HttpOnly')
      expect(cookie).toContain('SameSite=Lax')
      expect(cookie, 'no domain: the host alone').not.toContain('Domain')
    })

    it('last eight hours, end with logout, and a logged out token is worth nothing', async () => {
      const { token, exp } = (await logIn(emailOf('editor2'), PASSWORD, '192.0.2.2')).body
      expect(Math.abs(exp - Date.now() / 1000 - 8 * 60 * 60)).toBeLessThan(60)
      expect(await me(token)).toMatchObject({ email: emailOf('editor2') })
      expect((await newsroom.ask('POST', '/api/users/logout', { headers: asSession(token) })).status).toBe(200)
      expect(await me(token)).toBeNull()
      expect((await newsroom.ask('POST', '/api/users/refresh-token', { headers: asSession(token) })).status).toBe(403)
      expect(await events('logout')).toMatchObject([{ email: emailOf('editor2') }])
    })

    // Guard: accountHooks.endSessions.
    it('end when the account is closed, and the account stays closed', async () => {
      const { token } = (await logIn(emailOf('editor2'), PASSWORD, '192.0.2.2')).body
      const address = `/api/users/${newsroom.userIds.editor2}`
      expect((await newsroom.ask('PATCH', address, { as: 'admin', body: { active: false } })).status).toBe(200)
      expect(await me(token)).toBeNull()
      expect((await logIn(emailOf('editor2'), PASSWORD, '192.0.2.2')).status).toBe(403)
      await newsroom.ask('PATCH', address, { as: 'admin', body: { active: true } })
      expect(await me(token), 'an old session does not come back').toBeNull()
    })

    it('end when somebody else sets the password; the one that sets it stays', async () => {
      const first = (await logIn(emailOf('editor2'), PASSWORD, '192.0.2.2')).body.token
      const second = (await logIn(emailOf('editor2'), PASSWORD, '192.0.2.2')).body.token
      const address = `/api/users/${newsroom.userIds.editor2}`
      await newsroom.ask('PATCH', address, {
        headers: asSession(second),
        body: { password: 'a new password for tests' },
      })
      expect([await me(first), await me(second)]).toMatchObject([null, { email: emailOf('editor2') }])
      await newsroom.ask('PATCH', address, { as: 'admin', body: { password: PASSWORD } })
      expect(await me(second)).toBeNull()
    })
  })

  // Guard: the endpoints and fields that frontDoor puts in the place of Payload's.
  describe('the first account', () => {
    it('is not made from outside, and nobody learns whether there is one', async () => {
      const empty = await openNewsroom({ staff: false })
      const body = { email: 'mallory@example.org', password: 'a long password', name: 'Mallory', roles: ['admin'] }
      for (const address of ['/api/users/first-register', '/api/users/first-register/', '/api/users']) {
        expect((await empty.ask('POST', address, { body })).status, address).toBe(403)
      }
      const mutation =
        'mutation { createUser(data: {email: "m@example.org", password: "long enough for anybody", name: "M"}) { id } }'
      expect((await empty.graphql(mutation)).body.errors[0].extensions.code).toBe('forbidden')
      expect(await empty.payload.db.findOne({ collection: 'users', where: {} })).toBeNull()
      const told = async ({ ask, graphql }: TestNewsroom) => [
        (await ask('POST', '/api/users/first-register', { body })).body,
        (await ask('GET', '/api/users/init')).body,
        (await graphql('{ initializedUser }')).body,
      ]
      expect(await told(empty)).toEqual(await told(newsroom))
      await empty.close()
    })

    it('is made at the console, with a link that sets its password once', async () => {
      const { made, link } = await makeAdministrator(newsroom.payload, 'users', 'Ada@example.org', 'Ada')
      expect(made).toBe(true)
      expect(link).toMatch(new RegExp(`^${newsroom.url}/admin/reset/[0-9a-f]{40}$`))
      const token = link.split('/').at(-1)
      const body = { token, password: 'the first password' }
      expect((await newsroom.ask('POST', '/api/users/reset-password', { body })).status).toBe(200)
      expect((await newsroom.ask('POST', '/api/users/reset-password', { body })).status, 'a second time').toBe(403)
      const { user } = (await logIn('ada@example.org', 'the first password', '192.0.2.3')).body
      expect(user.roles).toEqual(['admin'])
    })

    it('and a colleague’s can be made an administrator’s there, which stands in the record', async () => {
      const { made } = await makeAdministrator(newsroom.payload, 'users', emailOf('contributor'), 'x')
      expect(made).toBe(false)
      const [change] = await events('roles_changed')
      expect(change).toMatchObject({
        actor: 'system:console',
        before: ['contributor'],
        after: ['contributor', 'admin'],
      })
      expect(await passwordLink(newsroom.payload, 'users', NOBODY)).toBeNull()
    })
  })

  // Guard: PasswordReset, in the place of Payload's operation.
  describe('a forgotten password', () => {
    const forget = (email: unknown, address: string) =>
      newsroom.ask('POST', '/api/users/forgot-password', { body: { email }, headers: from(address) })

    it('is answered the same for everybody, and its link goes by mail to the configured address of the server', async () => {
      const headers = { ...from('192.0.2.4'), host: 'evil.example', 'x-forwarded-host': 'evil.example' }
      const body = { email: emailOf('editor') }
      const known = await newsroom.ask('POST', '/api/users/forgot-password', { body, headers })
      const unknown = await forget(NOBODY, '192.0.2.4')
      expect(known.status).toBe(200)
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
      const mail = (await mailbox.nextMail()).replaceAll('=\r\n', '')
      expect(mail).toContain(`To: ${emailOf('editor')}`)
      expect(mail).not.toContain('evil.example')
      const token = new RegExp(`${newsroom.url}/admin/reset/([0-9a-f]{40})`).exec(mail)?.[1]
      const reset = { token, password: 'remembered this time' }
      expect((await newsroom.ask('POST', '/api/users/reset-password', { body: reset })).status).toBe(200)
      expect((await logIn(emailOf('editor'), 'remembered this time', '192.0.2.4')).status).toBe(200)
      expect(await events('password_reset')).toHaveLength(2)
    })

    it('is not looked up before the answer is out, in GraphQL neither', async () => {
      const query = `mutation { a: forgotPasswordUser(email: "${emailOf('editor2')}") b: forgotPasswordUser(email: "${NOBODY}") }`
      expect((await newsroom.graphql(query)).body.data).toEqual({ a: true, b: true })
      expect(await mailbox.nextMail()).toContain(`To: ${emailOf('editor2')}`)
    })

    it('brings three mails an hour at most, and a closed account none', async () => {
      await newsroom.payload.update({
        collection: 'users',
        id: newsroom.userIds.reviewer2,
        data: { active: false },
        overrideAccess: true,
      })
      for (const who of ['reviewer2', 'publisher', 'publisher', 'publisher', 'publisher'] as const) {
        expect((await forget(emailOf(who), '192.0.2.5')).status).toBe(200)
      }
      await frontDoorOf(newsroom.payload).settled()
      const asked = (await events('reset_requested')).map((each) => each.email)
      expect(asked.filter((email) => email === emailOf('publisher'))).toHaveLength(3)
      expect(asked).not.toContain(emailOf('reviewer2'))
    })

    it('is asked for twenty times an hour at most from one place', async () => {
      const answers = await Promise.all(strangers(21).map((email) => forget(email, '192.0.2.6')))
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
    })

    it.each([[7], [null], [['a@b.example']], [{ equals: 'x' }], ['']])('wants an address, not %j', async (email) => {
      expect((await forget(email, '192.0.2.7')).status).toBe(400)
    })
  })

  describe('the record of access', () => {
    it('says who came, who was turned away, and from where; a name that is no account’s is not kept', async () => {
      const failed = await events('login_failed', '&where[network][equals]=203.0.113.1')
      expect(failed).toHaveLength(10)
      expect(failed[0]).toMatchObject({ account: newsroom.userIds.editor, email: emailOf('editor'), actor: 'nobody' })
      const unknown = await events('login_failed', '&where[network][equals]=2001:db8:1:1::/64')
      expect(unknown).toHaveLength(30)
      expect(new Set(unknown.map(({ account, email }) => account ?? email ?? 'nothing'))).toEqual(new Set(['nothing']))
      expect(await events('login', '&where[network][equals]=192.0.2.1')).toHaveLength(2)
    })

    it('has one line for all that was turned away after a limit was reached', async () => {
      const throttled = await events('login_throttled')
      expect(throttled.filter((each) => each.network === '203.0.113.1')).toHaveLength(1)
    })

    // Guard: accountHooks.recordChanges.
    it('has every change of what somebody may do, with what was and what is and who did it', async () => {
      const address = `/api/users/${newsroom.userIds.contributor}`
      await newsroom.ask('PATCH', address, {
        as: 'admin',
        body: { roles: ['contributor', 'editor'], rights: ['breaking'] },
      })
      const actor = newsroom.userIds.admin
      const account = newsroom.userIds.contributor
      const after = ['contributor', 'editor']
      expect(await events('roles_changed')).toContainEqual(expect.objectContaining({ account, actor, after }))
      expect(await events('rights_changed')).toMatchObject([{ account, actor, before: [], after: ['breaking'] }])
      expect((await events('account_created')).length).toBe(8)
      expect((await events('account_closed')).map((each) => each.account)).toContain(newsroom.userIds.editor2)
      expect((await events('password_changed')).map((each) => each.account)).toContain(newsroom.userIds.editor2)
    })

    it('is for administrators', async () => {
      expect((await newsroom.ask('GET', '/api/access-events')).status).toBe(403)
      for (const who of ['editor', 'publisher', 'reviewer'] as const) {
        expect((await newsroom.ask('GET', '/api/access-events', { as: who })).status, who).toBe(403)
      }
      expect((await newsroom.graphql('{ AccessEvents { docs { id } } }', undefined, 'admin')).status).toBe(400)
    })

    // Guard: guardAccessRecord, and the collection's access.
    it('is only added to: not over HTTP, and not by the software itself', async () => {
      const [{ id } = { id: '' }] = await events('login')
      for (const [method, address] of [
        ['POST', '/api/access-events'],
        ['PATCH', `/api/access-events/${String(id)}`],
        ['DELETE', `/api/access-events/${String(id)}`],
        ['DELETE', '/api/access-events?where[id][exists]=true'],
      ] as const) {
        const body = { event: 'login', at: new Date().toISOString() }
        expect((await newsroom.ask(method, address, { as: 'admin', body })).status, method).toBe(403)
      }
      const { db } = newsroom.payload
      const collection = 'access-events'
      const where = { id: { equals: id } }
      await expect((async () => db.updateOne({ collection, id: String(id), data: {} }))()).rejects.toThrow(
        'never changed',
      )
      await expect((async () => db.updateMany({ collection, where, data: {} }))()).rejects.toThrow('never changed')
      await expect((async () => db.upsert({ collection, where, data: {} }))()).rejects.toThrow('never changed')
      await expect((async () => db.deleteOne({ collection, where }))()).rejects.toThrow('never changed')
      await expect((async () => db.deleteMany({ collection, where }))()).rejects.toThrow('never changed')
      const young = { at: { less_than: new Date().toISOString() } }
      await expect((async () => db.deleteMany({ collection, where: young }))()).rejects.toThrow('never changed')
    })
  })

  it('wrote no secret into its log in all of this', async () => {
    const log = lines.join('')
    const { docs } = await newsroom.payload.db.find<{ resetPasswordToken?: string; hash?: string; salt?: string }>({
      collection: 'users',
      where: {},
      limit: 0,
    })
    const stored = docs
      .flatMap((each) => [each.resetPasswordToken, each.hash, each.salt])
      .filter((each) => each != null)
    expect(stored.length).toBeGreaterThan(10)
    for (const secret of [...stored, PASSWORD, 'not it', 'remembered this time', 'a secret for tests only', 'eyJ']) {
      expect(log.includes(secret), secret).toBe(false)
    }
    expect(lines.length).toBeGreaterThan(200)
  })
})
