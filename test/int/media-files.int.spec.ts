import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picturesOf } from '../../src/newsroom/media/index.ts'
import { sweepFiles } from '../../src/newsroom/media/pictureFiles.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

type Listed = { width: number; height: number; avif: string; webp: string }
type Picture = {
  readonly id: string
  readonly url: string
  readonly sha256: string
  readonly placeholder: string
  readonly sizes: Readonly<Record<string, { url: string }>>
  readonly srcset: Readonly<Record<'whole' | 'card' | 'og', Listed>>
}

let made = 0

/** Red on the left, blue on the right. */
async function upload(width: number, height: number, data: object = {}): Promise<Picture> {
  const half = { width: Math.round(width / 2), height, channels: 3 as const }
  const shade = 100 + (made++ % 100)
  const file = await sharp({ create: { width, height, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .composite([
      { input: { create: { ...half, background: { r: 0, g: 0, b: shade } } }, left: width - half.width, top: 0 },
    ])
    .png({ compressionLevel: 1 })
    .toBuffer()
  return newsroom.payload.create({
    collection: 'media',
    data: { alt: 'Two fields.', credit: 'Nobody', ...data },
    file: { data: file, mimetype: 'image/png', name: 'fields.png', size: file.length },
    overrideAccess: true,
  }) as unknown as Promise<Picture>
}

const pathOf = (url: string) => new URL(url, newsroom.url).pathname
const listed = (srcset: string) =>
  srcset.split(', ').map((each) => {
    const [url = '', width = ''] = each.split(' ')
    return { path: pathOf(url), width: Number(width.replace('w', '')) }
  })
const first = (srcset: string) => listed(srcset)[0]?.path ?? ''
const all = ({ srcset }: Picture) =>
  Object.values(srcset).flatMap(({ avif, webp }) => [...listed(avif), ...listed(webp)].map((each) => each.path))

async function get(address: string, { as, ...headers }: { as?: Staff } & Record<string, string> = {}) {
  const { status, headers: given } = await newsroom.ask('HEAD', address, { ...(as ? { as } : {}), headers })
  return { status, headers: given }
}
const statusOf = async (address: string, as?: Staff) => (await get(address, as ? { as } : {})).status
const bytesOf = async (address: string) => Buffer.from(await (await fetch(newsroom.url + address)).arrayBuffer())

const widthsKept = async () =>
  readdir(path.join(String(process.env.UPLOADS_DIR), '.widths'), { recursive: true }).catch(() => [])

async function shownBy(picture: Picture): Promise<string> {
  return desk.published('articles', await desk.anArticle({ leadImage: picture.id }))
}

describe('what a document says of its picture', () => {
  it('has each cut in its widths, wherever the picture is read', async () => {
    const picture = await upload(1000, 700)
    const article = await desk.anArticle({ leadImage: picture.id })
    await desk.published('articles', article)
    const { body } = await newsroom.ask('GET', `/api/media/${picture.id}`)
    const { srcset } = body as Picture
    expect(Object.entries(srcset).map(([cut, { width, height }]) => [cut, width, height])).toEqual([
      ['whole', 1000, 700],
      ['card', 1000, 563],
      ['og', 1000, 525],
    ])
    expect(listed(srcset.card.webp).map(({ width }) => width)).toEqual([320, 480, 640, 960, 1000])
    expect(body.placeholder).toMatch(/^data:image\/webp;base64,/)
    const few = Buffer.from(String(body.placeholder).split(',')[1] ?? '', 'base64')
    expect(few.length).toBeLessThan(400)
    expect(await sharp(few).metadata()).toMatchObject({ width: 20, height: 14, format: 'webp' })

    const inArticle = await newsroom.ask('GET', `/api/articles/${article}?depth=1`)
    expect(inArticle.body.leadImage).toMatchObject({ srcset, placeholder: body.placeholder })
    const selected = await newsroom.ask('GET', `/api/articles/${article}?depth=1&populate[media][srcset]=true`)
    expect(selected.body.leadImage.srcset).toEqual(srcset)
    expect(selected.body.leadImage.placeholder).toBeUndefined()
    const one = await newsroom.ask('GET', `/api/media/${picture.id}?select[srcset][card]=true`)
    expect(one.body.srcset).toEqual({ card: srcset.card })
    const { body: graphql } = await newsroom.graphql(
      `{ Article(id: "${article}") { leadImage { placeholder srcset { whole { width height avif webp } card { webp } } } } }`,
    )
    expect(graphql.data.Article.leadImage).toEqual({
      placeholder: body.placeholder,
      srcset: { whole: srcset.whole, card: { webp: srcset.card.webp } },
    })
    const pictureOfCard = 'leadImage { alt placeholder srcset { card { width height avif webp } } }'
    const cards = await newsroom.graphql(
      `{ Articles(limit: 100) { docs { headline slug excerpt ${pictureOfCard} credits { author { displayName slug } } topics { name slug } } } }`,
    )
    expect(cards.body.errors).toBeUndefined()
  })

  it('has figures of a text in every width, in HTML', async () => {
    const picture = await upload(700, 500)
    const body = aText('Something to read.')
    body.root.children.push({
      type: 'block',
      version: 2,
      format: '',
      fields: { id: '0123456789abcdef01234567', blockName: '', blockType: 'figure', image: picture.id },
    } as never)
    const id = await desk.published('articles', await desk.anArticle({ body }))
    const { body: read } = await newsroom.ask('GET', `/api/articles/${id}?body=html`)
    expect(read.body).toContain(`srcset="${picture.srcset.whole.avif}"`)
    expect(read.body).toContain(`srcset="${picture.srcset.whole.webp}"`)
    expect(read.body).toMatch(/width="700" height="500"/)
  })

  it('cannot be filtered by, and not be written', async () => {
    const picture = await upload(400, 300)
    const filtered = await newsroom.ask('GET', '/api/media?where[srcset.whole.width][equals]=1', { as: 'editor' })
    expect([filtered.status, codesOf(filtered)]).toEqual([400, ['field_not_queryable']])
    const body = {
      srcset: { whole: { avif: 'https://elsewhere.invalid/a.avif 1w' } },
      placeholder: 'x',
      caption: 'New.',
    }
    const { status, body: written } = await newsroom.ask('PATCH', `/api/media/${picture.id}`, { as: 'editor', body })
    expect(status).toBe(200)
    expect(written.doc).toMatchObject({
      caption: 'New.',
      srcset: picture.srcset,
      placeholder: picture.placeholder,
      sha256: picture.sha256,
    })
  })
})

describe('a width', () => {
  it('is made when it is first asked for, in its size and format', async () => {
    const picture = await upload(700, 400)
    await shownBy(picture)
    const before = await widthsKept()
    for (const [cut, { avif, webp }] of Object.entries(picture.srcset))
      for (const [srcset, type] of [
        [avif, 'image/avif'],
        [webp, 'image/webp'],
      ] as const)
        for (const { path: address, width } of listed(srcset)) {
          const response = await fetch(newsroom.url + address)
          expect([address, response.status, response.headers.get('content-type')]).toEqual([address, 200, type])
          const { width: has, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
          expect(has).toBe(width)
          expect(Math.abs(height - width / { whole: 7 / 4, card: 16 / 9, og: 1200 / 630 }[cut as 'card'])).toBeLessThan(
            1,
          )
        }
    // 320, 480, 640, 700 of each of three cuts in two formats, and the folder of the picture.
    expect((await widthsKept()).length).toBe(before.length + 3 * 4 * 2 + 1)
    expect((await readdir(String(process.env.UPLOADS_DIR))).filter((name) => name.startsWith('.making-'))).toEqual([])
  })

  it('is cut around the focal point, and has another address when that moves', async () => {
    const picture = await upload(1600, 300, { focalX: 10, focalY: 50 })
    const colour = async (srcset: string) => {
      const { data } = await sharp(await bytesOf(first(srcset)))
        .extract({ left: 160, top: 90, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true })
      return (data[0] ?? 0) > (data[2] ?? 0) ? 'red' : 'blue'
    }
    const moved = await newsroom.ask('PATCH', `/api/media/${picture.id}`, { as: 'editor', body: { focalX: 90 } })
    const { srcset } = moved.body.doc as Picture
    expect(srcset.whole).toEqual(picture.srcset.whole)
    expect(srcset.card.webp).not.toBe(picture.srcset.card.webp)
    await shownBy(picture)
    expect(await statusOf(first(picture.srcset.card.webp))).toBe(404)
    expect(await colour(srcset.card.webp)).toBe('blue')

    const left = await upload(1600, 300, { focalX: 10, focalY: 50 })
    await shownBy(left)
    expect(await colour(left.srcset.card.webp)).toBe('red')
  })

  it('that is not in the list is not made', async () => {
    const picture = await upload(700, 500)
    await shownBy(picture)
    const before = await widthsKept()
    const [, second = { path: '' }] = listed(picture.srcset.card.webp)
    const address = second.path
    const folder = address.slice(0, address.lastIndexOf('/'))
    for (const other of [
      address.replace('-480-', '-481-'),
      address.replace('-480-', '-1280-'),
      address.replace('.webp', '.jpg'),
      address.replace('card', 'square'),
      address.replace(/-[0-9a-f]{8}\.webp/, '-00000000.webp'),
      `${folder}/..%2f..%2fsecret`,
      `${folder}x/${address.slice(address.lastIndexOf('/') + 1)}`,
    ]) {
      const answer = await newsroom.ask('GET', other)
      expect([other, answer.status, codesOf(answer)]).toEqual([other, 404, ['not_found']])
    }
    expect(await widthsKept()).toEqual(before)
    expect(await statusOf(address)).toBe(200)
  })
})

describe('a file', () => {
  it('is kept by browsers, and asked for again by caches that many share', async () => {
    const picture = await upload(700, 500)
    await shownBy(picture)
    for (const address of [picture.url, String(picture.sizes.cardAvif?.url), first(picture.srcset.og.avif)].map(
      pathOf,
    )) {
      const { status, headers } = await get(address)
      expect([address, status]).toEqual([address, 200])
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, s-maxage=1, immutable')
      expect(headers.get('surrogate-key')).toBe(`media:${picture.id}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const bytes = await bytesOf(address)
      expect(headers.get('content-length')).toBe(String(bytes.length))
      const etag = String(headers.get('etag'))
      expect((await get(address, { 'if-none-match': etag })).status).toBe(304)
      expect((await get(address, { range: 'bytes=0-3' })).status).toBe(200)
      const other = await newsroom.ask('GET', address, { headers: { 'if-match': '"other"' } })
      expect([other.status, codesOf(other)]).toEqual([412, ['precondition_failed']])

      const part = await fetch(newsroom.url + address, { headers: { range: 'bytes=-20', 'if-range': etag } })
      expect([part.status, part.headers.get('content-range')]).toEqual([
        206,
        `bytes ${String(bytes.length - 20)}-${String(bytes.length - 1)}/${String(bytes.length)}`,
      ])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-20))).toBe(true)
      const past = await newsroom.ask('GET', address, { headers: { range: `bytes=${String(bytes.length)}-` } })
      expect([past.status, codesOf(past), past.headers.get('content-range')]).toEqual([
        416,
        ['range_not_satisfiable'],
        `bytes */${String(bytes.length)}`,
      ])
      expect(past.headers.get('cache-control')).toBe('no-store')
      const staff = await get(address, { as: 'contributor' })
      expect(staff.headers.get('cache-control')).toBe('private, no-store')
    }
  })

  it('is readers’ from the publication on and until the withdrawal, each width too, at once', async () => {
    const picture = await upload(500, 400)
    const addresses = [picture.url, String(picture.sizes.card?.url), ...all(picture)].map(pathOf)
    const statuses = async (as?: Staff) => [...new Set(await Promise.all(addresses.map((each) => statusOf(each, as))))]
    expect(await statuses()).toEqual([404])
    expect((await widthsKept()).filter((name) => name.includes(picture.sha256))).toEqual([])
    const id = await desk.anArticle({ leadImage: picture.id })
    await desk.moved('articles', id, 'submit', 'editor')
    expect(await statuses()).toEqual([404])
    expect(await statuses('contributor')).toEqual([200])
    expect(await statuses()).toEqual([404])
    await desk.moved('articles', id, 'sign_off', 'reviewer')
    await desk.moved('articles', id, 'publish', 'publisher')
    expect(await statuses()).toEqual([200])
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'Not needed.' })
    expect(await statuses()).toEqual([404])
    const etag = String((await get(addresses[0] ?? '', { as: 'editor' })).headers.get('etag'))
    expect((await get(addresses[0] ?? '', { 'if-none-match': etag })).status).toBe(404)
  })

  it('of a hidden document is hidden, though a public one has the same bytes', async () => {
    const data = await sharp({ create: { width: 330, height: 330, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
    const file = () => ({ data, mimetype: 'image/png', name: 'same.png', size: data.length })
    const create = () =>
      newsroom.payload.create({
        collection: 'media',
        data: { alt: 'The same.', credit: 'Nobody' },
        file: file(),
        overrideAccess: true,
      }) as unknown as Promise<Picture>
    const [shown, hidden] = [await create(), await create()]
    expect(shown.sha256).toBe(hidden.sha256)
    await shownBy(shown)
    expect(await statusOf(first(shown.srcset.whole.webp))).toBe(200)
    expect(await statusOf(first(hidden.srcset.whole.webp))).toBe(404)
    expect(await statusOf(first(hidden.srcset.whole.webp), 'editor')).toBe(200)
    expect((await widthsKept()).filter((name) => name.startsWith(`${shown.sha256}/`))).toHaveLength(1)
  })

  it('that no document has, and one whose bytes are gone, are not found', async () => {
    const picture = await upload(60, 60)
    await rm(path.join(String(process.env.UPLOADS_DIR), path.basename(picture.url)))
    expect(await statusOf(pathOf(picture.url), 'admin')).toBe(404)
    expect(await statusOf(first(picture.srcset.whole.webp), 'admin')).toBe(404)
    expect(await statusOf('/api/media/file/none-0123456789ab.png', 'admin')).toBe(404)
    expect(await statusOf('/api/media/file/none-0123456789ab/whole-320-00000000.webp', 'admin')).toBe(404)
    expect(await statusOf('/api/media/file/..%2f..%2fdata%2fsecret', 'admin')).toBe(404)
  })
})

describe('widths that are asked for', () => {
  it('by many at once are made once', async () => {
    const picture = await upload(600, 600)
    await shownBy(picture)
    const address = listed(picture.srcset.whole.avif)[1]?.path ?? ''
    // More than may wait for a turn.
    const answers = await Promise.all(Array.from({ length: 150 }, () => statusOf(address)))
    expect([...new Set(answers)]).toEqual([200])
  })

  it('in a flood hold up neither uploads nor saves, and who comes too late is told when to come again', async () => {
    const article = await desk.anArticle()
    const flooding = []
    for (let at = 0; at < 6; at++) flooding.push(...all(await upload(2400, 300)))
    expect(flooding.length).toBeGreaterThan(130)
    let answered = 0
    const asking = Promise.all(
      flooding.map(async (address) => {
        const answer = await get(address, { as: 'editor' })
        answered++
        return answer
      }),
    )
    const [picture, saved] = await Promise.all([
      upload(50, 40),
      newsroom.ask('PATCH', `/api/articles/${article}`, { as: 'editor', body: { kicker: 'Meanwhile' } }),
    ])
    expect(picture.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(saved.status).toBe(200)
    expect(answered).toBeLessThan(flooding.length)
    const answers = await asking
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    for (const { status, headers } of refused) expect([status, headers.get('retry-after')]).toEqual([503, '30'])
  })
})

describe('widths', () => {
  const DAY = 24 * 3_600_000
  it('go with their picture, and are swept where one was left behind', async () => {
    const folder = path.join(String(process.env.UPLOADS_DIR), '.widths')
    const [gone, kept] = [await upload(400, 200), await upload(400, 210)]
    for (const each of [gone, kept]) expect(await statusOf(first(each.srcset.whole.webp), 'editor')).toBe(200)
    expect((await newsroom.ask('DELETE', `/api/media/${gone.id}`, { as: 'editor' })).status).toBe(200)
    expect(await readdir(folder)).not.toContain(gone.sha256)
    expect(await readdir(folder)).toContain(kept.sha256)

    const orphan = 'a'.repeat(64)
    await mkdir(path.join(folder, orphan))
    await writeFile(path.join(folder, orphan, 'whole-320-00000000.webp'), 'x')
    expect(await sweepFiles(newsroom.payload, picturesOf(newsroom.payload).store, 'media', new Date())).toEqual([])
    const swept = await sweepFiles(
      newsroom.payload,
      picturesOf(newsroom.payload).store,
      'media',
      new Date(Date.now() + DAY + 60_000),
    )
    expect(swept).toEqual([path.join('.widths', orphan)])
    expect(await readdir(folder)).toContain(kept.sha256)
  })
})
