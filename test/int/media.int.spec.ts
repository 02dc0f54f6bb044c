import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { ValidationError, type JsonObject, type TypedUser } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFile, aStaffMember } from '../helpers/contentModelBuilders.ts'
import { openContentModel, type ContentModel } from '../helpers/contentModelConfig.ts'
import { pngHeader } from '../helpers/pictures.ts'

let model: ContentModel
let editor: TypedUser

beforeAll(async () => {
  model = await openContentModel()
  editor = await aStaffMember(model, 'editor')
})
afterAll(async () => {
  await model.close()
})

const upload = (data: Buffer, name: string, mimetype: string, more: JsonObject = {}) =>
  model.create('media', { alt: 'What it shows.', ...more }, { file: aFile(data, name, mimetype), as: editor })

async function refusal(write: Promise<unknown>): Promise<{ path: string; message: string } | undefined> {
  const error: unknown = await write.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ValidationError)) throw new Error(`Expected a refusal, got ${String(error)}`)
  return error.data.errors[0]
}

const field = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c00' } })

/** A field of which the left half is red and the right half is blue. */
const twoHalves = (width: number, height: number) =>
  field(width, height).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#00c' } }, left: width / 2, top: 0 },
  ])

describe('a photo', () => {
  it('is stored upright, without the place where it was taken, under a name of its own', async () => {
    const photo = await field(640, 480)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 12/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const doc = await upload(photo, 'Señor António.JPG', 'image/jpeg')

    const bytes = await model.fileBytes(doc.filename)
    const metadata = await sharp(bytes).metadata()
    expect(metadata).toMatchObject({ format: 'jpeg', width: 480, height: 640, space: 'srgb' })
    expect([metadata.exif, metadata.orientation, metadata.xmp, metadata.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(bytes.includes('Somebody')).toBe(false)

    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(doc).toMatchObject({ width: 480, height: 640, mimeType: 'image/jpeg', filesize: bytes.length, sha256: hash })
    expect(doc.filename).toBe(`senor-antonio-${hash.slice(0, 12)}.jpg`)
  })

  it('has renditions in WebP and AVIF, without metadata', async () => {
    const doc = await upload(await field(2400, 1200).jpeg().toBuffer(), 'wide.jpg', 'image/jpeg')
    const sizes = doc.sizes as Record<string, { filename: string; width: number; height: number; mimeType: string }>
    const stored = Object.fromEntries(
      Object.entries(sizes).map(([name, { width, height, mimeType }]) => [name, [width, height, mimeType]]),
    )
    expect(stored).toEqual({
      thumbnail: [320, 240, 'image/webp'],
      thumbnailAvif: [320, 240, 'image/avif'],
      card: [768, 432, 'image/webp'],
      cardAvif: [768, 432, 'image/avif'],
      hero: [1600, 800, 'image/webp'],
      heroAvif: [1600, 800, 'image/avif'],
      og: [1200, 630, 'image/webp'],
      ogAvif: [1200, 630, 'image/avif'],
    })
    for (const { filename, width, height } of Object.values(sizes)) {
      const metadata = await sharp(await model.fileBytes(filename)).metadata()
      expect([metadata.width, metadata.height, metadata.exif]).toEqual([width, height, undefined])
    }
  })

  it('that is small is not blown up, but for the shape that social networks ask for', async () => {
    const doc = await upload(await field(300, 200).png().toBuffer(), 'small.png', 'image/png')
    const sizes = doc.sizes as Record<string, { width: number; height: number }>
    expect([sizes.hero?.width, sizes.hero?.height]).toEqual([300, 200])
    expect([sizes.og?.width, sizes.og?.height]).toEqual([1200, 630])
    expect(sizes.card?.width).toBeLessThanOrEqual(300)
    expect(sizes.thumbnail?.width).toBeLessThanOrEqual(300)
  })

  it('is cut around its focal point', async () => {
    const centre = async (doc: JsonObject) => {
      const { thumbnail } = doc.sizes as Record<string, { filename: string }>
      const { data } = await sharp(await model.fileBytes(thumbnail?.filename))
        .extract({ left: 150, top: 110, width: 4, height: 4 })
        .raw()
        .toBuffer({ resolveWithObject: true })
      return (data[0] ?? 0) > (data[2] ?? 0) ? 'red' : 'blue'
    }
    const wide = await twoHalves(2000, 400).png().toBuffer()
    expect(await centre(await upload(wide, 'left.png', 'image/png', { focalX: 10, focalY: 50 }))).toBe('red')
    expect(await centre(await upload(wide, 'right.png', 'image/png', { focalX: 90, focalY: 50 }))).toBe('blue')
  })

  it('needs words for those who cannot see it', async () => {
    const data = await field(10, 10).png().toBuffer()
    expect(await refusal(upload(data, 'a.png', 'image/png', { alt: ' ' }))).toEqual(
      expect.objectContaining({ path: 'alt', message: expect.stringMatching(/^Describe in a sentence/) as string }),
    )
  })

  it('can be replaced: the fingerprint follows and the old files go', async () => {
    const doc = await upload(await field(400, 300).png().toBuffer(), 'one.png', 'image/png')
    const data = await twoHalves(400, 300).png().toBuffer()
    const replaced = await model.save('media', doc.id, {}, { file: aFile(data, 'two.png', 'image/png'), as: editor })
    expect(replaced.sha256).not.toBe(doc.sha256)
    expect(replaced.sha256).toBe(
      createHash('sha256')
        .update(await model.fileBytes(replaced.filename))
        .digest('hex'),
    )
    expect(await readdir(model.uploadsDir)).not.toContain(doc.filename)
  })

  it('is still there when its replacement is refused', async () => {
    const doc = await upload(await field(40, 30).png().toBuffer(), 'kept.png', 'image/png')
    const other = aFile(await field(50, 30).png().toBuffer(), 'other.png', 'image/png')
    const bad = aFile(Buffer.from('<svg/>'), 'other.svg', 'image/svg+xml')
    expect((await refusal(model.save('media', doc.id, { alt: ' ' }, { file: other, as: editor })))?.path).toBe('alt')
    expect((await refusal(model.save('media', doc.id, {}, { file: bad, as: editor })))?.path).toBe('file')
    expect(
      createHash('sha256')
        .update(await model.fileBytes(doc.filename))
        .digest('hex'),
    ).toBe(doc.sha256)
  })

  it('keeps its fingerprint when only its words change, and nobody can send another', async () => {
    const doc = await upload(await field(20, 20).png().toBuffer(), 'words.png', 'image/png', { sha256: 'made up' })
    expect(doc.sha256).toMatch(/^[0-9a-f]{64}$/)
    const changed = await model.save('media', doc.id, { alt: 'Other words.', sha256: 'made up' }, { as: editor })
    expect(changed).toMatchObject({ alt: 'Other words.', sha256: doc.sha256 })
  })
})

describe('files of the same name', () => {
  it('never overwrite each other’s renditions', async () => {
    const asJpeg = await upload(await field(640, 480).jpeg().toBuffer(), 'same.jpg', 'image/jpeg')
    const asPng = await upload(await field(640, 480).png().toBuffer(), 'same.png', 'image/png')
    const again = await upload(await field(640, 480).png().toBuffer(), 'same.png', 'image/png')
    const files = [asJpeg, asPng, again].flatMap((doc) => [
      doc.filename,
      ...Object.values(doc.sizes as Record<string, { filename: string }>).map(({ filename }) => filename),
    ])
    expect(files).toHaveLength(27)
    expect(new Set(files).size).toBe(27)
  })
})

describe('what a file is called', () => {
  it('does not matter: a PNG called .jpg is stored as the PNG that it is', async () => {
    const doc = await upload(await field(30, 30).png().toBuffer(), 'photo.jpg', 'image/jpeg')
    expect(doc.filename).toMatch(/^photo-[0-9a-f]{12}\.png$/)
    expect(doc.mimeType).toBe('image/png')
  })

  it.each([
    [
      'a web page called .png',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'a.png',
      'image/png',
      /web page/,
    ],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'image/svg+xml', /SVG/],
    ['an SVG called .jpg', Buffer.from('<?xml version="1.0"?><svg/>'), 'a.jpg', 'image/jpeg', /SVG/],
    ['a program called .jpg', Buffer.from('MZ\x90\0', 'latin1'), 'a.jpg', 'image/jpeg', /no picture/],
    ['an empty file', Buffer.alloc(0), 'a.jpg', 'image/jpeg', /no picture/],
    ['a picture that is huge once unpacked', pngHeader(30_000, 30_000), 'a.png', 'image/png', /at most 60 million/],
    ['a file of more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1), 'a.jpg', 'image/jpeg', /at most 20 MB/],
  ])('does not get %s in', async (_, data, name, mimetype, message) => {
    const before = await readdir(model.uploadsDir)
    const said = await refusal(upload(data, name, mimetype))
    expect(said?.path).toBe('file')
    expect(said?.message).toMatch(message)
    expect(await readdir(model.uploadsDir)).toEqual(before)
  })

  it('does not get a file fetched from an address that is sent instead of one', async () => {
    const data = { alt: 'x', url: 'http://127.0.0.1:9/secret.png', filename: 'secret.png' }
    const said = await refusal(model.create('media', data, { as: editor }))
    expect(said).toMatchObject({ path: 'file', message: 'Choose a file to upload.' })
  })

  it('is not even looked at when somebody may not upload', async () => {
    const data = Buffer.from('<svg/>')
    const file = aFile(data, 'a.svg', 'image/svg+xml')
    const asReader = model.create('media', { alt: 'x' }, { file, as: 'reader' })
    await expect(asReader).rejects.toMatchObject({ status: 403 })
    const asReviewer = model.create('media', { alt: 'x' }, { file, as: await aStaffMember(model, 'reviewer') })
    await expect(asReviewer).rejects.toMatchObject({ status: 403 })
  })
})
