import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commentByLink, openReviewLink } from '../../packages/plugin-imprimatur/src/index.ts'
import { hire } from '../helpers/hire.ts'
import { openNewsroom, type Asked, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

// Links by which somebody without an account sees one revision, and nothing else.

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
const clock = new Date('2026-03-02T09:00:00.000Z')
const DAY = 86_400_000
const inDays = (days: number) => new Date(clock.getTime() + days * DAY).toISOString()

const log: string[] = []

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => clock, trustProxy: 1, log: (line) => log.push(line) })
  desk = pieces(newsroom)
  await desk.publicAuthor()
})
afterAll(() => newsroom.close())

const at = (id: string) => `/api/articles/${id}/review-links`
const make = (id: string, body: object = {}, as: Staff = 'editor', more: Omit<Asked, 'as' | 'body'> = {}) =>
  newsroom.ask('POST', at(id), { as, body: { name: 'Ada Voss', expiresAt: inDays(7), ...body }, ...more })
const made = async (id: string, body: object = {}, as: Staff = 'editor') => {
  const answer = await make(id, body, as)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const url = String(answer.body.url)
  return { ...(answer.body.link as { id: string; digest: string }), url, token: url.split('/').at(-1) ?? '' }
}
const links = async (id: string, as: Staff = 'editor') => (await newsroom.ask('GET', at(id), { as })).body
const shown = (token: string) => openReviewLink(newsroom.payload, token)
const inReview = async (more: object = {}) => {
  const id = await desk.anArticle(more)
  await desk.moved('articles', id, 'submit', 'editor')
  return id
}

describe('a link', () => {
  it('is made with its token told once, and lists whom it is for', async () => {
    const id = await inReview()
    const answer = await make(id, { review: 'desk' }, 'reviewer')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const token = String(answer.body.url).slice(`${newsroom.url}/review/`.length)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const list = await links(id)
    const { digest } = await desk.dossier('articles', id)
    expect(list).toMatchObject({ totalDocs: 1, mayMake: true })
    expect(list.docs[0]).toEqual({
      id: answer.body.link.id,
      name: 'Ada Voss',
      review: 'desk',
      digest,
      by: newsroom.userIds.reviewer,
      at: clock.toISOString(),
      expiresAt: inDays(7),
      openedAt: null,
      revoked: null,
      state: 'open',
      isNewest: true,
    })
    expect(JSON.stringify(list)).not.toContain(token)
  })

  it('leaves no token behind but its hash', async () => {
    const id = await inReview()
    const { token } = await made(id)
    const { docs } = await newsroom.payload.db.find({ collection: 'review-links', where: {}, pagination: false })
    const rows = JSON.stringify(docs)
    expect(rows).not.toContain(token)
    expect(rows).toContain(createHash('sha256').update(token).digest('hex'))
  })

  it('shows the text to whoever has it, and that it was opened first is kept', async () => {
    const id = await inReview({ headline: 'What the minister said', body: aText('He said it twice.') })
    const { token } = await made(id)
    const first = await shown(token)
    expect(first).toMatchObject({ collection: 'articles', name: 'Ada Voss', expiresAt: inDays(7), pictures: [] })
    expect(first?.doc.headline).toBe('What the minister said')
    expect(JSON.stringify(first?.doc.body)).toContain('He said it twice.')
    expect(first?.doc.credits[0].author.displayName).toMatch(/^Author/)
    const opened = clock.toISOString()
    clock.setTime(clock.getTime() + 60_000)
    await shown(token)
    expect((await links(id)).docs[0].openedAt).toBe(opened)
  })

  it('never shows anything newer than its text', async () => {
    const id = await inReview({ headline: 'As it was' })
    const { token } = await made(id)
    expect((await desk.save('articles', id, { headline: 'As it is since' })).status).toBe(200)
    expect((await shown(token))?.doc.headline).toBe('As it was')
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    await desk.moved('articles', id, 'publish', 'publisher')
    const after = await shown(token)
    expect(after?.doc.headline).toBe('As it was')
    expect(JSON.stringify(after)).not.toContain('As it is since')
    expect((await links(id)).docs[0].isNewest).toBe(false)
  })

  it('shows of other pieces what readers have, and nothing of their drafts', async () => {
    const hidden = await desk.anAuthor({ displayName: 'Unknown', shortBio: 'CANARY of an author' })
    const other = await desk.anArticle({ headline: 'CANARY of another piece' })
    const id = await desk.anArticle({ credits: [{ author: hidden, role: 'author' }], related: [other] })
    const { token } = await made(id)
    const all = JSON.stringify(await shown(token))
    expect(all).not.toContain('CANARY')
    expect(all).not.toContain(hidden)
    expect(all).not.toContain(other)
  })

  it('shows nothing of what fields keep from readers', async () => {
    const id = await inReview()
    const { token } = await made(id)
    const { body } = await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })
    const { doc } = (await shown(token)) ?? { doc: {} }
    const anonymous = await desk.published('articles', await desk.anArticle())
    const { body: open } = await newsroom.ask('GET', `/api/articles/${anonymous}`)
    const beyond = Object.keys(doc).filter((name) => !(name in open) && name in body && body[name] !== null)
    expect(beyond).toEqual([])
  })
})

