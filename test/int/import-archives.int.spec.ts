import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVER_FOLDER } from '../../scripts/buildApp.mjs'
import { build } from '../helpers/build.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { codesOf } from '../helpers/pieces.ts'
import { aWxr, anAuthor, anItem } from '../unit/importing/archives/aWxr.ts'

let newsroom: TestNewsroom
let dir: string

beforeAll(async () => {
  await build('buildServer')
  newsroom = await openNewsroom()
  dir = await mkdtemp(path.join(tmpdir(), 'archives-'))
})

afterAll(async () => {
  await newsroom.close()
  await rm(dir, { recursive: true, force: true })
})

const WXR = aWxr(
  [
    anItem({ more: '<category domain="category">World</category><category domain="post_tag">Canals</category>' }),
    anItem({
      guid: 'https://canals.example/?p=42',
      id: '42',
      title: 'A weir is mended',
      name: 'a-weir-is-mended',
      creator: 'bo',
      content: 'It took a week.\n\nNow it holds.',
      excerpt: 'Seven days of work.',
    }),
    anItem({ guid: 'https://canals.example/?p=9', type: 'attachment' }),
  ],
  { authors: [anAuthor('ida', 'Ida Holm', { id: '7' }), anAuthor('bo', 'Bo Lund', { id: '8' })] },
)

const drafts = async (collection: string) =>
  (await newsroom.ask('GET', `/api/${collection}?draft=true&depth=0&limit=100`, { as: 'editor' })).body.docs

const counts = async () =>
  Promise.all(
    ['articles', 'authors', 'news-teasers', 'sections', 'topics'].map(async (each) => (await drafts(each)).length),
  )

