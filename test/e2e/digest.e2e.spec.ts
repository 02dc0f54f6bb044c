import type { Browser, Page, Request, Route } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser } from '../helpers/browser.ts'
import { everyNode, everyNote, minimal, type Targets } from '../helpers/everyNode.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { isAskedFor } from '../helpers/heldRoute.ts'

type Doc = Readonly<Record<string, unknown>> & { readonly id: string }
type Place = readonly [collection: string, id: string]

/** Texts of 1,000 characters and a picture of one colour: what a piece is made of does not matter here. */
const PNG = { create: { width: 40, height: 30, channels: 3, background: '#c00' } } as const

// Guard: isBookkeeping() and withoutIdleNumbers() in packages/plugin-imprimatur/src/domain/content/readRichText.ts. Red without any of their cases.
describe('a piece that somebody opens in the editor and saves as it was', () => {
  let server: OpenServer
  let browser: Browser
  let page: Page
  let targets: Targets

  beforeAll(async () => {
    server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
    browser = await openBrowser()
    page = await logIn(browser, server, 'editor')
    const file = { name: 'red.png', mimeType: 'image/png', buffer: await sharp(PNG).png().toBuffer() }
    const { doc } = await ask('POST', '/api/media', {
      multipart: { _payload: JSON.stringify({ alt: 'A red field', credit: 'Nobody' }), file },
    })
    targets = {
      picture: doc.id,
      article: await create('articles', { headline: 'A target' }),
      author: await create('authors', { displayName: 'A target' }),
    }
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  type Sent = { data?: unknown; multipart?: Record<string, unknown> }

  async function ask(method: string, address: string, sent: Sent = {}): Promise<{ doc: Doc } & Doc> {
    const answer = await page.request.fetch(server.url + address, {
      method,
      headers: { origin: server.url },
      ...(sent as object),
    })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
    return (await answer.json()) as { doc: Doc } & Doc
  }

  const create = async (collection: string, data: object): Promise<string> =>
    (await ask('POST', `/api/${collection}`, { data })).doc.id

  /** What the workflow knows of a piece: its digest, its stage, and how many events it has. */
  async function record([collection, id]: Place): Promise<unknown> {
    const { digest, stage, seq, writers } = await ask('GET', `/api/${collection}/${id}/dossier`)
    return { digest, stage, seq, writers }
  }

  const body = () => everyNode(targets)
  const note = () => everyNote(targets)
  const imported = async (collection: string): Promise<string> => {
    const found = await ask('GET', `/api/${collection}?draft=true&depth=0&where[source.kind][exists]=true&limit=1`)
    return (found as unknown as { docs: Doc[] }).docs[0]?.id ?? ''
  }

  const open = async ([collection, id]: Place) => {
    onTestFailed(() => {
      console.log(server.output().slice(-2_000))
    })
    await page.goto(`${server.url}/admin/collections/${collection}/${id}`)
    await page.locator('#action-move, #action-save-draft').first().waitFor()
  }

  /** Presses Save and gives what the form sent. */
  async function save(): Promise<Doc> {
    const [response] = await Promise.all([
      page.waitForResponse((each) => isAskedFor(each.request())),
      page.locator('#action-save-draft:not([disabled])').click(),
    ])
    expect(response.status()).toBe(200)
    return sentBy(response.request())
  }

  /** Types a letter into the first text of an editor and takes it away again, so that the editor writes all of it anew. */
  async function type(editor: string): Promise<void> {
    await page.locator(`${editor} [data-lexical-text]`).first().click()
    await page.keyboard.press('End')
    const withoutAutosave = (route: Route) =>
      route.request().url().includes('autosave=true') ? route.abort() : route.fallback()
    await page.route('**/api/**', withoutAutosave)
    await page.keyboard.type('x')
    await idle()
    await page.keyboard.press('Backspace')
    await idle()
    await page.unroute('**/api/**', withoutAutosave)
  }

  /** Payload's editor hands what was typed to the form when the browser has time (3.90, `useRunDeprioritized`). */
  const idle = () =>
    page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve()))))

  it.each([
    ['written by the editor itself', async () => create('articles', { headline: 'Whole', body: body() })],
    [
      'sent without anything that has a default',
      async () => create('articles', { headline: 'Bare', body: minimal(body()) }),
    ],
    ['imported', () => imported('articles')],
  ])('an article, %s: a letter typed and taken away again', async (_how, made) => {
    const place: Place = ['articles', await made()]
    const before = await record(place)
    await open(place)
    await type('[data-field-path=body] > div [data-lexical-editor]')
    const sent = await save()
    expect(editorWrote(sent.body)).toBe(true)
    expect(await record(place)).toEqual(before)
  })

  it('a fact box within an article: the same', async () => {
    const place: Place = ['articles', await create('articles', { headline: 'Boxed', body: minimal(body()) })]
    const before = await record(place)
    await open(place)
    await page.locator('[data-lexical-editor] [data-lexical-editor] [data-lexical-text]').first().click()
    await page.keyboard.press('End')
    // A block is a form of its own, which hands what was typed on to the editor around it when it has time.
    const untilOutside = (expected: number | null) =>
      page.waitForFunction((count) => {
        const around = document.querySelector('[data-lexical-editor]') as unknown as {
          __lexicalEditor: { getEditorState: () => unknown }
        }
        const state = JSON.stringify(around.__lexicalEditor.getEditorState())
        const found = [...state.matchAll(/"text":"([^"]*)"/g)].reduce((sum, [, text = '']) => sum + text.length, 0)
        return count === null || found === count ? found : false
      }, expected)
    const atFirst = await (await untilOutside(null)).jsonValue()
    if (atFirst === false) throw new Error('The editor holds no text.')
    await page.keyboard.type('x')
    await untilOutside(atFirst + 1)
    await page.keyboard.press('Backspace')
    await untilOutside(atFirst)
    await idle()
    await save()
    expect(await record(place)).toEqual(before)
  })

  it.each([
    [
      'sent without anything that has a default',
      async () => create('authors', { displayName: 'Bare', biography: minimal(note()) }),
    ],
    ['imported', () => imported('authors')],
  ])('an author, %s: a letter typed and taken away again', async (_how, made) => {
    const place: Place = ['authors', await made()]
    const before = await record(place)
    await open(place)
    await page.getByRole('button', { name: 'Biography', exact: true }).click()
    await type('[data-field-path=biography] [data-lexical-editor]')
    const sent = await save()
    expect(editorWrote(sent.biography)).toBe(true)
    expect(await record(place)).toEqual(before)
  })

  it.each<[string, string, string, () => Promise<string>]>([
    [
      'an article with every kind of node',
      'articles',
      'headline',
      async () => create('articles', { headline: 'Seen', body: minimal(body()) }),
    ],
    [
      'an article with nothing but nothings',
      'articles',
      'headline',
      async () => create('articles', { headline: 'Empty', ...NOTHINGS }),
    ],
    ['an imported author', 'authors', 'displayName', () => imported('authors')],
    [
      'a teaser with nothing but nothings',
      'news-teasers',
      'headline',
      async () => create('news-teasers', { headline: 'T', pinned: null, rank: null, excerpt: '', target: {} }),
    ],
    ['an imported teaser', 'news-teasers', 'headline', () => imported('news-teasers')],
  ])('%s: opened, and another field changed and changed back', async (_what, collection, field, made) => {
    const place: Place = [collection, await made()]
    const before = await record(place)
    await open(place)
    if (collection === 'authors') await page.getByRole('button', { name: 'Person', exact: true }).click()
    const was = await page.inputValue(`#field-${field}`)
    await page.fill(`#field-${field}`, `${was}x`)
    await page.fill(`#field-${field}`, was)
    expect((await save())[field]).toBe(was)
    expect(await record(place)).toEqual(before)
  })

  it('written in the editor by hand, then opened by another: a letter typed and taken away again', async () => {
    const place: Place = ['articles', await create('articles', { headline: 'By hand' })]
    await open(place)
    await page.locator('[data-lexical-editor]').first().click()
    for (const line of ['## A heading', 'Some words.', '- One', 'Two', '', '1. First', 'Second', '', '> Said', ''])
      await page.keyboard.type(`${line}\n`)
    await page.keyboard.type('Bold: ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('this')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('\n/pull')
    await page.locator('.slash-menu-popup__item-block-pullQuote').click()
    await page.locator('[data-lexical-editor] textarea').first().fill('Words that are set large')
    await idle()
    await save()
    const before = await record(place)
    await open(place)
    await type('[data-lexical-editor]')
    const kinds = kindsIn((await save()).body)
    expect(kinds).toEqual(
      expect.arrayContaining(['block', 'heading', 'list', 'listitem', 'paragraph', 'quote', 'text']),
    )
    expect(await record(place)).toEqual(before)
  })
})

/** Every way to write that there is nothing. */
const NOTHINGS = {
  kicker: '',
  standfirst: null,
  credits: [],
  topics: null,
  places: [],
  seo: null,
  corrections: null,
  body: { root: { type: 'root', children: [{ type: 'paragraph', children: [] }] } },
  embargoUntil: null,
}

/** Payload's forms send their data as one part of a multipart body. */
function sentBy(request: Request): Doc {
  const json = /name="_payload"\r\n\r\n(.*?)\r\n--/s.exec(request.postData() ?? '')?.[1]
  return JSON.parse(json ?? request.postData() ?? '') as Doc
}

/** Whether this is the editor's own writing: it puts the children first, as nobody else here does. */
function editorWrote(state: unknown): boolean {
  return Object.keys((state as { root: object }).root)[0] === 'children'
}

function kindsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && typeof value.type === 'string' ? [value.type] : []
  return [...new Set([...own, ...Object.values(value).flatMap(kindsIn)])].sort()
}
