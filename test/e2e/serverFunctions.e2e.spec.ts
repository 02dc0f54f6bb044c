import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { SERVER_FUNCTIONS } from '../helpers/routes/register.ts'

const CANARY = 'canary-8c41f0'

type Person = 'nobody' | 'contributor' | 'editor' | 'publisher' | 'admin'

// Payload's server functions (3.90.2), called past the panel: each of the register, with whatever it takes.
describe('the server functions of the panel, over HTTP', () => {
  let server: OpenServer
  let browser: Browser
  let action: string
  let id: string
  const cookies = new Map<Person, string>([['nobody', '']])

  beforeAll(async () => {
    server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
    browser = await openBrowser()
    const pages = new Map<Person, Page>()
    for (const person of ['contributor', 'editor', 'publisher', 'admin'] as const) {
      const page = await logIn(browser, server, person)
      pages.set(person, page)
      const [token] = (await page.context().cookies()).filter(({ name }) => name === 'payload-token')
      cookies.set(person, `payload-token=${token?.value ?? ''}`)
    }
    const page = pages.get('editor')
    if (!page) throw new Error('There is no editor.')
    const made = await page.request.post(`${server.url}/api/articles`, {
      data: { headline: `${CANARY} headline`, standfirst: `${CANARY} standfirst` },
      headers: { origin: server.url },
    })
    id = ((await made.json()) as { doc: { id: string } }).doc.id
    await page.goto(`${server.url}/admin/collections/articles/${id}`)
    const asked = page.waitForRequest((request) => request.headers()['next-action'] !== undefined)
    await page.locator('#field-standfirst').fill('Something')
    action = (await asked).headers()['next-action'] ?? ''
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const call = async (as: Person, name: string, args: object) => {
    const answer = await fetch(`${server.url}/admin`, {
      method: 'POST',
      headers: {
        'next-action': action,
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        origin: server.url,
        cookie: cookies.get(as) ?? '',
      },
      body: JSON.stringify([{ name, args }]),
    })
    const requestId = answer.headers.get('x-request-id') ?? ''
    return { status: answer.status, text: await answer.text(), requestId }
  }
  /** What each takes that asks for, or does something to, the editor’s draft. */
  const onTheDraft: Record<string, () => object> = {
    'copy-data-from-locale': () => ({ collectionSlug: 'articles', docID: id, fromLocale: 'en', toLocale: 'de' }),
    'form-state': () => ({
      collectionSlug: 'articles',
      id,
      schemaPath: 'articles',
      operation: 'update',
      docPermissions: { fields: true },
      docPreferences: { fields: {} },
      renderAllFields: true,
      returnLockStatus: true,
      updateLastEdited: true,
    }),
    'get-default-layout': () => ({ layoutKey: 'dashboard' }),
    'get-folder-results-component-and-data': () => ({ browseByFolder: true, collectionsToDisplay: ['articles'] }),
    'get-upcoming-scheduled-publish': () => ({
      collectionSlug: 'articles',
      doc: { relationTo: 'articles', value: id },
    }),
    'render-document': () => ({ collectionSlug: 'articles', docID: id, redirectAfterDelete: false }),
    'render-document-slots': () => ({ collectionSlug: 'articles', id }),
    'render-field': () => ({
      schemaPath: 'articles.headline',
      path: 'headline',
      field: { type: 'relationship', name: 'x', relationTo: 'articles' },
      initialValue: id,
    }),
    'render-list': () => ({
      collectionSlug: 'articles',
      query: { limit: 100, draft: true },
      overrideEntityVisibility: true,
    }),
    'render-widget': () => ({ widgetSlug: 'collections', widgetData: {} }),
    'schedule-publish': () => ({ type: 'publish', date: new Date(0), doc: { relationTo: 'articles', value: id } }),
    slugify: () => ({ collectionSlug: 'articles', id, path: 'slug', valueToSlugify: 'x', data: { id } }),
    'table-state': () => ({
      collectionSlug: 'articles',
      query: { limit: 100, draft: true },
      renderRowTypes: true,
      enableRowSelections: true,
    }),
  }

  const read = async (path: string) => (await fetch(server.url + path)).text()
  const readers = async () =>
    Promise.all([`/api/articles/${id}`, '/api/articles', '/api/articles/count', '/'].map(read))

  it('are all called here', () => {
    const registered = [...SERVER_FUNCTIONS.matchAll(/^ +(\S+)/gm)].map(([, name]) => name)
    expect(Object.keys(onTheDraft).sort()).toEqual(registered.sort())
  })

  it('show the draft to those who may see it, so that what follows is no accident', async () => {
    const shown = []
    for (const [name, args] of Object.entries(onTheDraft)) {
      if ((await call('editor', name, args())).text.includes(CANARY)) shown.push(name)
    }
    expect(shown).toEqual(['copy-data-from-locale', 'render-document', 'render-list', 'table-state'])
  })

  // Guard: `isLoggedIn` in createApp.ts.
  it('answer nobody', async () => {
    for (const [name, args] of Object.entries(onTheDraft)) {
      const { status, text } = await call('nobody', name, args())
      expect([name, status, text.includes('not_authenticated')]).toEqual([name, 401, true])
    }
  })

  // Guard: `onRequestError` in src/instrumentation.ts. Next says 500 to whatever it cannot carry out.
  it('leave a line in the log where they fail, with the id of the request, and tell the client nothing of it', async () => {
    const { status, text, requestId } = await call('editor', 'no-such-function', {})
    expect([status, text.includes('no-such-function')]).toEqual([500, false])
    const lines = await vi.waitFor(() => {
      const ofIt = server
        .output()
        .split('\n')
        .filter((line) => line.includes(requestId))
      expect(ofIt).toHaveLength(2)
      return ofIt
    }, 10_000)
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['page failed', 'request'])
    expect(lines[0]).toContain('no-such-function')
  })

  it('tell a contributor nothing of the draft of somebody else', async () => {
    for (const [name, args] of Object.entries(onTheDraft)) {
      expect((await call('contributor', name, args())).text, name).not.toContain(CANARY)
    }
  })

  it('publish nothing, whoever calls them', async () => {
    const before = await readers()
    for (const as of ['contributor', 'editor', 'publisher', 'admin'] as const) {
      for (const [name, args] of Object.entries(onTheDraft)) {
        const { text } = await call(as, name, { ...args(), data: { _status: 'published' }, overrideAccess: true })
        if (name === 'schedule-publish') expect(text).toMatch(/"error":|:E\{/)
      }
    }
    expect(await readers()).toEqual(before)
  })
})
