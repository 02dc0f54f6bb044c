import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import ArticlePage from '../../src/app/(site)/articles/[slug]/page.tsx'
import AuthorPage from '../../src/app/(site)/authors/[slug]/page.tsx'
import FrontPage from '../../src/app/(site)/page.tsx'
import { publicReads } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { staffPreview, type PreviewedPiece } from '../../src/newsroom/staffPreview.ts'
import { openNewsroom, PASSWORD, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'
import { renderPage, wordsOf } from '../unit/site/renderPage.ts'

/** The site's pages over the real reads, on either database. Made without Next, which has no part in what is read. */
let newsroom: TestNewsroom
let the: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  the = pieces(newsroom)
})
afterAll(async () => {
  await newsroom.close()
})

const front = () => renderPage(() => FrontPage(), publicReads(newsroom.payload))
const article = (slug: string) =>
  renderPage(() => ArticlePage({ params: Promise.resolve({ slug }) }), publicReads(newsroom.payload))
const author = (slug: string, page?: string) =>
  renderPage(
    () => AuthorPage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({ page }) }),
    publicReads(newsroom.payload),
  )

const slugOf = async (collection: string, id: string): Promise<string> =>
  String((await newsroom.ask('GET', `/api/${collection}/${id}?draft=true&depth=0`, { as: 'editor' })).body.slug)