describe('a link that has ended, or is none', () => {
  it('shows nothing, whatever the reason', async () => {
    const [revoked, expired, spiked, gone] = [
      await inReview(),
      await inReview(),
      await inReview(),
      await desk.anArticle(),
    ]
    const tokens = [
      (await made(revoked)).token,
      (await made(expired, { expiresAt: inDays(1) })).token,
      (await made(spiked)).token,
      (await made(gone)).token,
    ]
    for (const token of tokens) expect(await shown(token)).not.toBeNull()
    const [first = '', second = '', third = '', fourth = ''] = tokens
    const { docs } = await links(revoked)
    const ended = await newsroom.ask('DELETE', `${at(revoked)}/${String(docs[0].id)}`, { as: 'reviewer' })
    expect(ended.body.doc).toMatchObject({
      state: 'revoked',
      revoked: { by: newsroom.userIds.reviewer, at: clock.toISOString() },
    })
    await desk.moved('articles', spiked, 'spike', 'editor')
    expect((await newsroom.ask('DELETE', `/api/articles/${gone}`, { as: 'editor' })).status).toBe(200)
    expect(await shown(first)).toBeNull()
    expect(await shown(third)).toBeNull()
    expect(await shown(fourth)).toBeNull()
    expect(await shown(second)).not.toBeNull()
    // To the millisecond.
    const before = clock.getTime()
    clock.setTime(Date.parse(inDays(1)))
    expect(await shown(second)).toBeNull()
    expect((await links(expired)).docs[0].state).toBe('expired')
    clock.setTime(before)
    for (const odd of ['', 'x', first.slice(1), `${second}A`, `${second.slice(0, -1)}!`, 'A'.repeat(43)])
      expect(await shown(odd)).toBeNull()
  })

  it('stays ended, and the record says by whom', async () => {
    const id = await inReview()
    const link = await made(id)
    const end = () => newsroom.ask('DELETE', `${at(id)}/${link.id}`, { as: 'editor2' })
    await end()
    const { at: when } = (await links(id)).docs[0].revoked
    clock.setTime(clock.getTime() + 60_000)
    expect((await end()).body.doc.revoked).toEqual({ by: newsroom.userIds.editor2, at: when })
  })

  it('ends with the account of whoever made it', async () => {
    const rita = await hire(newsroom, { roles: ['reviewer'] })
    const id = await inReview()
    const answer = await rita.ask('POST', at(id), { name: 'Ada', expiresAt: inDays(3) })
    const token = String(answer.body.url).split('/').at(-1) ?? ''
    expect(await shown(token)).not.toBeNull()
    await newsroom.ask('PATCH', `/api/users/${rita.id}`, { as: 'admin', body: { active: false } })
    expect(await shown(token)).toBeNull()
  })
})