/** `npm run import`. */
async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['--conditions=production', `${SERVER_FOLDER}/cli/import.js`, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const read = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (read.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (read.err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...read }
}

async function saved(name: string, text: string): Promise<string> {
  const file = path.join(dir, name)
  await writeFile(file, text)
  return file
}

describe('importing an export of WordPress', () => {
  it('refuses what is none, and makes nothing', async () => {
    const cases: [unknown, number, string][] = [
      [{ text: 'A headline\n\nA paragraph.', as: 'wxr' }, 400, 'import_other_format'],
      [{ text: WXR, as: 'feed' }, 400, 'import_other_format'],
      [{ text: WXR, as: 'rtf' }, 400, 'invalid_value'],
      [{ text: WXR.replace('<rss', '<!DOCTYPE x [<!ENTITY a "b">]><rss'), as: 'wxr' }, 400, 'import_malformed'],
      [{ text: WXR.replace('</channel>', '') }, 400, 'import_malformed'],
    ]
    for (const [body, status, code] of cases) {
      const answer = await newsroom.ask('POST', '/api/import', { body, as: 'editor' })
      expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
    }
    expect(await counts()).toEqual([0, 0, 0, 0, 0])
  })

  it('shows the plan from the console, and changes nothing', async () => {
    const shown = await command(await saved('notes.xml', WXR), '--dry-run')
    expect(shown.err).toBe('')
    expect(shown.code).toBe(0)
    expect(shown.out).toContain('+ article A weir is mended: a new draft')
    expect(shown.out).toContain('Left out: pictures and other attachments (number: 1). [item_skipped]')
    expect(await counts()).toEqual([0, 0, 0, 0, 0])
  })

  it('makes drafts from the console, and twice makes nothing twice', { timeout: 180_000 }, async () => {
    for (const [collection, name] of [
      ['sections', 'World'],
      ['topics', 'Canals'],
    ] as const)
      await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body: { name } })
    const file = await saved('notes.xml', WXR)
    const first = await command(file, '--as', 'wxr')
    expect(first.err).toBe('')
    expect(first.out).toContain('4/4 made article “A weir is mended”')
    expect(first.out).toContain('Imported notes.xml: 4 made, 0 there already')
    expect(await counts()).toEqual([2, 2, 0, 1, 1])
    expect((await command(file)).out).toContain('Imported notes.xml: 0 made, 4 there already')
    expect(await counts()).toEqual([2, 2, 0, 1, 1])
  })

  it('has made them as the file has them', async () => {
    const articles = await drafts('articles')
    const authors = await drafts('authors')
    const named = (list: Record<string, unknown>[], name: string) =>
      list.find((each) => each['headline'] === name || each['displayName'] === name)
    const [section] = await drafts('sections')
    const [topic] = await drafts('topics')
    expect(named(articles, 'The lock at Ems opens late')).toMatchObject({
      _status: 'draft',
      slug: 'the-lock-opens-late',
      language: 'en-GB',
      byline: 'Ida Holm',
      section: section.id,
      topics: [topic.id],
      credits: [{ author: named(authors, 'Ida Holm')?.['id'], role: 'author' }],
      source: { kind: 'wxr', uri: 'https://canals.example/2024/05/the-lock-opens-late/' },
      wordCount: 8,
    })
    expect(named(articles, 'A weir is mended')).toMatchObject({
      slug: 'a-weir-is-mended',
      excerpt: 'Seven days of work.',
      body: { root: { children: [{ type: 'paragraph' }, { type: 'paragraph' }] } },
    })
    expect(named(articles, 'A weir is mended')?.['publishedAt'] ?? null).toBeNull()
    expect((await newsroom.ask('GET', '/api/articles')).body.totalDocs).toBe(0)
  })

  it('tells a contributor nothing of drafts of others, but that they are there', async () => {
    const planned = async (as: 'contributor' | 'editor') =>
      (await newsroom.ask('POST', '/api/import?dryRun=true', { body: { text: WXR.replace('a week', 'a month') }, as }))
        .body
    const { plan, planText } = await planned('contributor')
    expect(plan.pieces.map(({ action, existingId }: Record<string, unknown>) => [action, existingId])).toEqual(
      Array.from({ length: 4 }, () => ['keep', null]),
    )
    expect(JSON.stringify(plan)).not.toContain('text_changed_since_import')
    const [article] = await drafts('articles')
    expect(planText).not.toContain(article.id)
    expect((await planned('editor')).planText).toContain(article.id)
  })

  it('leaves a slug to whoever has it', async () => {
    const other = aWxr([anItem({ guid: 'https://rivers.example/?p=1', title: 'Another lock' })])
    const planned = await newsroom.ask('POST', '/api/import?dryRun=true', { body: { text: other }, as: 'editor' })
    expect(planned.body.plan.doubts.map(({ code }: { code: string }) => code)).toContain('slug_taken')
    const made = await newsroom.ask('POST', '/api/import', { body: { text: other }, as: 'editor' })
    expect(made.body.result).toMatchObject({ made: 1, kept: 1 })
    const slugs = (await drafts('articles')).map(({ slug }: { slug: string }) => slug)
    expect(slugs.sort()).toEqual(['a-weir-is-mended', 'another-lock', 'the-lock-opens-late'])
  })

  it('refuses an unknown format on the console in one sentence', async () => {
    const refused = await command(await saved('page.txt', 'A headline\n\nA paragraph.'), '--as', 'wxr')
    expect([refused.code, refused.err.split('\n')[0]]).toEqual([
      1,
      'import_other_format: This is no export of WordPress (WXR).',
    ])
    expect((await command('x', '--as', 'rtf')).err).toContain('Import it as page, wxr, feed, not as “rtf”.')
  })
})

describe('importing a feed', () => {
  it('makes drafts of its items, found by what it is', async () => {
    const text = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Weirs</title><link>https://weirs.example</link><language>en</language>
<item><title>The weir at Celle</title><link>https://weirs.example/celle</link><guid>https://weirs.example/celle</guid><dc:creator>Eva Ruiz</dc:creator><description>&lt;p&gt;It leaks.&lt;/p&gt;</description></item></channel></rss>`
    const send = () => newsroom.ask('POST', '/api/import', { body: { text, file: 'weirs.xml' }, as: 'contributor' })
    expect((await send()).body.result).toMatchObject({ made: 2, kept: 0 })
    expect((await send()).body.result).toMatchObject({ made: 0, kept: 2 })
    const article = (await drafts('articles')).find(
      ({ headline }: { headline: string }) => headline === 'The weir at Celle',
    )
    expect(article).toMatchObject({ byline: 'Eva Ruiz', source: { kind: 'feed', uri: 'https://weirs.example/celle' } })
  })
})
