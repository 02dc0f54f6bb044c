import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textToLexical } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture, type Picture } from '../helpers/pictures.ts'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(async () => {
  await newsroom.close()
})

const ofColour = (colour: string) => aPicture(newsroom, { name: `${colour}.png`, colour, alt: `A ${colour} field.` })

async function move(as: Staff, collection: string, id: string, transition: string, more: object = {}): Promise<void> {
  const { body: seen } = await newsroom.ask('GET', `/api/${collection}/${id}/transitions`, { as })
  const digest = (seen as { digest: string }).digest
  const { status, body } = await newsroom.ask('POST', `/api/${collection}/${id}/transitions`, {
    as,
    body: { transition, digest, ...more },
  })
  expect(status, JSON.stringify(body)).toBe(200)
}

async function make(collection: string, body: object): Promise<string> {
  const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return (answer.body as { doc: { id: string } }).doc.id
}

async function goesPublic(collection: string, id: string): Promise<void> {
  await move('editor', collection, id, 'submit')
  await move('reviewer', collection, id, 'sign_off')
  await move('publisher', collection, id, 'publish')
}

const path = (url: string) => new URL(url, newsroom.url).pathname
const statuses = async (picture: Picture, as?: Staff) => {
  const addresses = [`/api/media/${picture.id}`, path(picture.url), path(picture.sizes.cardAvif?.url ?? '')]
  return Promise.all(addresses.map(async (address) => (await newsroom.ask('GET', address, as ? { as } : {})).status))
}

describe('a picture', () => {
  it('is readers’ while a public piece shows it, with all its files, and cannot be changed under them', async () => {
    const [lead, figure, unused] = [await ofColour('red'), await ofColour('green'), await ofColour('blue')]
    const author = await make('authors', {
      displayName: 'Ana Silva',
      biography: textToLexical(['Ana Silva writes.']),
      shortBio: 'She writes.',
    })
    await goesPublic('authors', author)
    const body = textToLexical(['Something to read.']) as unknown as { root: { children: object[] } }
    body.root.children.push({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: '0123456789abcdef01234567', blockName: '', blockType: 'figure', image: figure.id },
    })
    const article = await make('articles', {
      headline: 'Two pictures',
      body,
      leadImage: lead.id,
      credits: [{ author }],
    })

    expect(await statuses(lead, 'contributor')).toEqual([200, 200, 200])
    for (const picture of [lead, figure, unused])
      expect((await statuses(picture)).every((status) => status >= 400)).toBe(true)

    await goesPublic('articles', article)
    expect(await statuses(lead)).toEqual([200, 200, 200])
    expect(await statuses(figure)).toEqual([200, 200, 200])
    expect((await statuses(unused)).every((status) => status >= 400)).toBe(true)

    const bytes = async () =>
      Buffer.from(await (await fetch(new URL(path(lead.url), newsroom.url))).arrayBuffer()).toString('base64')
    const before = await bytes()
    const changed = await newsroom.ask('PATCH', `/api/media/${lead.id}`, {
      as: 'editor',
      body: { alt: 'Something else.' },
    })
    expect(changed.status).toBe(409)
    const data = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'black' } })
      .png()
      .toBuffer()
    const replaced = newsroom.payload.update({
      collection: 'media',
      id: lead.id,
      data: {},
      file: { data, mimetype: 'image/png', name: 'other.png', size: data.length },
      overrideAccess: true,
    })
    await expect(replaced).rejects.toMatchObject({ status: 409 })
    expect(await statuses(lead)).toEqual([200, 200, 200])
    expect(await bytes()).toBe(before)

    await move('publisher', 'articles', article, 'withdraw', { reason: 'Not needed any more.' })
    for (const picture of [lead, figure]) expect((await statuses(picture)).every((status) => status >= 400)).toBe(true)
  })
})
