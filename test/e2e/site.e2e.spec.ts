import { existsSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Asked } from '../helpers/openNewsroom.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { aText, pieces } from '../helpers/pieces.ts'

const SEED = path.resolve('../shared/seed/page.txt')
const PASSWORD = 'a password for tests only'
/** 45 letters in a row, as German, Finnish and medicine have them. */
const WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'
const NOTICE = 'The figures in this article were invented by its source.'

/** Widths that readers come with, in pixels. */
const WIDTHS = [320, 390, 768, 1000, 1280, 1600]

let server: OpenServer
let browser: Browser
let the: ReturnType<typeof pieces>
const tokens = new Map<string, string>()
/** Paths of pages, by what stands there. */
const at: Record<
  | 'demo'
  | 'author'
  | 'wordyAuthor'
  | 'wordy'
  | 'wordyRetracted'
  | 'long'
  | 'arabic'
  | 'old'
  | 'retracted'
  | 'withdrawn',
  string
> = {
  demo: '',
  author: '',
  wordyAuthor: '',
  wordy: '',
  wordyRetracted: '',
  long: '',
  arabic: '',
  old: '',
  retracted: '',
  withdrawn: '',
}
const ids = { long: '', teaser: '' }

beforeAll(async () => {
  if (!existsSync(SEED)) console.warn(`left out: the seed page is not at ${SEED}; the shipped page stands in for it`)
  server = await openServer({
    env: { DEMO: '1', DEMO_PASSWORD: PASSWORD, ...(existsSync(SEED) ? { DEMO_PAGE: SEED } : {}) },
  })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  the = pieces({ ask })
  await makePieces()
}, 600_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function ask(method: string, address: string, { as, body, headers }: Asked = {}): Promise<Answer> {
  const answer = await fetch(server.url + address, {
    method,
    redirect: 'manual',
    headers: {
      ...(as ? { authorization: `JWT ${await tokenOf(as)}` } : {}),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  })
  const said = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, headers: answer.headers, body: isJson ? (JSON.parse(said) as unknown) : said }
}

async function tokenOf(who: string): Promise<string> {
  const known = tokens.get(who)
  if (known !== undefined) return known
  const body = { email: `${who}@imprimatur.example`, password: PASSWORD }
  const answer = await ask('POST', '/api/users/login', { body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const token = String(answer.body.token)
  tokens.set(who, token)
  return token
}

/** Beside what the demo has: a long article with everything in it, one in Arabic, and three that are not there any more. */
async function makePieces(): Promise<void> {
  const [article] = (await ask('GET', '/api/articles?depth=0')).body.docs
  const author = (await ask('GET', `/api/authors/${String(article.credits[0].author)}?depth=0`)).body
  at.demo = `/articles/${String(article.slug)}`
  at.author = `/authors/${String(author.slug)}`
  ids.teaser = (await ask('GET', '/api/review-queue', { as: 'reviewer' })).body.docs[0].id

  const sea = await sharp({ create: { width: 2400, height: 1500, channels: 3, background: '#33536b' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(sea)], { type: 'image/jpeg' }), 'sea.jpg')
  form.set('_payload', JSON.stringify({ alt: 'The sea at night', caption: 'From the pier.', credit: 'L. Brandt' }))
  const picture = await ask('POST', '/api/media', { as: 'editor', body: form })
  expect(picture.status, JSON.stringify(picture.body)).toBe(201)

  const filed = async (collection: string, body: object) =>
    String((await ask('POST', `/api/${collection}`, { as: 'editor', body })).body.doc.id)
  const section = await filed('sections', { name: WORD, slug: 'wide' })
  const topic = await filed('topics', { name: 'Ferries', slug: 'ferries' })

  const credits = [{ author: author.id, role: 'author' }]
  const make = async (headline: string, more: object = {}): Promise<{ id: string; path: string }> => {
    const id = await the.published('articles', await the.anArticle({ headline, credits, ...more }))
    const { slug } = (await ask('GET', `/api/articles/${id}?depth=0`)).body
    return { id, path: `/articles/${String(slug)}` }
  }
  const block = (fields: object) => ({ type: 'block', version: 2, format: '', fields: { blockName: '', ...fields } })
  const { root } = aText('The ferry ran twice a day.', 'Now it crosses on Tuesdays only.')
  const long = await make('The strait that counts itself', {
    kicker: 'Trade routes',
    genre: 'analysis',
    section,
    topics: [topic],
    standfirst: 'Three ministries, three figures, one sea.',
    dateline: 'Lisbon',
    leadImage: picture.body.doc.id,
    corrections: [{ kind: 'correction', at: '2026-01-02T10:00:00.000Z', text: 'The width is 14 kilometres.' }],
    related: [article.id],
    body: {
      root: {
        ...root,
        children: [
          ...root.children,
          block({ blockType: 'pullQuote', id: 'b1', quote: 'None of them is wrong.', attribution: 'A harbour master' }),
          block({ blockType: 'figure', id: 'b2', image: picture.body.doc.id }),
          block({ blockType: 'factBox', id: 'b3', title: 'In figures', text: aText('Two treaties govern it.') }),
          block({ blockType: 'relatedLink', id: 'b4', article: article.id }),
          block({ blockType: 'embed', id: 'b5', url: 'https://www.youtube.com/watch?v=abc', title: 'A night there' }),
        ],
      },
    },
  })
  ids.long = long.id
  at.long = long.path
  at.arabic = (
    await make('لماذا تحصي الموانئ نفسها', { language: 'ar', body: aText('العبّارة تعبر يوم الثلاثاء.') })
  ).path

  const wordyAuthor = await the.published(
    'authors',
    await the.anAuthor({
      displayName: `Ida ${WORD}`,
      jobTitle: WORD,
      affiliations: [{ organization: WORD, department: WORD, country: 'NO' }],
      biography: aText(WORD),
      shortBio: WORD,
    }),
  )
  at.wordyAuthor = `/authors/${String((await ask('GET', `/api/authors/${wordyAuthor}?depth=0`)).body.slug)}`
  const wordy = {
    kicker: WORD,
    standfirst: WORD,
    dateline: WORD,
    leadImage: picture.body.doc.id,
    leadImageCaption: WORD,
    leadImageCredit: WORD,
    credits: [
      { author: wordyAuthor, role: 'author', affiliationAtPublication: WORD },
      { author: author.id, role: 'translator', creditedAs: WORD },
    ],
    corrections: [{ kind: 'correction', at: '2026-01-02T10:00:00.000Z', text: WORD }],
    body: {
      root: {
        ...root,
        children: [
          ...aText(WORD).root.children,
          block({ blockType: 'pullQuote', id: 'b1', quote: WORD, attribution: WORD }),
          block({ blockType: 'factBox', id: 'b3', title: WORD, text: aText(WORD) }),
          block({ blockType: 'embed', id: 'b5', url: 'https://www.youtube.com/watch?v=abc', title: WORD }),
        ],
      },
    },
  }
  at.wordy = (await make(WORD, wordy)).path
  const wordyRetracted = await make(`${WORD} again`, wordy)
  at.wordyRetracted = wordyRetracted.path
  await the.moved('articles', wordyRetracted.id, 'retract', 'publisher', { reason: 'Invented.', notice: WORD })

  const moved = await make('An address that changes')
  at.old = moved.path
  await the.save('articles', moved.id, { slug: 'the-new-address' })
  await the.published('articles', moved.id)

  const retracted = await make('Invented figures')
  at.retracted = retracted.path
  await the.moved('articles', retracted.id, 'retract', 'publisher', { reason: 'Invented.', notice: NOTICE })

  const withdrawn = await make('Taken back')
  at.withdrawn = withdrawn.path
  await the.moved('articles', withdrawn.id, 'withdraw', 'publisher', { reason: 'Secret reason.' })
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(server.url + address)
  return page
}

describe('readers', () => {
  it('get the imported page as it was printed, and of its teasers what is public', async () => {
    const { body } = await ask('GET', '/api/articles?depth=0&where[slug][equals]=' + at.demo.slice('/articles/'.length))
    const [article] = body.docs
    const page = await open(at.demo)
    expect(await page.title()).toContain(article.headline)
    expect(await page.locator('h1').innerText()).toBe(article.headline)
    expect(await page.locator('.prose > p').count()).toBe(article.body.root.children.length)
    expect(await page.locator('.byline').innerText()).toBe(article.byline)
    const author = (await ask('GET', `/api/authors/${String(article.credits[0].author)}?depth=0`)).body
    expect(await page.locator('.biography-name').innerText()).toBe(
      `${String(author.displayName)} (${String(author.fullName)})`,
    )
    expect(await page.locator('.biography-text').innerText()).not.toBe('')
    expect(await page.locator('.rail article').count()).toBe(1)
    await page.context().close()
  })

  it('get the second teaser once it is signed off and published, and not before', async () => {
    const draft = (await ask('GET', `/api/news-teasers/${ids.teaser}?draft=true&depth=0`, { as: 'editor' })).body
    for (const address of ['/', at.demo, at.author]) {
      expect((await ask('GET', address)).body).not.toContain(draft.headline)
    }
    await the.moved('news-teasers', ids.teaser, 'sign_off', 'reviewer')
    await the.moved('news-teasers', ids.teaser, 'publish', 'publisher')
    const page = await open(at.demo)
    expect(await page.locator('.teaser-headline').allInnerTexts()).toContain(draft.headline)
    expect(await page.locator('.teaser-excerpt').allInnerTexts()).toContain(draft.excerpt)
    await page.context().close()
  })

  it('get no script, and nothing from elsewhere', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    const troubles: string[] = []
    page.on('request', (each) => asked.push(`${each.resourceType()} ${new URL(each.url()).origin}`))
    page.on('console', (each) => troubles.push(each.text()))
    page.on('pageerror', (each) => troubles.push(String(each)))
    for (const address of ['/', at.long, at.author]) {
      await page.goto(server.url + address)
      expect(await page.locator('script:not([type="application/ld+json"])').count(), address).toBe(0)
    }
    expect(asked.filter((each) => !/^(document|stylesheet|image|other) /.test(each))).toEqual([])
    expect(new Set(asked.map((each) => each.split(' ')[1]))).toEqual(new Set([server.url]))
    expect(troubles).toEqual([])
    await context.close()
  })

  it('get pictures in the format that is best for them', async () => {
    const page = await open(at.long)
    const lead = page.locator('.figure-lead img')
    await lead.evaluate((img: HTMLImageElement) => img.decode())
    expect(await lead.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/\.avif$/)
    expect(await lead.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    expect(await page.locator('.figure-lead figcaption').innerText()).toMatch(/From the pier\.\s+L\. Brandt/)
    await page.context().close()
  })

  it('come from the front page by the menu to a section, and from an article to its topic', async () => {
    const page = await open('/')
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: WORD }).click()
    await page.waitForURL('**/sections/wide')
    expect(await page.locator('h1').innerText()).toBe(WORD)
    await page.getByRole('link', { name: 'The strait that counts itself' }).click()
    await page.waitForURL(`**${at.long}`)
    await page.getByRole('link', { name: 'Ferries' }).click()
    await page.waitForURL('**/topics/ferries')
    expect(await page.locator('.story-headline').allInnerTexts()).toEqual(['The strait that counts itself'])
    await page.getByRole('link', { name: 'All stories' }).first().click()
    await page.waitForURL('**/articles')
    const { body } = await ask('GET', '/api/articles/count')
    expect(await page.locator('.story-headline').count()).toBe(body.totalDocs)
    await page.context().close()
  })

  it('can skip to the text by keyboard', async () => {
    const page = await open(at.long)
    await page.keyboard.press('Tab')
    expect(await page.locator('.skip').evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.locator('main').evaluate((main) => main === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('can print an article without what is only for screens', async () => {
    const page = await open(at.long)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.rail').isVisible()).toBe(false)
    expect(await page.locator('.footer nav').isVisible()).toBe(false)
    expect(await page.locator('.prose').isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('every page', () => {
  const pages = () => [
    '/',
    '/articles',
    '/sections/wide',
    at.demo,
    at.long,
    at.wordy,
    at.wordyAuthor,
    at.wordyRetracted,
    at.arabic,
    at.author,
    at.retracted,
    '/nothing',
    '/preview/articles/x',
  ]

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no axe violation in %s at %i pixels', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    for (const address of pages()) {
      await page.goto(server.url + address)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      expect(found, address).toEqual([])
    }
    await context.close()
  })

  it('has nothing to scroll sideways at any width', async () => {
    const page = await open('/')
    for (const address of pages()) {
      await page.goto(server.url + address)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(beyond, `${address} at ${width}`).toBeLessThanOrEqual(0)
      }
    }
    await page.context().close()
  })

  it('has its rail beside the text where there is room, and under it on a phone', async () => {
    const page = await open(at.demo, { viewport: { width: 1280, height: 900 } })
    const tops = () =>
      page.evaluate(() =>
        ['main', '.rail'].map((each) => Math.round(document.querySelector(each)?.getBoundingClientRect().top ?? NaN)),
      )
    const [beside, rail] = await tops()
    expect(rail).toBe(beside)
    await page.setViewportSize({ width: 390, height: 900 })
    const [above = NaN, below = NaN] = await tops()
    expect(below).toBeGreaterThan(above)
    await page.context().close()
  })
})

describe('what is not there (any more)', () => {
  it.each([
    '/nothing',
    '/articles/nothing',
    '/authors/nothing',
    '/articles/a/b',
    '/favicon.ico',
    '/_not-found',
    '/%61rticles/x',
  ])('%s is 404', async (address) => {
    const { status, headers, body } = await ask('GET', address)
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(body).toMatch(/<h1\b/)
    expect(body).not.toContain('<script')
  })

  it('withdrawn: 404, and the reason stays inside', async () => {
    const { status, body } = await ask('GET', at.withdrawn)
    expect(status).toBe(404)
    expect(body).not.toMatch(/Secret reason|Taken back/)
  })

  it('retracted: 410 with the notice, and with none of the text', async () => {
    const { status, body } = await ask('GET', at.retracted)
    expect(status).toBe(410)
    expect(body).toContain(NOTICE)
    expect(body).not.toMatch(/The text of article|Invented\.</)
  })

  it('moved: 308 to the address that it has now', async () => {
    const { status, headers } = await ask('GET', at.old)
    expect([status, headers.get('location')]).toEqual([308, '/articles/the-new-address'])
    expect((await ask('GET', '/articles/the-new-address')).status).toBe(200)
  })

  it.each([
    ['GET', '/articles/%E0%A4%A', 400],
    ['POST', '/', 405],
    ['DELETE', '/articles/x', 405],
  ])('%s %s is %i', async (method, address, status) => {
    expect((await ask(method, address)).status).toBe(status)
  })

  it('is never a part of a page that Next’s router might ask for', async () => {
    const { headers, body } = await ask('GET', at.demo, { headers: { rsc: '1', 'next-router-prefetch': '1' } })
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(body).toMatch(/^<!DOCTYPE html>/)
  })
})

describe('addresses in a page', () => {
  it('are those of the configuration, whatever host was asked', async () => {
    const asking = request(server.url + at.demo, {
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    })
    const body = await new Promise<string>((resolve, reject) => {
      asking.once('response', (answer) => void text(answer).then(resolve, reject)).once('error', reject)
      asking.end()
    })
    expect(body).not.toContain('evil.example')
    expect(body).toContain(`<link rel="canonical" href="${server.url}${at.demo}"/>`)
  })
})

describe('a preview', () => {
  it('asks anybody else to log in, whether there is such a piece or not', async () => {
    const [there, missing] = [
      await ask('GET', `/preview/articles/${ids.long}`),
      await ask('GET', '/preview/articles/no-such-id'),
    ]
    for (const { status, headers, body } of [there, missing]) {
      expect(status).toBe(401)
      expect(headers.get('www-authenticate')).not.toBeNull()
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(body).not.toContain('The strait')
    }
    expect(there.body.replaceAll(ids.long, 'no-such-id')).toBe(missing.body)
  })

  it('shows the staff the newest draft, while readers keep what they have', async () => {
    await the.save('articles', ids.long, { headline: 'The strait, second thoughts' })
    const { status, headers, body } = await ask('GET', `/preview/articles/${ids.long}`, { as: 'editor' })
    expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
      200,
      'private, no-store',
      'noindex',
    ])
    expect(body).toContain('>The strait, second thoughts</h1>')
    expect(body).toMatch(/This is the newest draft/)
    const { body: live } = await ask('GET', at.long)
    expect(live).toContain('>The strait that counts itself</h1>')
    expect(live).not.toContain('second thoughts')
  })

  it('works with the cookie of the admin panel', async () => {
    const page = await open('/')
    await page.context().addCookies([{ name: 'payload-token', value: await tokenOf('reviewer'), url: server.url }])
    await page.goto(`${server.url}/preview/articles/${ids.long}`)
    expect(await page.locator('.preview-banner').innerText()).toContain('Preview.')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.context().close()
  })

  it('keeps a contributor from what others are writing', async () => {
    const draft = await the.anArticle({ headline: 'Somebody else’s draft' })
    const { status, body } = await ask('GET', `/preview/articles/${draft}`, { as: 'contributor' })
    expect(status).toBe(404)
    expect(body).not.toContain('Somebody else')
  })

  it.each(['/preview/users/x', '/preview/articles/no-such-id', '/preview/dossiers/x', '/preview/media/x'])(
    'finds nothing at %s',
    async (address) => {
      expect((await ask('GET', address, { as: 'editor' })).status).toBe(404)
    },
  )
})