describe('making one is refused', () => {
  it('to whoever may neither write nor review the piece', async () => {
    const id = await inReview()
    const anonymous = await newsroom.ask('POST', at(id), { body: { name: 'x', expiresAt: inDays(1) } })
    expect([anonymous.status, codesOf(anonymous)]).toEqual([401, ['not_authenticated']])
    for (const as of ['publisher', 'admin'] as const) {
      const refused = await make(id, {}, as)
      expect([as, refused.status, codesOf(refused)]).toEqual([as, 403, ['forbidden']])
    }
    // Somebody who may not see the piece does not learn that it is there.
    const hidden = await make(id, {}, 'contributor')
    expect([hidden.status, codesOf(hidden)]).toEqual([404, ['not_found']])
    expect((await make('nothing', {}, 'editor')).status).toBe(404)
    expect((await links(id)).totalDocs).toBe(0)
    expect((await newsroom.ask('GET', at(id))).status).toBe(401)
    expect((await newsroom.ask('GET', at(id), { as: 'contributor' })).status).toBe(404)
    expect((await links(id, 'publisher')).mayMake).toBe(false)
  })

  it('for a piece of one’s own, it is not', async () => {
    const id = await desk.anArticle({}, 'contributor')
    expect((await make(id, {}, 'contributor')).status).toBe(201)
  })

  it('when it is to sign', async () => {
    const id = await inReview()
    const refused = await make(id, { review: 'desk', maySign: true })
    expect([refused.status, codesOf(refused)]).toEqual([403, ['external_sign_off']])
    expect((await make(id, { maySign: false })).status).toBe(201)
    // The right comes first.
    expect(codesOf(await make(id, { maySign: true }, 'publisher'))).toEqual(['forbidden'])
  })

  it.each<[string, object, string]>([
    ['no name', { name: '  ' }, 'name'],
    ['a name that is no text', { name: 7 }, 'name'],
    ['no end', { expiresAt: undefined }, 'expiresAt'],
    ['an end without an offset', { expiresAt: '2026-03-05T09:00:00' }, 'expiresAt'],
    ['an end that is past', { expiresAt: '2026-03-01T09:00:00Z' }, 'expiresAt'],
    ['an end after more than 30 days', { expiresAt: '2026-04-01T09:10:00Z' }, 'expiresAt'],
    ['a review that the piece does not need', { review: 'legal' }, 'review'],
    ['something else', { token: 'x' }, 'token'],
    ['a digest that is none', { digest: 'x' }, 'digest'],
    ['a signature that is neither', { maySign: 'yes' }, 'maySign'],
  ])('with %s', async (_, body, field) => {
    const id = await desk.anArticle()
    const refused = await make(id, body)
    expect([refused.status, codesOf(refused)]).toEqual([400, ['invalid_value']])
    expect(refused.body.errors[0].field).toBe(field)
  })

  it('for 30 days it is not, and for a second more it is', async () => {
    const id = await desk.anArticle()
    expect((await make(id, { expiresAt: inDays(30) })).status).toBe(201)
    expect((await make(id, { expiresAt: new Date(clock.getTime() + 30 * DAY + 1).toISOString() })).status).toBe(400)
  })

  it('when the text has changed since it was looked at, and when the piece was dropped', async () => {
    const id = await desk.anArticle()
    const { digest } = await desk.dossier('articles', id)
    await desk.save('articles', id, { headline: 'Another' })
    const stale = await make(id, { digest })
    expect([stale.status, codesOf(stale)]).toEqual([409, ['stale_digest']])
    await desk.moved('articles', id, 'spike', 'editor')
    const dropped = await make(id)
    expect([dropped.status, codesOf(dropped)]).toEqual([409, ['wrong_stage']])
  })

  it('and so is revoking one of another piece, or without the right', async () => {
    const [id, other] = [await inReview(), await inReview()]
    const link = await made(id)
    expect((await newsroom.ask('DELETE', `${at(other)}/${link.id}`, { as: 'editor' })).status).toBe(404)
    expect((await newsroom.ask('DELETE', `${at(id)}/${link.id}`, { as: 'publisher' })).status).toBe(403)
    expect((await newsroom.ask('DELETE', `${at(id)}/${link.id}`, { as: 'contributor' })).status).toBe(404)
    expect((await newsroom.ask('DELETE', `${at(id)}/${link.id}`)).status).toBe(401)
    expect(await shown(link.token)).not.toBeNull()
  })
})

