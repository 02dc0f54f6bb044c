import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebhookSender } from '../../src/webhooks/index.ts'
import { openFrontEnd, type FrontEnd } from '../helpers/frontEnd.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, pieces } from '../helpers/pieces.ts'

/** The recipes of docs/front-ends.md, run as they stand there, in a project that has the client and nothing of this repository. */

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
let frontEnd: FrontEnd
let author: string
let world: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  const page = await readFile('docs/front-ends.md', 'utf8')
  const blocks = [...page.matchAll(/^```js\n(\/\/ ([\w.]+)\n[^]*?)^```$/gm)].map(([, code = '', name = '']) => [
    name,
    code,
  ])
  frontEnd = await openFrontEnd(Object.fromEntries(blocks), ['@urql/core', '@0no-co/graphql.web', 'wonka', 'graphql'])
  author = await desk.publicAuthor()
  const answer = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'World' } })
  world = String(answer.body.doc.id)
})
afterAll(async () => {
  await frontEnd.remove()
  await newsroom.close()
})

/** What an exported function of a recipe returns. */
const call = (file: string, name: string, ...args: readonly unknown[]) =>
  frontEnd.print(
    `import { ${name} } from './${file}'
     console.log(JSON.stringify(await ${name}(...${JSON.stringify(args)})))`,
    { NEWSROOM: newsroom.url },
  )
const published = async (slug: string, more: object = {}) =>
  desk.published('articles', await desk.anArticle({ slug, headline: `At ${slug}`, section: world, ...more }))

describe('the recipe', () => {
  let id: string
  beforeAll(async () => {
    id = await published('harbour', { body: aText('Ships & boats.') })
  })

  it('of the first page', async () => {
    expect(await call('first.mjs', 'latest')).toEqual([{ headline: 'At harbour', href: '/world/harbour' }])
  })

  it('of the newest of each section', async () => {
    expect(await call('sections.mjs', 'newestOfEach', newsroom.url)).toEqual({
      world: [{ headline: 'At harbour', slug: 'harbour' }],
    })
  })

  it('of everything of a page', async () => {
    expect(await call('page.mjs', 'page', newsroom.url, 'harbour')).toMatchObject({
      article: {
        headline: 'At harbour',
        bodyAs: '<p>Ships &amp; boats.</p>',
        credits: [{ role: 'author', author: { biographyAs: '<p>A life.</p>' } }],
        section: { slug: 'world' },
      },
      rail: [],
    })
    const rest = `/api/articles/${id}?populate[authors][biography]=true&populate[authors][displayName]=true`
    const { body } = await newsroom.ask('GET', rest)
    expect(body.credits[0].author).toMatchObject({ id: author, biography: { root: {} } })
  })

  it('of urql', async () => {
    expect(await call('urql.mjs', 'headlines', newsroom.url)).toEqual(['At harbour'])
  })

  it('of a list that one walks through', async () => {
    const code = `
      import { articles } from './walk.mjs'
      const seen = []
      for await (const { slug } of articles(process.env.NEWSROOM)) seen.push(slug)
      console.log(JSON.stringify(seen))`
    expect(await frontEnd.print(code, { NEWSROOM: newsroom.url })).toEqual(['harbour'])
  })

  it('of an address, whatever stands there', async () => {
    expect(await call('address.mjs', 'answer', 'harbour')).toEqual({
      status: 200,
      html: '<h1>At harbour</h1><p>Ships &amp; boats.</p>',
    })
    await desk.save('articles', id, { slug: 'port' })
    await desk.published('articles', id)
    expect(await call('address.mjs', 'answer', 'harbour')).toEqual({ status: 308, location: '/articles/port' })
    await desk.moved('articles', id, 'retract', 'publisher', { notice: 'There was no <harbour>.' })
    expect(await call('address.mjs', 'answer', 'port')).toEqual({
      status: 410,
      html: '<h1>Retracted</h1><p>There was no &#60;harbour&#62;.</p>',
    })
    expect(await call('address.mjs', 'answer', 'nothing')).toMatchObject({ status: 404 })
  })

  it('of a build, first and again', async () => {
    const code = `
      import { build } from './build.mjs'
      const told = []
      const note = (what) => (change) => void told.push([what, change?.slug ?? null])
      await build({ put: note('put'), remove: note('remove'), clear: note('clear') })
      console.log(JSON.stringify(told))`
    const builds = () => frontEnd.print(code, { NEWSROOM: newsroom.url })
    const first = (await builds()) as [string, string][]
    expect(first.length).toBeGreaterThan(0)
    expect(first.every(([what]) => what === 'put')).toBe(true)
    expect(await builds()).toEqual([])
    const later = await published('quay')
    await desk.moved('articles', later, 'withdraw', 'publisher', { reason: 'A complaint.' })
    await published('bridge')
    expect(await builds()).toEqual([
      ['remove', 'quay'],
      ['put', 'bridge'],
    ])
  })

  it('of a hook: builds for a message that was signed, and for no other', async () => {
    const free = createServer()
    free.listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port } = free.address() as AddressInfo
    free.close()
    const admin = (address: string, body: object) => newsroom.ask('POST', address, { as: 'admin', body })
    const made = await admin('/api/webhooks', { name: 'Site', url: `http://127.0.0.1:${String(port)}/hook` })
    const hook = String(made.body.doc.id)
    const { secret } = (await admin(`/api/webhooks/${hook}/secret`, {})).body as { secret: string }
    // Ends when it has built, with what it was asked and how often it built.
    const code = `
      import { listenForChanges } from './hook.mjs'
      const server = listenForChanges(process.env.SECRET, async () => {
        server.close()
        console.log(JSON.stringify({ forged: forged.status }))
      })
      let forged
      server.listen(${String(port)}, '127.0.0.1', async () => {
        forged = await fetch('http://127.0.0.1:${String(port)}/hook', { method: 'POST', body: '{}' })
        await fetch(process.env.READY)
      })`
    let ready = (): void => undefined
    const isReady = new Promise<void>((resolve) => (ready = resolve))
    const gate = createServer((_, res) => {
      res.end()
      ready()
    })
    gate.listen(0, '127.0.0.1')
    await once(gate, 'listening')
    const READY = `http://127.0.0.1:${String((gate.address() as AddressInfo).port)}`
    const listening = frontEnd.print(code, { NEWSROOM: newsroom.url, SECRET: secret, READY })
    await isReady
    gate.close()
    expect((await admin(`/api/webhooks/${hook}/test`, {})).status).toBe(202)
    await new WebhookSender(newsroom.payload, { allowInternal: true }).round()
    expect(await listening).toEqual({ forged: 401 })
  })
})