async function aTeaser(headline: string, more: object = {}): Promise<string> {
  const answer = await newsroom.ask('POST', '/api/news-teasers', {
    as: 'editor',
    body: {
      headline,
      excerpt: 'On Tuesday, Secretary-General António…',
      target: { kind: 'external', url: 'https://news.example.org/a', sourceName: 'Example News' },
      ...more,
    },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return the.published('news-teasers', String(answer.body.doc.id))
}

/** What stands on a page under headings of this class, top down. */
const headlines = (html: string, kind: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<h[23] class="${kind}-headline"[^>]*>(.*?)</h[23]>`, 'g'))].map(([, inner = '']) =>
    wordsOf(inner),
  )

describe('the pages', () => {
  it('are there before anything is public', async () => {
    const { html, verdict } = await front()
    expect(verdict).toEqual({ status: 200 })
    expect(wordsOf(html)).toContain('Nothing has been published here yet.')
  })

  it('show an article with the whole of its author, and neither before they are public', async () => {
    const draftAuthor = await the.anAuthor({
      displayName: 'Paul Wang',
      fullName: 'Wang Li',
      jobTitle: 'Professor',
      affiliations: [{ organization: 'Jilin University', department: 'School of Public Affairs', country: 'CN' }],
      biography: aText('He has written two books.'),
    })
    const id = await the.anArticle({
      headline: 'The strait',
      body: aText('One.', 'Two.'),
      credits: [{ author: draftAuthor, role: 'author' }],
    })
    const slug = await slugOf('articles', id)
    expect((await article(slug)).verdict).toEqual({ status: 404 })

    await the.published('authors', draftAuthor)
    await the.published('articles', id)
    const { html, verdict } = await article(slug)
    expect(verdict).toEqual({ status: 200 })
    expect(html).toContain('<p>One.</p><p>Two.</p>')
    expect(html).toMatch(/<a href="\/authors\/[^"]+" rel="author">Paul Wang<\/a>/)
    expect(wordsOf(html)).toContain(
      'Paul Wang (Wang Li) Professor School of Public Affairs, Jilin University, China He has written two books.',
    )

    const page = await author(await slugOf('authors', draftAuthor))
    expect(headlines(page.html, 'story')).toEqual(['The strait'])
    expect((await author(await slugOf('authors', draftAuthor), '2')).verdict).toEqual({ status: 404 })
  })

  it('put first what the editors put first, without a word of what is not public', async () => {
    const ids: string[] = []
    for (const headline of ['First out', 'Second out', 'Third out']) {
      ids.push(await the.published('articles', await the.anArticle({ headline })))
    }
    const draft = await the.anArticle({ headline: 'Not out yet' })
    expect(headlines((await front()).html, 'lead')).toEqual(['Third out'])

    const order = { lead: draft, list: [draft, ids[0]], listLength: 2, railLength: 6 }
    const saved = await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: order })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const { html } = await front()
    expect([headlines(html, 'lead'), headlines(html, 'story')]).toEqual([['Third out'], ['First out', 'Second out']])
    expect(html).not.toContain(draft)
    expect(html).not.toContain('Not out yet')
  })

  it('fill the rail with pinned teasers, then by rank, then the newest', async () => {
    await aTeaser('Plain, older')
    await aTeaser('Pinned', { pinned: true })
    await aTeaser('Ranked', { rank: 5 })
    await aTeaser('Plain, newer')
    const { html } = await front()
    expect(headlines(html, 'teaser')).toEqual(['Pinned', 'Ranked', 'Plain, newer', 'Plain, older'])
    expect(html).toContain('<p class="teaser-excerpt">On Tuesday, Secretary-General António…</p>')
  })

  it('say 308 for a changed address, 410 for what was retracted, 404 for what was withdrawn', async () => {
    const id = await the.published('articles', await the.anArticle({ headline: 'Comes and goes' }))
    const old = await slugOf('articles', id)
    await the.save('articles', id, { slug: 'came-and-went' })
    await the.published('articles', id)
    expect((await article(old)).verdict).toEqual({ status: 308, location: '/articles/came-and-went' })

    await the.moved('articles', id, 'retract', 'publisher', { reason: 'Inside.', notice: 'It was not so.' })
    const gone = await article('came-and-went')
    expect(gone.verdict).toEqual({ status: 410 })
    expect(wordsOf(gone.html)).toContain('It was not so.')
    expect(gone.html).not.toContain('Inside.')

    const other = await the.published('articles', await the.anArticle({ headline: 'Taken back' }))
    await the.moved('articles', other, 'withdraw', 'publisher', { reason: 'Inside.' })
    expect((await article(await slugOf('articles', other))).verdict).toEqual({ status: 404 })
  })
})

describe('a preview', () => {
  async function preview(collection: string, id: string, as?: Staff): Promise<PreviewedPiece> {
    const headers = new Headers()
    if (as) {
      const body = { email: `${as}@imprimatur.example`, password: PASSWORD }
      headers.set(
        'authorization',
        `JWT ${String((await newsroom.ask('POST', '/api/users/login', { body })).body.token)}`,
      )
    }
    return staffPreview(newsroom.payload)({ collection, id, headers })
  }

  it('is of the newest draft, over the live one too, with its authors whole', async () => {
    const id = await the.published('articles', await the.anArticle({ headline: 'As readers know it' }))
    await the.save('articles', id, { headline: 'Second thoughts' })
    const piece = await preview('articles', id, 'reviewer')
    expect(piece).toMatchObject({
      kind: 'found',
      doc: { headline: 'Second thoughts', credits: [{ author: { biography: { root: {} } } }] },
    })
  })

  it('is for nobody without a session, and for contributors of their own pieces only', async () => {
    const hers = await the.anArticle({ headline: 'Hers' }, 'contributor')
    const others = await the.anArticle({ headline: 'Another’s' })
    expect(await preview('articles', hers)).toEqual({ kind: 'no_session' })
    expect(await preview('articles', 'no-such-id')).toEqual({ kind: 'no_session' })
    expect((await preview('articles', hers, 'contributor')).kind).toBe('found')
    expect(await preview('articles', others, 'contributor')).toEqual({ kind: 'missing' })
  })

  it.each([
    ['articles', 'no-such-id'],
    ['articles', '000000000000000000000000'],
    ['articles', ''],
    ['users', 'no-such-id'],
    ['dossiers', 'no-such-id'],
    ['__proto__', 'x'],
  ])('is missing at %s/%s', async (collection, id) => {
    expect(await preview(collection, id, 'editor')).toEqual({ kind: 'missing' })
  })

  it('is not of users, even for admins', async () => {
    expect(await preview('users', newsroom.userIds.editor, 'admin')).toEqual({ kind: 'missing' })
  })

  it('ends with the account', async () => {
    const id = await the.anArticle()
    expect((await preview('articles', id, 'reviewer2')).kind).toBe('found')
    const headers = new Headers({
      authorization: `JWT ${String(
        (
          await newsroom.ask('POST', '/api/users/login', {
            body: { email: 'reviewer2@imprimatur.example', password: PASSWORD },
          })
        ).body.token,
      )}`,
    })
    const closed = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds.reviewer2}`, {
      as: 'admin',
      body: { active: false },
    })
    expect(closed.status, JSON.stringify(closed.body)).toBe(200)
    expect(await staffPreview(newsroom.payload)({ collection: 'articles', id, headers })).toEqual({
      kind: 'no_session',
    })
  })
})