describe('a comment by a link', () => {
  const said = (token: string, text: string | null) => commentByLink(newsroom.payload, token, text)
  const commentsOn = async (id: string) =>
    (await newsroom.ask('GET', `/api/articles/${id}/comments`, { as: 'editor' })).body

  it('is on the piece in the name of whom the link is for, and its writers and maker are told', async () => {
    const id = await inReview()
    const { token } = await made(id, {}, 'reviewer')
    expect(await said(token, '  The quotation is right.  ')).toBe('sent')
    const { docs } = await commentsOn(id)
    expect(docs).toMatchObject([{ guest: 'Ada Voss', text: 'The quotation is right.', anchor: null, may: [] }])
    for (const as of ['editor', 'reviewer'] as const) {
      const told = (await newsroom.ask('GET', '/api/notifications?unread=true', { as })).body
      expect(told.docs[0]).toMatchObject({ kind: 'commented', comment: { text: 'The quotation is right.' } })
    }
    // Whoever reviews resolves it; nobody puts other words into it.
    const address = `/api/comments/${String(docs[0].id)}`
    expect((await newsroom.ask('PATCH', address, { as: 'editor', body: { text: 'No.' } })).status).toBe(403)
    expect((await newsroom.ask('PATCH', address, { as: 'reviewer', body: { resolved: true } })).status).toBe(200)
  })

  it('changes no text, voids nothing and makes nobody a writer', async () => {
    const id = await inReview()
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    const { token } = await made(id)
    const before = await desk.dossier('articles', id)
    await said(token, 'Fine.')
    await shown(token)
    expect(await desk.dossier('articles', id)).toEqual(before)
  })

  it('is refused when it has no words, too many, or the link has ended', async () => {
    const id = await inReview()
    const link = await made(id)
    expect(await said(link.token, ' \u0000\n ')).toBe('empty')
    expect(await said(link.token, 'x'.repeat(5_001))).toBe('too_long')
    await newsroom.ask('DELETE', `${at(id)}/${link.id}`, { as: 'editor' })
    expect(await said(link.token, 'Too late.')).toBe('no_link')
    const { db } = newsroom.payload
    const begin = db.beginTransaction.bind(db)
    let begun = 0
    db.beginTransaction = (...args) => {
      // A snapshot of MongoDB is one, too, in which nothing is written.
      if ((args[0] as { readConcern?: unknown } | undefined)?.readConcern === undefined) begun++
      return begin(...args)
    }
    try {
      for (const words of ['Guessed.', '', 'x'.repeat(5_001), null])
        expect(await said('A'.repeat(43), words)).toBe('no_link')
    } finally {
      db.beginTransaction = begin
    }
    expect(begun).toBe(0)
    expect((await commentsOn(id)).totalDocs).toBe(0)
  })

  it('is one of twenty at most', async () => {
    const id = await inReview()
    const { token } = await made(id)
    for (let each = 0; each < 20; each++) expect(await said(token, `Note ${String(each)}`)).toBe('sent')
    expect(await said(token, 'One more')).toBe('full')
  })
})

