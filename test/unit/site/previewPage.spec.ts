import { beforeEach, describe, expect, it, vi } from 'vitest'
import Preview from '../../../src/app/(site)/preview/[collection]/[id]/page.tsx'
import type { PublicDocument } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'
import { aParagraph, aState, aTeaser, anArticle, anAuthor, MemoryReads } from './builders.ts'
import { renderPage, wordsOf } from './renderPage.ts'

const sent = new Headers()
// Next gives the request's headers by a call that only works inside its server.
vi.mock('next/headers', () => ({ headers: async () => sent }))

const STAFF = 'payload-token=staff'

/** A preview by somebody with this cookie. The port hands the piece out to the staff only. */
async function preview(collection: string, id: string, pieces: Readonly<Record<string, PublicDocument>>) {
  const reads = new MemoryReads({}, { newsroom: { name: 'The Review' } })
  const page = await renderPage(() => Preview({ params: Promise.resolve({ collection, id }) }), reads, {
    preview: async (asked) => {
      if (asked.headers.get('cookie') !== STAFF) return { kind: 'no_session' }
      const doc = pieces[`${asked.collection}/${asked.id}`]
      return doc ? { kind: 'found', doc } : { kind: 'missing' }
    },
  })
  return { ...page, words: wordsOf(page.html) }
}

beforeEach(() => {
  sent.set('cookie', STAFF)
})

describe('a preview', () => {
  it('shows a draft under a banner, and is for nobody else and no cache', async () => {
    const { html, words, verdict } = await preview('articles', 'a1', {
      'articles/a1': anArticle({ body: aState(aParagraph('Secret.')) }),
    })
    expect(verdict).toEqual({ status: 200, private: true })
    expect(words).toMatch(/Preview\. This is the newest draft; readers do not see it\. .* Secret\./)
    expect(html).toContain('href="/admin/collections/articles/a1"')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toMatch(/canonical|og:|ld\+json|imprimatur"/)
  })

  it('shows drafts that lack what their page would need', async () => {
    const bare = { id: 'a1', headline: null, slug: null }
    expect((await preview('articles', 'a1', { 'articles/a1': bare })).words).toContain('No headline yet')
    const nobody = { id: 'au1', displayName: '' }
    expect((await preview('authors', 'au1', { 'authors/au1': nobody })).words).toContain('No name yet')
  })

  it('shows authors and teasers', async () => {
    expect((await preview('authors', 'au1', { 'authors/au1': anAuthor() })).html).toContain('>Ana Sousa</h1>')
    const teaser = { 'news-teasers/n1': aTeaser('n1', { excerpt: 'Cut…' }) }
    expect((await preview('news-teasers', 'n1', teaser)).words).toContain('Teaser n1 Cut…')
  })

  it.each([
    ['articles', 'nothing'],
    ['users', 'u1'],
    ['articles', '%E0%A4%A'],
  ])('finds nothing at %s/%s', async (collection, id) => {
    expect((await preview(collection, id, {})).verdict).toEqual({ status: 404, private: true })
  })
})

describe('without a session', () => {
  it('says the same whether the piece is there or not', async () => {
    sent.delete('cookie')
    const there = await preview('articles', 'a1', { 'articles/a1': anArticle() })
    const missing = await preview('articles', 'a1', {})
    expect(there).toEqual(missing)
    expect(there.verdict).toEqual({ status: 401, private: true })
    expect(there.html).toContain('href="/admin/login?redirect=%2Fpreview%2Farticles%2Fa1"')
    expect(there.html).not.toContain('The strait')
  })
})
