import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { mailNotifications, notify, startClock } from '../../packages/plugin-imprimatur/src/index.ts'
import { forgetDaily } from '../../src/accounts/index.ts'
import { forgetOldNotifications } from '../../src/newsroom/index.ts'
import PostalMime from 'postal-mime'
import { openMailbox } from '../helpers/openMailbox.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

const START = new Date('2026-03-02T08:00:00.000Z')

describe('notifications', () => {
  let now = START
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let newsroom: TestNewsroom
  let the: ReturnType<typeof pieces>

  beforeAll(async () => {
    mailbox = await openMailbox()
    newsroom = await openNewsroom({
      now: () => now,
      env: { SMTP_URL: mailbox.smtpUrl, MAIL_FROM: 'desk@imprimatur.example' },
    })
    the = pieces(newsroom)
    await the.publicAuthor()
  })
  afterAll(async () => {
    await newsroom.close()
    mailbox.close()
  })
  beforeEach(async () => {
    now = START
    await newsroom.payload.db.deleteMany({ collection: 'notifications', where: { at: { exists: true } } })
  })

  const told = async (as: Staff, query = '') => (await newsroom.ask('GET', `/api/notifications${query}`, { as })).body
  const kinds = async (as: Staff): Promise<string[]> => (await told(as)).docs.map((each: { kind: string }) => each.kind)
  const read = (as: Staff, body: object) => newsroom.ask('POST', '/api/notifications/read', { as, body })
  const say = async (id: string, body: object, as: Staff = 'reviewer') => {
    const answer = await newsroom.ask('POST', `/api/articles/${id}/comments`, { as, body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc.id as string
  }

  describe('tell', () => {
    it('whoever wrote it that it was sent back, and why', async () => {
      const id = await the.anArticle({ headline: 'Harbour reopens' })
      await the.moved('articles', id, 'submit', 'editor')
      await the.moved('articles', id, 'request_changes', 'reviewer', { reason: 'Who says so?' })
      const { docs, unread } = await told('editor')
      expect(unread).toBe(1)
      expect(docs).toEqual([
        {
          id: docs[0].id,
          kind: 'sent_back',
          piece: { collection: 'articles', id, title: 'Harbour reopens' },
          by: newsroom.userIds.reviewer,
          at: START.toISOString(),
          readAt: null,
          comment: null,
          reason: 'Who says so?',
        },
      ])
      for (const who of ['reviewer', 'editor2', 'publisher', 'admin'] as const)
        expect(await kinds(who), who).toEqual([])
    })

    // Guard: notify() in assignPiece.ts.
    it('whoever is put on a piece, and nobody of their own claim or a second time', async () => {
      const id = await the.anArticle()
      const { editor2, reviewer } = newsroom.userIds
      const assign = (as: Staff, body: object) => newsroom.ask('PATCH', `/api/articles/${id}/assignment`, { as, body })
      expect((await assign('editor', { assignees: [editor2] })).status).toBe(200)
      expect(await kinds('editor2')).toEqual(['assigned'])
      expect((await assign('editor', { assignees: [editor2, reviewer], priority: 'high' })).status).toBe(200)
      expect(await kinds('editor2')).toEqual(['assigned'])
      expect(await kinds('reviewer')).toEqual(['assigned'])
      const other = await the.anArticle()
      expect(
        (await newsroom.ask('PATCH', `/api/articles/${other}/assignment`, { as: 'publisher', body: { claim: true } }))
          .status,
      ).toBe(200)
      expect(await kinds('publisher')).toEqual([])
    })

    it('of a sign-off its writers, of a publication those who signed too', async () => {
      const id = await the.anArticle()
      await the.save('articles', id, { headline: 'Touched by another' }, 'editor2')
      await the.published('articles', id)
      expect(await kinds('editor')).toEqual(expect.arrayContaining(['published', 'signed_off']))
      expect((await kinds('editor2')).sort()).toEqual(['published', 'signed_off'])
      expect(await kinds('reviewer')).toEqual(['published'])
      expect(await kinds('publisher')).toEqual([])
    })

    it('whose sign-off and whose time do not count any more, when somebody saves over it', async () => {
      const id = await the.approved('articles', await the.anArticle())
      await the.moved('articles', id, 'schedule', 'publisher', { at: '2026-03-03T07:00:00Z' })
      await the.save('articles', id, { headline: 'Changed at night' }, 'editor2')
      expect(await kinds('reviewer')).toEqual(['voided'])
      expect(await kinds('publisher')).toEqual(['voided'])
      expect((await kinds('editor')).sort()).toEqual(['signed_off', 'voided'])
      expect(await kinds('editor2')).toEqual([])
    })

    it('of a comment its writers, who is mentioned, and who is in the thread, each once', async () => {
      const id = await the.anArticle()
      const thread = await say(id, { text: 'Who?', mentions: [newsroom.userIds.publisher] })
      expect(await kinds('publisher')).toEqual(['mentioned'])
      expect((await told('editor')).docs).toMatchObject([{ kind: 'commented', comment: { id: thread, text: 'Who?' } }])
      await say(id, { text: 'The port.', parent: thread, mentions: [newsroom.userIds.reviewer] }, 'editor')
      expect(await kinds('reviewer')).toEqual(['mentioned'])
      await say(id, { text: 'Which?', parent: thread }, 'publisher')
      expect(await kinds('reviewer')).toEqual(expect.arrayContaining(['mentioned', 'replied']))
      expect(await kinds('editor')).toEqual(expect.arrayContaining(['commented', 'replied']))
      expect(await kinds('publisher')).toEqual(['mentioned'])
    })

    it('what other parts of the newsroom ask them to, but neither whoever did it nor who may not see the piece', async () => {
      const id = await the.anArticle()
      const { admin, contributor, editor2 } = newsroom.userIds
      const req = await createLocalReq({}, newsroom.payload)
      const piece = { collection: 'articles', id }
      await notify(req, { kind: 'assigned', piece, to: [editor2, contributor, admin, 'nobody'], actor: admin })
      expect(await kinds('editor2')).toEqual(['assigned'])
      expect(await kinds('admin')).toEqual([])
      expect(await kinds('contributor')).toEqual([])
    })

    it('nothing when what they would tell of did not happen', async () => {
      const id = await the.anArticle()
      await the.moved('articles', id, 'submit', 'editor')
      const refused = await newsroom.ask('POST', '/api/transitions', {
        as: 'reviewer',
        body: {
          items: [
            {
              collection: 'articles',
              id,
              transition: 'sign_off',
              digest: (await the.transitions('articles', id, 'reviewer')).digest,
            },
            { collection: 'articles', id: 'nothing', transition: 'sign_off', digest: `sha256:${'0'.repeat(64)}` },
          ],
        },
      })
      expect(refused.status).toBe(404)
      expect(await kinds('editor')).toEqual([])
    })
  })

  describe('are one’s own', () => {
    it('to read and to mark', async () => {
      const id = await the.anArticle()
      await say(id, { text: 'One.' })
      await say(id, { text: 'Two.' })
      const { docs } = await told('editor')
      const ids = docs.map((each: { id: string }) => each.id) as string[]
      expect((await read('editor2', { ids })).body).toEqual({ unread: 0 })
      expect((await told('editor')).unread).toBe(2)
      expect((await read('editor', { ids: [ids[0]] })).body).toEqual({ unread: 1 })
      expect((await told('editor', '?unread=true')).docs.map((each: { id: string }) => each.id)).toEqual([ids[1]])
      expect((await read('editor', { all: true })).body).toEqual({ unread: 0 })
      expect((await told('editor')).docs.map((each: { readAt: string }) => each.readAt)).toEqual([
        START.toISOString(),
        START.toISOString(),
      ])
    })

    it('and nobody’s without a login, nor through other routes', async () => {
      expect(codesOf(await newsroom.ask('GET', '/api/notifications'))).toEqual(['not_authenticated'])
      expect(codesOf(await newsroom.ask('POST', '/api/notifications/read', { body: { all: true } }))).toEqual([
        'not_authenticated',
      ])
      const id = await the.anArticle()
      await say(id, { text: 'One.' })
      const [one] = (await told('editor')).docs
      for (const method of ['GET', 'PATCH', 'DELETE'])
        expect(
          (
            await newsroom.ask(method, `/api/notifications/${String(one.id)}`, {
              as: 'admin',
              ...(method === 'PATCH' ? { body: { recipient: 'x' } } : {}),
            })
          ).status,
          method,
        ).toBe(403)
    })

    it('and take what they know', async () => {
      for (const query of ['?where[recipient][exists]=true', '?depth=1'])
        expect(codesOf(await newsroom.ask('GET', `/api/notifications${query}`, { as: 'editor' })), query).toEqual([
          'unknown_parameter',
        ])
      for (const query of ['?unread=yes', '?limit=0', '?limit=101', '?page=x', '?limit=1&limit=2'])
        expect(codesOf(await newsroom.ask('GET', `/api/notifications${query}`, { as: 'editor' })), query).toEqual([
          'invalid_value',
        ])
      for (const body of [
        {},
        { ids: [] },
        { ids: 'x' },
        { all: false },
        { all: true, ids: ['x'] },
        { all: true, x: 1 },
      ])
        expect(codesOf(await read('editor', body)), JSON.stringify(body)).toEqual(['invalid_value'])
    })
  })

  it('say nothing of a piece that somebody may not see any more', async () => {
    const id = await the.anArticle({ headline: 'A secret headline' })
    await the.moved('articles', id, 'submit', 'editor')
    await the.moved('articles', id, 'request_changes', 'reviewer', { reason: 'A secret reason.' })
    await say(id, { text: 'A secret comment.' })
    const roles = (role: string) =>
      newsroom.payload.update({
        collection: 'users',
        id: newsroom.userIds.editor,
        data: { roles: [role] },
        overrideAccess: true,
      })
    const { owner } = (await newsroom.ask('GET', `/api/articles/${id}/dossier`, { as: 'reviewer' })).body
    expect(owner).toBe(newsroom.userIds.editor)
    // Their own they would still see as contributors: somebody else's is one that they were mentioned in.
    const other = await the.anArticle({ headline: 'Another secret' }, 'editor2')
    await say(other, { text: 'Look, a secret.', mentions: [newsroom.userIds.editor] })
    await roles('contributor')
    const { docs } = await told('editor')
    const hidden = docs.find((each: { kind: string }) => each.kind === 'mentioned')
    expect(hidden).toMatchObject({ piece: null, comment: null, reason: null })
    expect(JSON.stringify(hidden)).not.toContain('secret')
    await roles('editor')
  })

  describe('by mail', () => {
    const choose = (who: Staff, notifyByMail: string, mailLanguage: string | null = null) =>
      newsroom.ask('PATCH', `/api/users/${newsroom.userIds[who]}`, { as: who, body: { notifyByMail, mailLanguage } })
    /** The mails that a sweep sends, as their readers get them. */
    const sent = async (): Promise<string[]> => {
      const mails: string[] = []
      for (let left = await mailNotifications(newsroom.payload); left > 0; left -= 1)
        mails.push(readable(await mailbox.nextMail()))
      return mails
    }

    it('go out once, after the commit, with plain words and a link', async () => {
      const id = await the.anArticle({ headline: 'Harbour reopens' })
      await the.moved('articles', id, 'submit', 'editor')
      await the.moved('articles', id, 'request_changes', 'reviewer', { reason: 'Who says so?' })
      const mails = await sent()
      expect(mails).toHaveLength(1)
      expect(mails[0]).toContain('To: editor@imprimatur.example')
      expect(mails[0]).toContain('Reviewer sent “Harbour reopens” back to you.')
      expect(mails[0]).toContain('Who says so?')
      expect(mails[0]).toContain(`${newsroom.url}/admin/collections/articles/${id}`)
      expect(await sent()).toEqual([])
    })

    it('for those who want one mail a day, all in one', async () => {
      expect((await choose('editor', 'daily')).status).toBe(200)
      const id = await the.anArticle({ body: aText('Words.') })
      await say(id, { text: 'One.' })
      now = new Date(START.getTime() + 3_600_000)
      await say(id, { text: 'Two.' })
      expect(await sent()).toEqual([])
      now = new Date(START.getTime() + 24 * 3_600_000)
      const mails = await sent()
      expect(mails).toHaveLength(1)
      expect(mails[0]).toMatch(/One\.[^]*Two\./)
      await choose('editor', 'at_once')
    })

    it('for those who want one mail an hour, all in one, at the full hour', async () => {
      expect((await choose('editor', 'hourly')).status).toBe(200)
      const id = await the.anArticle({ body: aText('Words.') })
      await say(id, { text: 'One.' })
      now = new Date(START.getTime() + 59 * 60_000)
      await say(id, { text: 'Two.' })
      expect(await sent()).toEqual([])
      now = new Date(START.getTime() + 60 * 60_000)
      const mails = await sent()
      expect(mails).toHaveLength(1)
      expect(mails[0]).toMatch(/One\.[^]*Two\./)
      await choose('editor', 'at_once')
    })

    it.each([
      ['en', 'Reviewer sent “Hafen & <b>mehr</b>” back to you.', '2 Mar 2026, 08:00', 'Open it'],
      ['fr', 'Reviewer vous a renvoyé', '2 mars 2026', 'Ouvrir'],
      ['es', 'Reviewer', '2 mar 2026', 'Abrir'],
      ['de', 'Von reviewer an Sie zurückgegeben: „Hafen & <b>mehr</b>“.', '02.03.2026, 08:00', 'Öffnen'],
    ])('as text and as HTML of the same words, in %s', async (language, sentence, at, open) => {
      await choose('editor', 'at_once', language)
      const id = await the.anArticle({ headline: 'Hafen & <b>mehr</b>' })
      await the.moved('articles', id, 'submit', 'editor')
      await the.moved('articles', id, 'request_changes', 'reviewer', { reason: 'Who says so?\n<script>x</script>' })
      expect(await mailNotifications(newsroom.payload)).toBe(1)
      const mail = await PostalMime.parse(await mailbox.nextMail())
      expect(mail.to).toMatchObject([{ address: 'editor@imprimatur.example' }])
      expect(mail.subject).toContain(sentence)
      expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
      const link = `${newsroom.url}/admin/collections/articles/${id}`
      for (const part of [sentence, at, 'Who says so?', link, `${newsroom.url}/admin/account`])
        expect(mail.text).toContain(part)
      const { html = '' } = mail
      expect(html).toContain(`<html lang="${language === 'en' ? 'en-GB' : language}">`)
      expect(html).toContain(`<a href="${link}">${open}</a>`)
      expect(html).toContain('&#60;script&#62;x&#60;/script&#62;')
      expect(html).not.toMatch(/<script|<b>|<img|url\(|https?:\/\/(?!127\.0\.0\.1)/)
      await choose('editor', 'at_once')
    })

    it('in the first language of the newsroom for those who chose none', async () => {
      const settings = (languages: readonly string[]) =>
        newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body: { languages } })
      expect((await settings(['de-AT', 'en'])).status).toBe(200)
      await say(await the.anArticle(), { text: 'One.' })
      expect(await mailNotifications(newsroom.payload)).toBe(1)
      expect((await PostalMime.parse(await mailbox.nextMail())).html).toContain('<html lang="de">')
      expect((await settings(['en'])).status).toBe(200)
    })

    it('not at all for those who want none, nor of what was read before', async () => {
      await choose('editor', 'none')
      const id = await the.anArticle()
      await say(id, { text: 'One.', mentions: [newsroom.userIds.editor2] })
      await read('editor2', { all: true })
      expect(await sent()).toEqual([])
      await choose('editor', 'at_once')
      // What they did not want then is not made up for.
      expect(await sent()).toEqual([])
    })

    it('again when the mail could not be handed over', async () => {
      const id = await the.anArticle()
      await say(id, { text: 'One.' })
      mailbox.refuse(true)
      await expect(mailNotifications(newsroom.payload)).rejects.toThrow('not now')
      mailbox.refuse(false)
      expect(await sent()).toHaveLength(1)
    })

    // Guard: mailNotifications goes on after a failure.
    it('to everybody else when one address is refused', async () => {
      const id = await the.anArticle()
      await say(id, { text: 'One.', mentions: [newsroom.userIds.editor2] })
      mailbox.refuseFor('<editor@imprimatur.example>')
      await expect(mailNotifications(newsroom.payload)).rejects.toThrow('nobody here')
      expect(readable(await mailbox.nextMail())).toContain('To: editor2@imprimatur.example')
      mailbox.refuseFor(undefined)
      const rest = await sent()
      expect(rest).toHaveLength(1)
      expect(rest[0]).toContain('To: editor@imprimatur.example')
    })

    // Guard: claimUnsent.
    it('once, when several servers look at the same moment', async () => {
      const id = await the.anArticle()
      await say(id, { text: 'One.' })
      const outcomes = await Promise.all([1, 2, 3].map(() => mailNotifications(newsroom.payload)))
      expect(outcomes.reduce((sum, each) => sum + each, 0)).toBe(1)
      expect(readable(await mailbox.nextMail())).toContain('One.')
      expect(await sent()).toEqual([])
    })

    // Guard: CLAIM_MS.
    it('by another server, later, when one ends in the middle', async () => {
      const id = await the.anArticle()
      await say(id, { text: 'One.' })
      const claimedUntil = new Date(START.getTime() + 60_000).toISOString()
      await newsroom.payload.db.updateMany({
        collection: 'notifications',
        where: { unsent: { equals: true } },
        data: { claimedUntil },
      })
      expect(await sent()).toEqual([])
      now = new Date(START.getTime() + 61_000)
      expect(await sent()).toHaveLength(1)
    })

    // Guard: the clock does not wait for mail.
    it('beside the clock: a mail server that does not answer holds up no publication', async () => {
      const due = await the.approved('articles', await the.anArticle())
      await the.moved('articles', due, 'schedule', 'publisher', {
        at: new Date(START.getTime() + 60_000).toISOString(),
      })
      await say(due, { text: 'One.' })
      mailbox.hold(true)
      const clock = startClock(newsroom.payload, { pause: 10, stop: 100 })
      now = new Date(START.getTime() + 61_000)
      await vi.waitFor(async () => expect((await the.dossier('articles', due)).stage).toBe('published'), 60_000)
      await clock.stop()
      mailbox.hold(false)
    })
  })

  it('are forgotten after the time that the newsroom has set', async () => {
    const id = await the.anArticle()
    await say(id, { text: 'Old.' })
    now = new Date(START.getTime() + 89 * 24 * 3_600_000)
    await forgetOldNotifications(newsroom.payload, now)
    expect((await told('editor')).totalDocs).toBe(1)
    now = new Date(START.getTime() + 91 * 24 * 3_600_000)
    let work: () => void = () => undefined
    const daily = forgetDaily(
      newsroom.payload,
      () => now,
      (given) => ((work = given), () => undefined),
      [forgetOldNotifications],
    )
    work()
    await daily.stop()
    expect((await told('editor')).totalDocs).toBe(0)
  })
})

/** A mail with the quoted-printable encoding (RFC 2045, 6.7) of its text undone. */
function readable(mail: string): string {
  const bytes = mail.replaceAll('=\r\n', '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`)
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'))
}
