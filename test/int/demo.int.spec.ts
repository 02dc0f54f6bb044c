import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Barrier } from '../../packages/plugin-imprimatur/src/index.ts'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { fillDemo } from '../../src/newsroom/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'

const SEED = path.resolve('../shared/seed/page.txt')
const pages = [
  ['the shipped page', path.resolve('demo/page.txt')],
  ['the seed page', SEED],
] as const

describe.each(pages)('the demo newsroom on %s', (_, page) => {
  const missing = !existsSync(page)
  if (missing) console.warn(`left out: ${page} is not there`)
  describe.skipIf(missing)('filled', () => {
    let newsroom: TestNewsroom

    beforeAll(async () => {
      newsroom = await openNewsroom({ staff: false })
      await fillDemo(newsroom.payload, { page, password: 'a password for tests only' })
    })

    afterAll(async () => {
      await newsroom.close()
    })

    it('shows readers the article, its author and the first teaser, and not the second', async () => {
      const [articles, authors, teasers] = await Promise.all(
        ['articles', 'authors', 'news-teasers'].map((each) => newsroom.ask('GET', `/api/${each}`)),
      )
      expect(articles?.body.totalDocs).toBe(1)
      expect(authors?.body.totalDocs).toBe(1)
      expect(teasers?.body.totalDocs).toBe(1)
      const queue = await newsroom.ask('GET', '/api/review-queue', { as: 'reviewer' })
      expect(queue.body.docs).toHaveLength(1)
      expect(queue.body.docs[0]).toMatchObject({ collection: 'news-teasers', stage: 'in_review' })
      const second = queue.body.docs[0].id
      expect((await newsroom.ask('GET', `/api/news-teasers/${second}`)).status).toBe(404)
    })

    it('went through the real workflow, which the audit confirms', async () => {
      expect((await audit(newsroom.payload)).offences).toEqual([])
      const { body } = await newsroom.ask('GET', '/api/articles?depth=0')
      const { body: events } = await newsroom.ask('GET', `/api/articles/${body.docs[0].id}/events`, { as: 'editor' })
      expect(events.docs.map((each: { transition: string }) => each.transition)).toEqual([
        'create',
        'submit',
        'sign_off',
        'publish',
      ])
      const [create, , signOff, publish] = events.docs
      expect(new Set([create.actor, signOff.actor, publish.actor]).size).toBe(3)
    })

    it('gives each of its people one role and nothing else', async () => {
      const { body } = await newsroom.ask('GET', '/api/users?limit=100', { as: 'admin' })
      const roles = body.docs.map((each: { email: string; roles: string[] }) => [each.email.split('@')[0], each.roles])
      expect(Object.fromEntries(roles)).toEqual({
        contributor: ['contributor'],
        editor: ['editor'],
        editor2: ['editor'],
        reviewer: ['reviewer'],
        reviewer2: ['reviewer'],
        publisher: ['publisher'],
        admin: ['admin'],
      })
    })

    if (page === SEED) {
      it('knows the printed byline, the person and the affiliation apart', async () => {
        const { body } = await newsroom.ask('GET', '/api/articles?depth=1')
        const [article] = body.docs
        expect(article.byline).toBe('Paul Wang')
        expect(article.credits[0].creditedAs).toBe('Paul Wang')
        expect(article.credits[0].author.displayName).toBe('Paul Wang')
        const author = await newsroom.ask('GET', '/api/authors/by-slug/paul-wang')
        expect(author.body).toMatchObject({
          displayName: 'Paul Wang',
          fullName: 'Wang Li',
          jobTitle: 'Professor of International Relations and Diplomacy',
        })
        expect(author.body.affiliations[0]).toMatchObject({
          organization: 'Jilin University',
          department: 'School of International and Public Affairs',
          country: 'CN',
        })
      })

      it('keeps the teaser as printed: nine words, cut, and a slug that can be typed', async () => {
        const { body } = await newsroom.ask('GET', '/api/news-teasers')
        const [teaser] = body.docs
        expect(teaser.excerpt).toMatch(/^As Secretary-General António Guterres spoke/)
        expect(teaser.excerpt).toMatch(/\p{L}…$/u)
        expect(teaser.excerpt.split(/\s+/)).toHaveLength(9)
        expect(teaser.excerptTruncated).toBe(true)
        const queue = await newsroom.ask('GET', '/api/review-queue', { as: 'reviewer' })
        const second = await newsroom.ask('GET', `/api/news-teasers/${queue.body.docs[0].id}?draft=true`, {
          as: 'editor',
        })
        expect(second.body.slug).toMatch(/^joint-communique-from-the-seventh/)
        expect(second.body.excerpt.split(/\s+/)).toHaveLength(9)
      })
    }
  })
})

