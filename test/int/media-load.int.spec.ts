import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picturesOf } from '../../src/newsroom/media/index.ts'
import { sweepFiles } from '../../src/newsroom/media/pictureFiles.ts'
import { aBarrierGate, type BarrierGate } from '../helpers/barrierGate.ts'
import { onServer, openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture, MOVING_AVIF, withChunk } from '../helpers/pictures.ts'
import { codesOf, pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let gate: BarrierGate
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  gate = aBarrierGate()
  newsroom = await openNewsroom({ barrier: gate.barrier })
  desk = pieces(newsroom)
  await aPicture(newsroom, { name: 'kept.png' })
})

afterAll(async () => {
  await newsroom.close()
})

const flat = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } })

const animation = () =>
  sharp(Buffer.alloc(16 * 24 * 3, 7).fill(200, 16 * 12 * 3), {
    raw: { width: 16, height: 24, channels: 3, pageHeight: 12 },
  })

const uploadsDir = () => String(process.env.UPLOADS_DIR)
const files = async () => (await readdir(uploadsDir())).sort()

async function send(
  method: string,
  address: string,
  as: Staff,
  { file, name = 'sent.png', data }: { file?: Buffer; name?: string; data: object },
  signal?: AbortSignal,
) {
  const { headers } = await login(as)
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  if (file) form.set('file', new File([new Uint8Array(file)], name, { type: 'image/png' }))
  const response = await fetch(newsroom.url + address, { method, headers, body: form, ...(signal ? { signal } : {}) })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const tokens = new Map<Staff, string>()
async function login(as: Staff): Promise<{ headers: Record<string, string> }> {
  const answer = tokens.has(as)
    ? undefined
    : await newsroom.ask('POST', '/api/users/login', {
        body: { email: `${as}@imprimatur.example`, password: 'a password for tests only' },
      })
  if (answer) tokens.set(as, String(answer.body.token))
  return { headers: { authorization: `JWT ${String(tokens.get(as))}` } }
}

const upload = (file: Buffer, data: object = { alt: 'A field.' }, as: Staff = 'editor') =>
  send('POST', '/api/media', as, { file, data })

// Guard: transactionOf(). Payload reads the author page of whoever asks with its loader of relations.
it('is taken from somebody who has a page as an author', async () => {
  const author = await desk.anAuthor({ displayName: 'Ada Editor', slug: 'ada-editor' })
  const linked = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds.editor2}`, {
    as: 'admin',
    body: { author },
  })
  expect(linked.status).toBe(200)
  const answer = await upload(await flat(60, 40).png().toBuffer(), { alt: 'A field.' }, 'editor2')
  expect([answer.status, answer.body.doc?.alt]).toEqual([201, 'A field.'])
})

describe('a picture that is refused', () => {
  it.each([
    ['1 × 100', () => flat(1, 100).png().toBuffer(), /1 × 100 pixels; a side may be at most 20 times/],
    ['3 × 5000', () => flat(3, 5000).png().toBuffer(), /3 × 5000 pixels; a side may be at most 20 times/],
    ['9000 × 2', () => flat(9000, 2).png().toBuffer(), /9000 × 2 pixels; a side may be at most 20 times/],
    ['2 × 20000', () => flat(2, 20_000).png().toBuffer(), /2 × 20000 pixels; a side may be at most 20 times/],
    ['8000 × 8000', () => flat(8000, 8000).webp({ lossless: true, effort: 0 }).toBuffer(), /at most 60 million/],
    [
      'half of it',
      async () => {
        const whole = await flat(900, 900).png({ compressionLevel: 0 }).toBuffer()
        return whole.subarray(0, whole.length / 2)
      },
      /damaged/,
    ],
  ])('%s leaves no file behind and is told why', async (_, make, message) => {
    const before = await files()
    const answer = await upload(await make())
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'file'])
    expect(answer.body.errors[0].message).toMatch(message)
    expect(await files()).toEqual(before)
  })

  // Guard: refuseInvalid() before the picture is made. A file that cannot be decoded shows that nobody tried.
  it('for its texts is not decoded first', async () => {
    const before = await files()
    const cut = (await flat(900, 900).png().toBuffer()).subarray(0, 200)
    const answer = await upload(cut, { alt: ' ' })
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'alt'])
    expect(await files()).toEqual(before)
  })

  it('as a piece that is signed off shows the old one leaves that one and no other', async () => {
    const picture = await aPicture(newsroom, { name: 'signed.png' })
    await desk.approved('articles', await desk.anArticle({ leadImage: picture.id }))
    const before = await files()
    const file = await flat(50, 50).png().toBuffer()
    const answer = await send('PATCH', `/api/media/${picture.id}`, 'editor', { file, data: {} })
    expect([answer.status, codesOf(answer as never)]).toEqual([409, ['media_in_use']])
    expect(await files()).toEqual(before)
  })

  it('is refused before it is read when nobody is logged in, or somebody who may not', async () => {
    const file = await flat(50, 50).png().toBuffer()
    expect((await upload(file, { alt: 'x' }, 'reviewer')).status).toBe(403)
    const form = new FormData()
    form.set('file', new File([new Uint8Array(file)], 'a.png', { type: 'image/png' }))
    expect((await fetch(`${newsroom.url}/api/media`, { method: 'POST', body: form })).status).toBe(403)
  })
})

describe('a picture that is taken in', () => {
  // 100 × 9 / 16 is 56.25.
  it('may be narrow, and is cut before it is enlarged', async () => {
    const answer = await upload(await flat(100, 2000).png().toBuffer())
    expect(answer.status).toBe(201)
    const { sizes } = answer.body.doc
    expect([sizes.og.width, sizes.og.height]).toEqual([1200, 630])
    expect([sizes.card.width, sizes.card.height]).toEqual([100, 56])
    expect([sizes.hero.width, sizes.hero.height]).toEqual([100, 2000])
  })

  it.each([
    ['of 16 bits', () => flat(90, 60).toColourspace('rgb16').png().toBuffer(), 'image/png'],
    ['for print', () => flat(90, 60).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg'],
    ['in greys', () => flat(90, 60).greyscale().png().toBuffer(), 'image/png'],
    ['of one pixel', () => flat(1, 1).png().toBuffer(), 'image/png'],
    ['that one can see through', () => flat(90, 60, 4).webp().toBuffer(), 'image/png'],
    ['as a progressive JPEG', () => flat(90, 60).jpeg({ progressive: true }).toBuffer(), 'image/jpeg'],
  ])('%s has all its renditions', async (_, make, mimeType) => {
    const { status, body } = await upload(await make())
    expect([status, body.doc.mimeType]).toEqual([201, mimeType])
    const sizes = Object.values(body.doc.sizes as Record<string, { filename: string }>)
    expect(sizes).toHaveLength(8)
    const there = await files()
    for (const { filename } of [body.doc, ...sizes]) expect(there).toContain(filename)
  })

  it('twice at the same moment has files of its own each, and either can go without the other', async () => {
    const file = await flat(64, 48).png().toBuffer()
    const before = await files()
    const [one, two] = await Promise.all([upload(file), upload(file)])
    expect([one.status, two.status]).toEqual([201, 201])
    expect((await files()).length - before.length).toBe(18)
    const gone = await newsroom.ask('DELETE', `/api/media/${String(one.body.doc.id)}`, { as: 'editor' })
    expect(gone.status).toBe(200)
    const left = await files()
    expect(left.length - before.length).toBe(9)
    expect(left).toContain(two.body.doc.filename)
  })

  it('gets new renditions when its focal point moves, over REST and GraphQL, and the old ones go', async () => {
    const { body } = await upload(await flat(640, 480).png().toBuffer())
    const { id, filename } = body.doc
    const there = (await files()).length
    const rest = await newsroom.ask('PATCH', `/api/media/${String(id)}`, {
      as: 'editor',
      body: { focalX: 10, focalY: 50 },
    })
    expect([rest.status, rest.body.doc.focalX, rest.body.doc.filename]).toEqual([200, 10, filename])
    expect((await files()).length).toBe(there)
    const mutation = `mutation { updateMedia(id: "${String(id)}", data: { focalX: 90, focalY: 50 }) { focalX sizes { og { filename } } } }`
    const graphql = await newsroom.graphql(mutation, undefined, 'editor')
    expect(graphql.body.errors).toBeUndefined()
    expect(graphql.body.data.updateMedia.focalX).toBe(90)
    const now = await files()
    expect(now.length).toBe(there)
    expect(now).toContain(graphql.body.data.updateMedia.sizes.og.filename)
  })

  it('is cut where somebody marked it', async () => {
    const edits =
      'uploadEdits[crop][x]=50&uploadEdits[crop][y]=0&uploadEdits[widthInPixels]=60&uploadEdits[heightInPixels]=40'
    const halves = await flat(120, 40)
      .composite([{ input: { create: { width: 60, height: 40, channels: 3, background: '#00c' } }, left: 60, top: 0 }])
      .png()
      .toBuffer()
    const { status, body } = await send('POST', `/api/media?${edits}`, 'editor', {
      file: halves,
      data: { alt: 'Blue.' },
    })
    expect([status, body.doc.width, body.doc.height]).toEqual([201, 60, 40])
    const { dominant } = await sharp(path.join(uploadsDir(), String(body.doc.filename))).stats()
    expect(dominant.b).toBeGreaterThan(dominant.r)
  })

  it('has its files stay when the deletion is rolled back', async () => {
    const picture = await aPicture(newsroom, { name: 'back.png' })
    const before = await files()
    const transactionID = (await newsroom.payload.db.beginTransaction()) ?? ''
    const req = { transactionID }
    await newsroom.payload.delete({ collection: 'media', id: picture.id, overrideAccess: true, req })
    await newsroom.payload.db.rollbackTransaction(transactionID)
    expect(await files()).toEqual(before)
  })

  it('is refused inside a transaction, in words', async () => {
    const file = await flat(40, 40).png().toBuffer()
    const transactionID = await newsroom.payload.db.beginTransaction()
    const made = newsroom.payload.create({
      collection: 'media',
      data: { alt: 'x' },
      file: { data: file, mimetype: 'image/png', name: 'x.png', size: file.length },
      overrideAccess: true,
      req: { transactionID: transactionID ?? '' },
    })
    await expect(made).rejects.toThrow(/inside a transaction/)
    await newsroom.payload.db.rollbackTransaction(transactionID ?? '')
  })
})

describe('a file with more in it than a picture', () => {
  // PNG (ISO/IEC 15948 §11.3.3, §11.3.4): 200 MB of zeros that deflate to 200 KB, as a colour profile and as a text.
  const zeros = deflateSync(Buffer.alloc(200_000_000), { level: 9 })
  it.each([
    ['a colour profile', 'iCCP', Buffer.concat([Buffer.from('huge\0\0', 'latin1'), zeros])],
    ['a compressed text', 'zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), zeros])],
    ['a text', 'tEXt', Buffer.concat([Buffer.from('Comment\0', 'latin1'), Buffer.alloc(10_000_000, 'x')])],
  ])('%s, however large: kept out of what is stored', async (_, type, data) => {
    const answer = await upload(withChunk(await flat(64, 48).png().toBuffer(), type, data))
    expect([answer.status, answer.body.doc?.width]).toEqual([201, 64])
    const stored = await readFile(path.join(uploadsDir(), String(answer.body.doc.filename)))
    expect(stored.length).toBeLessThan(10_000)
    expect(stored.includes(type)).toBe(false)
  })

  // Two frames of 16 × 12 pixels each.
  it.each([
    ['WebP', () => animation().webp({ loop: 0 }).toBuffer()],
    ['AVIF', () => Promise.resolve(Buffer.from(MOVING_AVIF, 'base64'))],
    [
      'PNG',
      // APNG 1.0: `acTL` counts frames (2) and plays (0, for ever).
      async () => withChunk(await flat(16, 12).png().toBuffer(), 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    ],
  ])('a moving %s is refused in words', async (_, make) => {
    const before = await files()
    const answer = await upload(await make())
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'file'])
    expect(answer.body.errors[0].message).toMatch(/This picture moves/)
    expect(await files()).toEqual(before)
  })
})

describe('uploads that are being read', () => {
  // 5 × 20 MiB is 100 MiB, which is what may be read at once.
  it('are bounded: who comes when more uploads are being read is told to come back, and then taken in', async () => {
    const sockets: Socket[] = []
    const { headers } = await login('editor')
    const { hostname, port } = new URL(newsroom.url)
    for (let at = 0; at < 5; at++) {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write(
        `POST /api/media HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: ${String(headers.authorization)}\r\n` +
          `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${String(20 * 1024 * 1024)}\r\n\r\n--b\r\n`,
      )
      sockets.push(socket)
    }
    const file = await flat(20, 20).png().toBuffer()
    // Those were sent first; when the server looks at them is its own affair.
    let answer = await upload(file)
    while (answer.status === 201) answer = await upload(file)
    expect([answer.status, codesOf(answer as never)]).toEqual([503, ['busy']])
    expect(answer.headers.get('retry-after')).toBe('30')
    for (const socket of sockets) socket.destroy()
    while (answer.status === 503) answer = await upload(file)
    expect(answer.status).toBe(201)
  })
})

describe('whoever hangs up', () => {
  it('leaves no file and no document, and the next picture is made', async () => {
    const before = await files()
    const { totalDocs } = await newsroom.payload.count({ collection: 'media', overrideAccess: true })
    const large = await flat(7000, 7000).png().toBuffer()
    const controller = new AbortController()
    const gone = send('POST', '/api/media', 'editor', { file: large, data: { alt: 'x' } }, controller.signal)
    const making = new Promise<void>((resolve) => {
      const look = () => {
        void files().then((now) => (now.some((name) => name.startsWith('.making-')) ? resolve() : setImmediate(look)))
      }
      look()
    })
    await making
    controller.abort()
    await expect(gone).rejects.toThrow()
    expect((await upload(await flat(30, 30).png().toBuffer())).status).toBe(201)
    expect((await newsroom.payload.count({ collection: 'media', overrideAccess: true })).totalDocs).toBe(totalDocs + 1)
    expect((await files()).length).toBe(before.length + 9)
  })
})

describe('while a picture is made', () => {
  it('others write: the transaction has not begun', async () => {
    const id = await desk.anArticle({ headline: 'Before' })
    const large = await flat(7000, 7000).png().toBuffer()
    let made = false
    const uploading = upload(large).finally(() => (made = true))
    for (let at = 1; at <= 5; at++) {
      const saved = await newsroom.ask('PATCH', `/api/articles/${id}`, {
        as: 'editor',
        body: { headline: `After ${String(at)}` },
      })
      expect(saved.status).toBe(200)
    }
    expect(made).toBe(false)
    expect((await uploading).status).toBe(201)
  })
})

describe('the sweep', () => {
  const DAY = 24 * 3_600_000
  it('takes what no document has and is older than a day, and nothing else', async () => {
    const { writeFile, mkdir } = await import('node:fs/promises')
    const orphan = 'left-0123456789ab-card-01234567.webp'
    await writeFile(path.join(uploadsDir(), orphan), 'x')
    await writeFile(path.join(uploadsDir(), 'README'), 'x')
    await mkdir(path.join(uploadsDir(), '.making-left'))
    const before = await files()
    expect(await sweepFiles(newsroom.payload, picturesOf(newsroom.payload).store, 'media', new Date())).toEqual([])
    expect(await files()).toEqual(before)

    expect(
      await sweepFiles(
        newsroom.payload,
        picturesOf(newsroom.payload).store,
        'media',
        new Date(Date.now() + DAY + 60_000),
      ),
    ).toEqual([orphan, '.making-left'])
    expect(await files()).toEqual(before.filter((name) => name !== orphan && name !== '.making-left'))
  })
})

// On SQLite one of two at the commit would wait for the other for ever: they come one after the other there.
const points = onServer() ? (['begin', 'commit'] as const) : (['begin'] as const)
const races = points.flatMap((point) =>
  (['replaced', 'deleted'] as const).flatMap((what) => [
    { what, point, turns: [0, 1] },
    { what, point, turns: [1, 0] },
  ]),
)

describe('a picture that is changed while a piece that shows it is signed off and published', () => {
  const change = {
    replaced: async (id: string) =>
      send('PATCH', `/api/media/${id}`, 'editor', { file: await flat(77, 50).png().toBuffer(), data: {} }),
    deleted: (id: string) => newsroom.ask('DELETE', `/api/media/${id}`, { as: 'editor' }),
  }
  it.each(races)(
    '$what, at $point in the order $turns: what readers see has its files',
    async ({ what, point, turns }) => {
      const picture = await aPicture(newsroom, { name: `race-${what}-${point}-${turns.join('')}.png` })
      const id = await desk.anArticle({ leadImage: picture.id })
      await desk.moved('articles', id, 'submit', 'editor')
      const { digest } = await desk.transitions('articles', id, 'reviewer')
      const move = (transition: string, as: Staff) =>
        newsroom.ask('POST', `/api/articles/${id}/transitions`, { as, body: { transition, digest } })
      const [published, changed] = await gate.together<{ status: number; body: unknown }>(point, turns, [
        async () => {
          const signed = await move('sign_off', 'reviewer')
          return signed.status === 200 ? move('publish', 'publisher') : signed
        },
        () => change[what](picture.id),
      ])
      // The table of outcomes: either nobody changes what was signed, or nobody signs what was changed. On MongoDB whoever loses each
      // of their tries against one who is held here is told that it is busy.
      if (published?.status === 200) expect(['media_in_use', 'busy']).toContain(codesOf(changed as never)[0])
      else {
        expect(changed?.status).toBe(200)
        expect(['stale_digest', 'gate_failed', 'busy']).toContain(codesOf(published as never)[0])
      }

      const doc = await newsroom.ask(
        'GET',
        `/api/media/${picture.id}`,
        published?.status === 200 ? {} : { as: 'editor' },
      )
      expect(doc.status).toBe(what === 'deleted' && published?.status !== 200 ? 404 : 200)
      const there = await files()
      const named = doc.status === 200 ? [doc.body, ...Object.values(doc.body.sizes as object)] : []
      for (const { filename, url } of named as { filename: string; url: string }[]) {
        expect(there).toContain(filename)
        if (published?.status === 200) expect((await fetch(new URL(url, newsroom.url))).status).toBe(200)
      }
      const old = [picture.filename, ...Object.values(picture.sizes).map(({ filename }) => filename)]
      if (published?.status !== 200) for (const filename of old) expect(there).not.toContain(filename)
    },
  )
})
