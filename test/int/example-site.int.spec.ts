import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebhookSender } from '../../src/webhooks/index.ts'
import { freePort } from '../helpers/freePort.ts'
import { openFrontEnd, type FrontEnd } from '../helpers/frontEnd.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'

/** examples/static-site as somebody runs it who has copied it: built, served, and built anew. */

const EXAMPLE = path.resolve(import.meta.dirname, '../../examples/static-site')
let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let site: FrontEnd
let url: string
const children: ChildProcess[] = []

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  const files = (await readdir(EXAMPLE)).filter((name) => name.endsWith('.mjs'))
  const texts = await Promise.all(
    files.map(async (name) => [name, await readFile(path.join(EXAMPLE, name), 'utf8')] as const),
  )
  site = await openFrontEnd(Object.fromEntries(texts))
  const port = String(await freePort())
  const { next } = run(['serve.mjs'], { PORT: port })
  url = (await next(/^http/)).replace(/\/$/, '')
})
afterAll(async () => {
  for (const child of children) child.kill()
  await site.remove()
  await newsroom.close()
})

/** Starts one of the programs; `next` waits for a line that it prints. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: site.folder,
    env: { PATH: process.env.PATH, NEWSROOM: newsroom.url, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (like: RegExp): Promise<string> => {
    for (;;) {
      const { done, value } = (await lines.next()) as IteratorResult<string, undefined>
      if (done === true) throw new Error('It ended.')
      if (like.test(value)) return value
    }
  }
  return { child, next, ended: once(child, 'exit') }
}

async function build(): Promise<string> {
  const { ended, next } = run(['build.mjs'])
  const line = await next(/^built/)
  expect((await ended)[0]).toBe(0)
  return line
}
const page = async (address: string) => {
  const response = await fetch(url + address, { redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}
const published = async (slug: string, more: object = {}) =>
  desk.published('articles', await desk.anArticle({ slug, headline: `At ${slug}`, ...more }))
const revised = async (id: string, change: object) => {
  await desk.save('articles', id, change)
  await desk.published('articles', id)
}

describe('the site', () => {
  let harbour: string

  it('shows each public piece, and the same body that the newsroom answers', async () => {
    harbour = await published('harbour', { headline: 'Ships & <boats>', body: aText('A & B.') })
    await desk.anArticle({ slug: 'secret-plan' })
    expect(await build()).toBe('built 2 changes')
    const { status, text } = await page('/articles/harbour')
    const { body } = await newsroom.ask('GET', `/api/articles/${harbour}?body=html`)
    expect(status).toBe(200)
    expect(text).toContain(body.body as string)
    expect(text).toContain('<h1>Ships &#38; &#60;boats&#62;</h1>')
    expect((await page('/')).text).toContain('href="/articles/harbour"')
    const author = await newsroom.ask('GET', `/api/authors/${await desk.publicAuthor()}`)
    expect((await page(`/authors/${String(author.body.slug)}`)).text).toContain('href="/articles/harbour"')
    expect((await page('/articles/secret-plan')).status).toBe(404)
    expect(await build()).toBe('built 0 changes')
  })

  it('shows corrections, and leads from where a piece was to where it is', async () => {
    const corrections = [
      { kind: 'correction', at: '2026-11-20T09:00:00.000Z', text: 'It was two ships.' },
      { kind: 'clarification', at: '2026-11-22T09:00:00.000Z', text: 'They were <large>.' },
    ]
    await revised(harbour, { slug: 'port', corrections })
    await build()
    expect(await page('/articles/harbour')).toMatchObject({ status: 308, location: '/articles/port' })
    const { text } = await page('/articles/port')
    const [later, earlier] = [text.indexOf('They were &#60;large&#62;.'), text.indexOf('It was two ships.')]
    expect([later > 0, earlier > later]).toEqual([true, true])
  })

  it('makes anew what shows a person who has another name', async () => {
    const author = await desk.publicAuthor()
    await desk.save('authors', author, { displayName: 'Another Name' })
    await desk.published('authors', author)
    await build()
    expect((await page('/articles/port')).text).toContain('>Another Name</a>')
  })

  it('has the notice at each address of what was retracted, and nothing of what was withdrawn', async () => {
    const goes = await published('quay')
    await build()
    await desk.moved('articles', goes, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await desk.moved('articles', harbour, 'retract', 'publisher', { notice: 'There were no <ships>.' })
    await build()
    for (const address of ['/articles/harbour', '/articles/port']) {
      const { status, text } = await page(address)
      expect([status, text.includes('There were no &#60;ships&#62;.'), text.includes('A &amp; B.')]).toEqual([
        410,
        true,
        false,
      ])
    }
    expect((await page('/articles/quay')).status).toBe(404)
    expect((await page('/')).text).not.toContain('/articles/')
  })

  it('builds anew as it is told: by following, and by a message that was signed', async () => {
    const following = run(['build.mjs', '--follow'])
    await published('bridge')
    await following.next(/^built up to/)
    // A step is applied before it is told of.
    expect((await page('/articles/bridge')).status).toBe(200)
    following.child.kill()
    await following.ended

    const port = String(await freePort())
    const admin = (address: string, body: object) => newsroom.ask('POST', address, { as: 'admin', body })
    const made = await admin('/api/webhooks', { name: 'Site', url: `http://127.0.0.1:${port}/` })
    const id = String(made.body.doc.id)
    const { publicKey } = (await admin(`/api/webhooks/${id}/secret`, { kind: 'ed25519' })).body as { publicKey: string }
    const hook = run(['build.mjs', '--hook'], { PORT: port, WEBHOOK_SECRET: publicKey })
    await hook.next(/^waits/)
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })).status).toBe(401)
    await published('lock')
    await new WebhookSender(newsroom.payload, { allowInternal: true }).round()
    await hook.next(/^built 1 changes/)
    expect((await page('/articles/lock')).status).toBe(200)
  })

  it('ends as one that was built from nothing', async () => {
    const own = await readdir(path.join(site.folder, 'out'), { recursive: true })
    const anew = run(['build.mjs'], { OUT: 'anew', STATE: 'anew.json' })
    await anew.ended
    const listed = await readdir(path.join(site.folder, 'anew'), { recursive: true })
    for (const file of listed.filter((name) => name.endsWith('.html')))
      expect(await readFile(path.join(site.folder, 'out', file), 'utf8'), file).toBe(
        await readFile(path.join(site.folder, 'anew', file), 'utf8'),
      )
    // What one that was there before has beside it: the notice of what it had shown.
    expect(own.filter((name) => name.endsWith('.html') && !listed.includes(name))).toEqual(['articles/port/index.html'])
  })
})