describe('the whole demo', () => {
  let newsroom: TestNewsroom
  const PASSWORD = 'a password for tests only'
  /** How many moves are left until the start is cut off; none. */
  let left = Infinity

  beforeAll(async () => {
    const barrier: Barrier = (point) => {
      if (point === 'effected' && --left < 0) throw new Error('cut off')
      return Promise.resolve()
    }
    newsroom = await openNewsroom({ staff: false, barrier })
  })

  afterAll(async () => {
    await newsroom.close()
  })

  it('leaves nothing behind but its pictures when it is cut off, and is filled by the next start', async () => {
    const page = path.resolve('demo/page.txt')
    left = 30
    await expect(fillDemo(newsroom.payload, { page, password: PASSWORD, whole: true })).rejects.toThrow('cut off')
    left = Infinity
    const count = async (collection: 'articles' | 'media' | 'sections' | 'users') =>
      (await newsroom.payload.count({ collection, overrideAccess: true })).totalDocs
    expect([await count('users'), await count('articles'), await count('sections'), await count('media')]).toEqual([
      0, 0, 0, 4,
    ])
    await fillDemo(newsroom.payload, { page, password: PASSWORD, whole: true })
    expect([await count('users'), await count('sections'), await count('media')]).toEqual([7, 4, 4])
  })

  it('has a piece at every stage, a revision over a live text, and a correction that readers see', async () => {
    const stages = 'draft,in_review,changes_requested,approved,scheduled,published,withdrawn,retracted,spiked'
    const { body } = await newsroom.ask('GET', `/api/review-queue?stage=${stages}&collection=articles&limit=100`, {
      as: 'editor',
    })
    const found = body.docs.map((each: { headline: string; live: unknown; stage: string }): [string, string] => [
      each.headline.split(' ').slice(0, 3).join(' '),
      each.live === null ? each.stage : `${each.stage}, live`,
    ])
    expect(Object.fromEntries(found)).toEqual({
      'The night ferry': 'published, live',
      'Forty voices and': 'published, live',
      'A tide gauge': 'retracted',
      'The market that': 'in_review, live',
      'Who paints the': 'changes_requested',
      'The dunes have': 'scheduled',
      'Let the form': 'approved',
      'In praise of': 'in_review',
      'What the street': 'draft',
      'A timetable for': 'withdrawn',
      'Ten benches, ranked': 'spiked',
      'A door in': 'published, live',
    })
    const readers = await newsroom.ask('GET', '/api/articles?depth=1&limit=100')
    expect(readers.body.totalDocs).toBe(4)
    const [choir] = readers.body.docs.filter((each: { headline: string }) => each.headline.startsWith('Forty voices'))
    expect(choir.corrections).toHaveLength(1)
    expect(
      new Set(readers.body.docs.flatMap((each: { section?: { name: string } }) => each.section?.name ?? [])),
    ).toEqual(new Set(['City', 'Culture']))
  })

  it('went through the real workflow, which the audit confirms', async () => {
    expect((await audit(newsroom.payload)).offences).toEqual([])
  })
})
