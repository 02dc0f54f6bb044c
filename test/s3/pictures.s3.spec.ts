import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEnvironment } from '../../src/environment/index.ts'
import { picturesOf, storeFor } from '../../src/newsroom/media/index.ts'
import { sweepFiles } from '../../src/newsroom/media/pictureFiles.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { openS3, type OpenS3 } from '../helpers/openS3.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

type Picture = {
  readonly id: string
  readonly filename: string
  readonly url: string
  readonly sha256: string
  readonly sizes: Readonly<Record<string, { readonly filename: string }>>
  readonly srcset: Readonly<Record<string, { readonly webp: string }>>
}

describe('pictures in a bucket', () => {
  let s3: OpenS3
  let newsroom: TestNewsroom
  let desk: ReturnType<typeof pieces>
  const logged: string[] = []

  beforeAll(async () => {
    s3 = await openS3()
    newsroom = await openNewsroom({ env: s3.env, log: (line) => logged.push(line) })
    desk = pieces(newsroom)
  })

  afterAll(async () => {
    await newsroom.close()
    await s3.close()
    for (const name of Object.keys(s3.env)) Reflect.deleteProperty(process.env, name)
  })

  const draw = (colour: string, width = 400) =>
    sharp({ create: { width, height: 300, channels: 3, background: colour } })
      .png()
      .toBuffer()

  async function send(method: string, address: string, file: Buffer, data: object) {
    const form = new FormData()
    form.set('_payload', JSON.stringify(data))
    form.set('file', new File([new Uint8Array(file)], 'field.png', { type: 'image/png' }))
    const { body: session } = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor@imprimatur.example', password: 'a password for tests only' },
    })
    const headers = { authorization: `JWT ${String(session.token)}` }
    const response = await fetch(newsroom.url + address, { method, headers, body: form })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const upload = async (colour: string): Promise<Picture> => {
    const { status, body } = await send('POST', '/api/media', await draw(colour), { alt: 'A field.', credit: 'Nobody' })
    expect(status).toBe(201)
    return (body as { doc: Picture }).doc
  }
  const pathOf = (url: string) => new URL(url, newsroom.url).pathname
  const widthOf = ({ srcset }: Picture) => pathOf(srcset.card?.webp.split(' ')[0] ?? '')
  const filesOf = ({ filename, sizes }: Picture) =>
    [filename, ...Object.values(sizes).map((size) => size.filename)].map((name) => `news/${name}`).sort()

  it('are there before the row, with nothing left on this machine, and are served by the server alone', async () => {
    const picture = await upload('teal')
    expect(await s3.objects()).toEqual(filesOf(picture))
    expect(await readdir(String(process.env.UPLOADS_DIR))).toEqual([])
    const addresses = [pathOf(picture.url), widthOf(picture)]
    for (const address of addresses) expect((await newsroom.ask('HEAD', address)).status).toBe(404)
    const id = await desk.published('articles', await desk.anArticle({ leadImage: picture.id }))
    for (const address of addresses) {
      const whole = await fetch(newsroom.url + address)
      expect(whole.status).toBe(200)
      const bytes = Buffer.from(await whole.arrayBuffer())
      expect(await sharp(bytes).metadata()).toMatchObject({ width: address === addresses[0] ? 400 : 320 })
      const part = await fetch(newsroom.url + address, { headers: { range: 'bytes=-9' } })
      expect([part.status, part.headers.get('content-length')]).toEqual([206, '9'])
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-9))).toBe(true)
      expect(part.headers.get('etag')).toBe(whole.headers.get('etag'))
    }
    expect((await s3.objects()).filter((name) => name.startsWith(`news/.widths/${picture.sha256}/`))).toHaveLength(1)
    await desk.moved('articles', id, 'withdraw', 'publisher', { reason: 'Not needed.' })
    for (const address of addresses) expect((await newsroom.ask('HEAD', address)).status).toBe(404)
  })

  it('cannot be read from the bucket without its key, and no answer leads there', async () => {
    for (const name of await s3.objects())
      expect((await fetch(`${s3.endpoint}/pictures/${name}`)).status, name).toBeGreaterThanOrEqual(400)
    const picture = await upload('gold')
    const { host } = new URL(s3.endpoint)
    const answer = await newsroom.ask('GET', `/api/media/${picture.id}`, { as: 'editor' })
    expect(JSON.stringify([answer.body, ...answer.headers])).not.toContain(host)
    const file = await fetch(newsroom.url + widthOf(picture), { redirect: 'manual' })
    expect([file.status, JSON.stringify([...file.headers]).includes(host)]).toEqual([404, false])
  })

  it('go when they are replaced or deleted, and when a save is refused', async () => {
    const before = await s3.objects()
    const picture = await upload('navy')
    expect((await newsroom.ask('GET', widthOf(picture), { as: 'editor' })).status).toBe(200)
    const replaced = await send('PATCH', `/api/media/${picture.id}`, await draw('olive'), {})
    expect(replaced.status).toBe(200)
    const { doc } = replaced.body as { doc: Picture }
    expect(await s3.objects()).toEqual([...before, ...filesOf(doc)].sort())
    // Rendered anew from what is in the bucket.
    const focal = await newsroom.ask('PATCH', `/api/media/${picture.id}`, { as: 'editor', body: { focalX: 10 } })
    expect(focal.status).toBe(200)
    const refused = await send('POST', '/api/media', Buffer.from('no picture'), { alt: 'x' })
    expect(refused.status).toBe(400)
    expect((await newsroom.ask('DELETE', `/api/media/${picture.id}`, { as: 'editor' })).status).toBe(200)
    expect(await s3.objects()).toEqual(before)
  })

  it('of two documents with the same picture are files of each', async () => {
    const [one, other] = await Promise.all([upload('maroon'), upload('maroon')])
    expect(new Set([...filesOf(one), ...filesOf(other)]).size).toBe(18)
    expect((await newsroom.ask('DELETE', `/api/media/${one.id}`, { as: 'editor' })).status).toBe(200)
    expect(await s3.objects()).toEqual(expect.arrayContaining(filesOf(other)))
  })

  it('without a document are swept when they are a day old, and widths with them', async () => {
    const { store } = picturesOf(newsroom.payload)
    const folder = await mkdtemp(`${String(process.env.UPLOADS_DIR)}/left-`)
    const left = ['left-0123456789ab-card-01234567.webp', `.widths/${'a'.repeat(64)}/whole-320-00000000.webp`, 'README']
    for (const name of left) {
      await writeFile(`${folder}/file`, name)
      await store.put(`${folder}/file`, name)
    }
    const before = await s3.objects()
    expect(await sweepFiles(newsroom.payload, store, 'media', new Date())).toEqual([])
    const old = new Date(Date.now() - 25 * 3_600_000)
    for (const name of left) await utimes(s3.fileOf(`news/${name}`), old, old)
    expect(await sweepFiles(newsroom.payload, store, 'media', new Date())).toEqual([
      left[0],
      `.widths/${'a'.repeat(64)}`,
    ])
    expect(await s3.objects()).toEqual(before.filter((name) => !left.slice(0, 2).includes(name.slice('news/'.length))))
  })

  it('are 503 with a time to come again while the bucket is away; nothing is lost, and it is said in the log', async () => {
    const picture = await upload('purple')
    const { totalDocs } = await newsroom.payload.count({ collection: 'media', overrideAccess: true })
    await s3.stop()
    const read = await newsroom.ask('GET', pathOf(picture.url), { as: 'editor' })
    const sent = await send('POST', '/api/media', await draw('pink'), { alt: 'A field.' })
    for (const { status, headers, body } of [read, sent]) {
      expect([status, codesOf({ body } as never), headers.get('retry-after')]).toEqual([503, ['busy'], '30'])
      expect(body.errors[0].message).toBe('The store of pictures does not answer. Nothing was changed.')
    }
    expect(logged.join('\n')).toContain('ECONNREFUSED')
    expect((await newsroom.payload.count({ collection: 'media', overrideAccess: true })).totalDocs).toBe(totalDocs)
    await s3.start()
    expect((await newsroom.ask('HEAD', pathOf(picture.url), { as: 'editor' })).status).toBe(200)
  })

  it('stop the start with a sentence where the bucket cannot be written', async () => {
    const check = async (uri: string) => {
      const { uploadsBucket } = parseEnvironment({ UPLOADS_URI: uri }, '/')
      await (await storeFor('/none', uploadsBucket)).check()
    }
    await expect(check(String(s3.env.UPLOADS_URI))).resolves.toBeUndefined()
    await expect(check(`s3://nothing-here/news?endpoint=${s3.endpoint}`)).rejects.toThrow(
      /^The bucket at UPLOADS_URI \(s3:\/\/nothing-here\/news\/\) cannot be written: NoSuchBucket/,
    )
    await expect(check('s3://pictures/news?endpoint=http://127.0.0.1:9')).rejects.toMatchObject({
      name: 'EnvironmentError',
    })
  })
})