describe('the address of a link', () => {
  // Each from a network of its own.
  let network = 0
  const from = () => ({ 'x-forwarded-for': `192.0.2.${String(++network)}` })
  const send = (token: string, body: URLSearchParams | string, headers: Record<string, string> = from()) =>
    fetch(`${newsroom.url}/review/${token}`, { method: 'POST', body, headers, redirect: 'manual' })
  const commentsOn = async (id: string) =>
    (await newsroom.ask('GET', `/api/articles/${id}/comments`, { as: 'editor' })).body.docs

  it('takes a comment, without a session and from no referrer, and says so on the page', async () => {
    const id = await inReview()
    const { token } = await made(id)
    const answer = await send(token, new URLSearchParams({ text: 'Right.' }), { ...from(), origin: 'null' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/review/${token}?said=sent#comment`])
    for (const [name, value] of [
      ['referrer-policy', 'no-referrer'],
      ['x-robots-tag', 'noindex'],
      ['cache-control', 'private, no-store'],
      ['set-cookie', null],
    ] as const)
      expect([name, answer.headers.get(name)]).toEqual([name, value])
    expect(await commentsOn(id)).toMatchObject([{ guest: 'Ada Voss', text: 'Right.' }])
  })

  it.each<[string, URLSearchParams | string, string]>([
    ['no words', new URLSearchParams({ text: ' ' }), '?said=empty#comment'],
    ['no such field', new URLSearchParams({ words: 'x' }), '?said=empty#comment'],
    ['two of them', new URLSearchParams('text=a&text=b'), '?said=empty#comment'],
    ['too many', new URLSearchParams({ text: 'x'.repeat(5_001) }), '?said=too_long#comment'],
    ['more than is read', new URLSearchParams({ text: 'x'.repeat(70_000) }), '?said=too_long#comment'],
    ['JSON', '{"text":"x"}', '?said=empty#comment'],
  ])('takes none with %s', async (_, body, said) => {
    const id = await desk.anArticle()
    const { token } = await made(id)
    const answer = await send(token, body)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/review/${token}${said}`])
    expect(await commentsOn(id)).toEqual([])
  })

  it('takes none where there is no link', async () => {
    const answer = await send('B'.repeat(43), new URLSearchParams({ text: 'x' }))
    expect(answer.headers.get('location')).toBe(`/review/${'B'.repeat(43)}`)
  })

  it('is closed for a while to a network that tries addresses which lead to nothing', async () => {
    const own = from()
    const open = (token: string, headers = own) => fetch(`${newsroom.url}/review/${token}`, { headers })
    for (let each = 0; each < 30; each++) expect((await open('C'.repeat(43))).status).toBe(404)
    const closed = await open('C'.repeat(43))
    expect([closed.status, Number(closed.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(closed.headers.get('referrer-policy')).toBe('no-referrer')
    const id = await desk.anArticle()
    const { token } = await made(id)
    expect((await send(token, new URLSearchParams({ text: 'x' }), own)).status).toBe(429)
    // Others are not, and what was answered is not counted.
    const other = from()
    for (let each = 0; each < 32; each++) expect((await send(token, '', other)).status).toBe(303)
  })

  // Guard: `leadsToNothing`; a redirect is no refusal by its status.
  it.each<[string, string]>([
    ['words', 'x'],
    ['more words than are read', 'x'.repeat(70_000)],
  ])('is closed to a network that sends %s to addresses which lead to nothing, too', async (_, text) => {
    const own = from()
    const guess = () => send('D'.repeat(43), new URLSearchParams({ text }), own)
    const locations = new Set<string | null>()
    for (let each = 0; each < 30; each++) {
      const { headers, status } = await guess()
      expect(status).toBe(303)
      locations.add(headers.get('location'))
    }
    expect([...locations]).toEqual([`/review/${'D'.repeat(43)}`])
    expect((await guess()).status).toBe(429)
  })

  it('is not in the log', async () => {
    const id = await desk.anArticle()
    const { token } = await made(id)
    await send(token, new URLSearchParams({ text: 'Logged.' }))
    await fetch(`${newsroom.url}/%72eview/${token}`, { headers: from() })
    expect(log.some((line) => line.includes('/review/…'))).toBe(true)
    expect(log.filter((line) => line.includes(token))).toEqual([])
  })

  it('leads to no piece in any answer to readers', async () => {
    const id = await inReview({ headline: 'CANARY in review' })
    const { token } = await made(id)
    await commentByLink(newsroom.payload, token, 'CANARY of a comment')
    for (const address of [
      '/api/articles?limit=100',
      `/api/articles/${id}`,
      at(id),
      '/api/review-links',
      '/api/comments',
      '/api/changes',
      '/feeds/rss.xml',
      `/api/articles/${id}/imprimatur`,
      '/api/search?q=CANARY',
    ]) {
      const { body } = await newsroom.ask('GET', address)
      expect(JSON.stringify(body), address).not.toContain('CANARY')
      expect(JSON.stringify(body), address).not.toContain('Ada Voss')
    }
    for (const as of ['editor', 'admin'] as const)
      expect((await newsroom.ask('GET', '/api/review-links', { as })).status).toBe(403)
  })
})
