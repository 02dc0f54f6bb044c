import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { openBrowser } from '../helpers/browser.ts'
import { DATABASE, openStranger, type Running, type Stranger } from './openStranger.ts'

const PASSWORD = 'a password for tests'

type Who = 'writer' | 'reviewer' | 'editor'

type Answer = { readonly status: number; readonly body: Record<string, never> & Body }
type Body = {
  readonly docs: readonly Record<string, unknown>[]
  readonly doc: Record<string, unknown> & { readonly id: string | number }
  readonly token: string
  readonly digest: string
}

/** Made once and built: the tests go along it in their order. */
describe(`a stranger’s project on ${DATABASE}`, () => {
  let stranger: Stranger
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
    stranger = await openStranger()
  })

  afterAll(async () => {
    await browser.close()
    await (stranger as Stranger | undefined)?.remove()
  })

  it('has the packages of its own database and of no other', () => {
    const has = (name: string) => existsSync(path.join(stranger.folder, 'node_modules', name))
    expect(has('libsql')).toBe(DATABASE === 'sqlite')
    expect(has('@payloadcms/drizzle')).toBe(DATABASE !== 'mongodb')
    expect(has('pg')).toBe(DATABASE === 'postgres')
    expect(has('mongoose')).toBe(DATABASE === 'mongodb')
  })

  it.runIf(DATABASE === 'mongodb')('names the packages that SQL would take, and lacks them', () => {
    const hardening = path.join(stranger.folder, 'node_modules/payload-plugin-imprimatur/dist/hardening')
    const load = (file: string, name: string) =>
      spawnSync(
        process.execPath,
        ['-e', `import('${path.join(hardening, file)}').then((module) => module.${name}({ db: {} }))`],
        {
          encoding: 'utf8',
        },
      ).stderr
    expect(load('adapter/sqlParts.js', 'loadSqlParts')).toContain('@payloadcms/drizzle are needed')
    expect(load('sqlite/libsql.js', 'loadLibsql')).toContain('libsql are needed')
  })

  it('gets the components of the panel from the package', async () => {
    const map = await readFile(path.join(stranger.folder, 'src/app/(payload)/admin/importMap.js'), 'utf8')
    expect(map).toContain("from 'payload-plugin-imprimatur/client'")
    expect(map).toContain("from 'payload-plugin-imprimatur/rsc'")
  })

  describe('under next start', () => {
    let server: Running
    let writer: Page
    const token: Partial<Record<Who, string>> = {}
    const posts = async (): Promise<Body['docs']> => (await ask('GET', '/api/posts?depth=0')).body.docs

    beforeAll(async () => {
      server = await stranger.serve('start')
    })

    beforeEach((context) => {
      context.onTestFailed(() => {
        console.log(server.output().slice(-4_000))
      })
    })

    afterAll(async () => {
      await server.close()
    })

    async function ask(method: string, address: string, body?: unknown, as?: Who): Promise<Answer> {
      return send(server, method, address, body, as && token[as])
    }

    async function logIn(who: Who): Promise<void> {
      const login = { email: `${who}@example.org`, password: PASSWORD }
      token[who] = (await send(server, 'POST', '/api/users/login', login)).body.token
    }

    async function hire(who: Who, roles: readonly string[]): Promise<void> {
      const person = { email: `${who}@example.org`, password: PASSWORD, roles }
      expect((await ask('POST', '/api/users', person, 'writer')).status).toBe(201)
      await logIn(who)
    }

    async function move(id: string | number, transition: string, as: Who, more: object = {}) {
      const { digest } = (await ask('GET', `/api/posts/${String(id)}/transitions`, undefined, as)).body
      return ask('POST', `/api/posts/${String(id)}/transitions`, { transition, digest, ...more }, as)
    }

    it('takes the first user in the panel, and a second one from them', async () => {
      writer = await window(browser)
      await writer.goto(`${server.url}/admin`)
      await writer.getByLabel('Email').fill('writer@example.org')
      await writer.getByLabel('New Password').fill(PASSWORD)
      await writer.getByLabel('Confirm Password').fill(PASSWORD)
      await writer.getByRole('button', { name: 'Create' }).click()
      await writer.getByText('Review queue').first().waitFor()
      await logIn('writer')
      await hire('reviewer', ['reviewer'])
    })

    it('goes from draft to published in the panel, and readers see nothing before', async () => {
      await writer.goto(`${server.url}/admin/collections/posts/create`)
      await writer.locator('#field-title').fill('Signed off')
      await writer.locator('#field-slug').fill('signed-off')
      const text = writer.locator('[data-lexical-editor]')
      await text.click()
      await writer.keyboard.type('A text that two people have seen.')
      await writer.locator('#action-save-draft').click()
      await writer.waitForURL(/posts\/(?!create)/)
      const address = writer.url()
      await press(writer, 'Submit for review', 'In review')
      expect(await posts()).toEqual([])

      const reviewer = await window(browser)
      await reviewer.goto(`${server.url}/admin/login`)
      await reviewer.getByLabel('Email').fill('reviewer@example.org')
      await reviewer.getByLabel('Password').fill(PASSWORD)
      await reviewer.getByRole('button', { name: 'Login' }).click()
      await reviewer.getByRole('link', { name: /waits for a review/ }).click()
      await reviewer.getByRole('link', { name: 'Signed off' }).waitFor()
      await shoot(reviewer, 'plugin-queue')
      await reviewer.getByRole('link', { name: 'Signed off' }).click()
      await reviewer.getByText('A text that two people have seen.').waitFor()
      await reviewer.getByRole('button', { name: 'Sign off', exact: true }).click()
      await reviewer.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click()
      await reviewer.getByText('The piece is now at “Approved”.').waitFor()
      expect(await posts()).toEqual([])
      await shoot(reviewer, 'plugin-approved')

      await writer.goto(address)
      await press(writer, 'Publish', 'Published')
      const [post] = await posts()
      expect(post).toMatchObject({ title: 'Signed off', slug: 'signed-off' })
      expect(JSON.stringify(post?.content)).toContain('A text that two people have seen.')
    })

    it('goes the same way over REST with a picture, and back', async () => {
      const form = new FormData()
      form.set('_payload', JSON.stringify({ alt: 'A square' }))
      form.set('file', new File([new Uint8Array(await square())], 'square.png', { type: 'image/png' }))
      const media = (await ask('POST', '/api/media', form, 'writer')).body.doc
      const made = await ask('POST', '/api/posts', { title: 'Two', slug: 'two', picture: media.id }, 'writer')
      expect(made.status).toBe(201)
      const { id } = made.body.doc
      const isPublic = async () => (await ask('GET', `/api/posts/${String(id)}`)).status === 200

      expect((await move(id, 'submit', 'writer')).status).toBe(200)
      expect((await move(id, 'sign_off', 'writer')).status).toBe(422)
      expect((await move(id, 'publish', 'writer')).status).toBe(409)
      expect((await move(id, 'sign_off', 'reviewer')).status).toBe(200)
      expect(await isPublic()).toBe(false)
      expect((await move(id, 'publish', 'writer')).status).toBe(200)
      expect(await isPublic()).toBe(true)
      expect((await fetch(`${server.url}${String(media.url)}`)).status).toBe(200)

      expect((await move(id, 'withdraw', 'writer', { reason: 'It was wrong.' })).status).toBe(200)
      expect(await isPublic()).toBe(false)
    })

    it('publishes at the time that was set, in its own server', async () => {
      const made = await ask('POST', '/api/posts', { title: 'Three', slug: 'three' }, 'writer')
      const { id } = made.body.doc
      const status = async () => (await ask('GET', `/api/posts/${String(id)}`)).status
      await move(id, 'submit', 'writer')
      await move(id, 'sign_off', 'reviewer')
      const at = new Date(Date.now() + 20_000).toISOString()
      expect((await move(id, 'schedule', 'writer', { at })).status).toBe(200)
      expect(await status()).toBe(404)
      await expect.poll(status, { timeout: 120_000, interval: 500 }).toBe(200)
      expect((await move(id, 'withdraw', 'writer', { reason: 'It was a try.' })).status).toBe(200)
      expect(await status()).toBe(404)
    })

    it('answers with codes, and bounds what readers may ask', async () => {
      const codes = async (address: string) =>
        (await ask('GET', address)).body as unknown as { errors: { code: string }[] }
      expect((await codes('/api/posts?limit=0')).errors[0]?.code).toBe('invalid_value')
      expect((await codes('/api/posts?lmit=5')).errors[0]?.code).toBe('unknown_parameter')
      expect((await codes('/api/posts/none')).errors[0]?.code).toBe('not_found')
      const none = DATABASE === 'mongodb' ? '"0123456789abcdef01234567"' : '999999'
      const query = `{ docAccessPost(id: ${none}) { read { permission } } }`
      const { body } = await send(server, 'POST', '/api/graphql', { query })
      expect(JSON.stringify(body)).toContain('not_authenticated')
    })

    it('has ids as the database numbers them', async () => {
      const [post] = await posts()
      expect(typeof post?.id).toBe(DATABASE === 'mongodb' ? 'string' : 'number')
    })

    describe.each(['writer', 'editor'] as const)('leaves no way round to the %s', (who) => {
      let id: string
      let before: Body['docs']

      /** A published post with a newer draft, and one that is no more than a draft. */
      beforeAll(async () => {
        if (who === 'editor') await hire('editor', ['editor'])
        id = String((await posts())[0]?.id)
        await ask('PATCH', `/api/posts/${id}`, { title: 'Not seen by anybody else' }, 'writer')
        before = await posts()
        expect(before).toMatchObject([{ title: 'Signed off', _status: 'published' }])
      })

      const write = (data: object, query = '') => ask('PATCH', `/api/posts/${id}${query}`, data, who)
      const byQuery = (query: string) =>
        ask('POST', '/api/graphql', { query: query.replace('$id', idInGraphql(id)) }, who)
      const ways: Record<string, () => Promise<Answer>> = {
        'a plain write': () => write({ title: 'Changed' }),
        'a write that says published': () => write({ title: 'Changed', _status: 'published' }),
        'a write that says it is no draft': () => write({ title: 'Changed', _status: 'published' }, '?draft=false'),
        'an autosave': () => write({ title: 'Changed' }, '?autosave=true&draft=false'),
        'a write that says draft': () => write({ _status: 'draft' }),
        'a write in bulk': () => ask('PATCH', `/api/posts?where[id][equals]=${id}`, { title: 'Changed' }, who),
        'publishing in bulk': () => ask('PATCH', `/api/posts?where[id][equals]=${id}`, { _status: 'published' }, who),
        'a new post that is published': () =>
          ask('POST', '/api/posts', { title: 'New', slug: `new-${who}`, _status: 'published' }, who),
        'a copy': () => ask('POST', `/api/posts/${id}/duplicate?draft=false`, { slug: `copy-of-${who}` }, who),
        'a copy that says published': () => ask('POST', `/api/posts/${id}/duplicate`, { _status: 'published' }, who),
        'an older version': async () => {
          const versions = await ask('GET', `/api/posts/versions?where[parent][equals]=${id}&limit=100`, undefined, who)
          const draft = versions.body.docs.find(({ version }) => (version as { _status: string })._status === 'draft')
          return ask('POST', `/api/posts/versions/${String(draft?.id)}?draft=false`, {}, who)
        },
        'the trash': () => write({ deletedAt: '2026-01-01T00:00:00.000Z' }),
        'the trash in bulk': () =>
          ask('PATCH', `/api/posts?where[id][equals]=${id}`, { deletedAt: '2026-01-01T00:00:00.000Z' }, who),
        'a deletion': () => ask('DELETE', `/api/posts/${id}`, undefined, who),
        'a deletion in bulk': () => ask('DELETE', `/api/posts?where[id][equals]=${id}`, undefined, who),
        'a mutation': () =>
          byQuery('mutation { updatePost(id: $id, draft: false, data: { _status: published }) { id } }'),
        'a mutation that copies': () => byQuery('mutation { duplicatePost(id: $id, draft: false, data: {}) { id } }'),
        'a mutation that deletes': () => byQuery('mutation { deletePost(id: $id) { id } }'),
        'a job of Payload': () =>
          ask(
            'POST',
            '/api/payload-jobs',
            { task: 'schedulePublish', input: { type: 'publish', doc: { relationTo: 'posts', value: id } } },
            who,
          ),
        'a move without a sign-off': () => move(id, 'publish', who),
      }

      it.each(Object.keys(ways))('%s', async (way) => {
        const { status, body } = await (ways[way] as () => Promise<Answer>)()
        // It was understood, and by somebody who is logged in: nothing is proved by a request that never came so far.
        expect([200, 201, 400, 403, 404, 409], JSON.stringify(body)).toContain(status)
        if (status === 404) expect(way).toBe('a job of Payload')
        // Payload's answer to a write in bulk of which nothing could be done.
        if (status === 400) expect(JSON.stringify(body)).toContain('Withdraw it first')
        expect(await posts()).toEqual(before)
        expect((await ask('GET', `/api/posts/${id}?depth=0`)).body).toEqual(before[0])
      })
    })
  })

  it('goes on under next dev when a collection is edited', { timeout: 600_000 }, async () => {
    const server = await stranger.serve('dev')
    onTestFailed(() => {
      console.log(server.output().slice(-4_000))
    })
    const file = path.join(stranger.folder, 'src/collections/Posts.ts')
    const source = await readFile(file, 'utf8')
    try {
      const first = { email: 'writer@example.org', password: PASSWORD }
      const { token } = (await send(server, 'POST', '/api/users/first-register', first)).body
      const save = (data: object) => send(server, 'POST', '/api/posts?draft=true', data, token)
      expect((await save({ title: 'Before', slug: 'before' })).status).toBe(201)

      // Next tells Payload of edits once a page of the panel was asked for.
      expect((await fetch(`${server.url}/admin/login`)).status).toBe(200)
      await writeFile(file, source.replace('fields: [', "fields: [\n    { name: 'subtitle', type: 'text' },"))
      let count = 0
      const saved = async () => {
        count += 1
        const { status, body } = await save({ title: 'After', slug: `after-${String(count)}`, subtitle: 'New' })
        expect(status).toBe(201)
        return body.doc.subtitle
      }
      await expect.poll(saved, { timeout: 120_000, interval: 500 }).toBe('New')

      const past = { title: 'Past', slug: 'past', _status: 'published' }
      await save(past)
      expect((await send(server, 'GET', '/api/posts')).body.docs).toEqual([])
    } finally {
      await server.close()
      await writeFile(file, source)
    }
  })
})

async function send(server: Running, method: string, address: string, body?: unknown, token?: string): Promise<Answer> {
  const isForm = body instanceof FormData
  const response = await fetch(server.url + address, {
    method,
    headers: {
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

/** Numbers stand bare in a query, texts in quotation marks. */
function idInGraphql(id: string): string {
  return DATABASE === 'mongodb' ? JSON.stringify(id) : id
}

/** A picture of one colour. */
function square(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
}

async function window(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  page.setDefaultTimeout(60_000)
  return page
}

/** Makes a move, confirms it where it is asked about, and waits for the stage. */
async function press(page: Page, label: string, stage: string): Promise<void> {
  await page.locator('#action-move', { hasText: label }).click()
  if (label !== 'Submit for review') await page.getByRole('dialog').getByRole('button', { name: label }).click()
  await page.locator('.imp-stage', { hasText: stage }).first().waitFor()
}

/** For docs/images, when SCREENSHOTS names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
