import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  cleanImage,
  ImageRefused,
  MAX_FILE_BYTES,
  refuseOddFile,
  type CleanImage,
} from '../../../src/newsroom/media/cleanImage.ts'
import { sniffImage } from '../../../src/newsroom/media/sniffImage.ts'
import { storedName } from '../../../src/newsroom/media/pictureFiles.ts'
import { MOVING_AVIF, pngHeader, withChunk } from '../../helpers/pictures.ts'

const red = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#c00' } })

/** A file as it comes, as it is stored. */
async function cleaned(file: Buffer): Promise<CleanImage & { readonly bytes: Buffer }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clean-'))
  try {
    refuseOddFile(file)
    await writeFile(path.join(folder, 'from'), file)
    const image = await cleanImage(path.join(folder, 'from'), path.join(folder, 'to'))
    return { ...image, bytes: await readFile(path.join(folder, 'to')) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const ascii = (text: string) => Buffer.from(text, 'latin1')
const ftyp = (...brands: string[]) => ascii(`\0\0\0\x20ftyp${brands.map((brand) => brand).join('')}`)

describe('sniffImage', () => {
  it('knows what sharp writes', async () => {
    expect(sniffImage(await red().jpeg().toBuffer())).toBe('jpeg')
    expect(sniffImage(await red().png().toBuffer())).toBe('png')
    expect(sniffImage(await red().webp().toBuffer())).toBe('webp')
    expect(sniffImage(await red().avif({ effort: 0 }).toBuffer())).toBe('avif')
    expect(sniffImage(await red().gif().toBuffer())).toBe('gif')
    expect(sniffImage(await red().tiff().toBuffer())).toBe('tiff')
  })

  it.each([
    ['heic', ftyp('heic', '\0\0\0\0', 'mif1', 'heic')],
    ['avif', ftyp('mif1', '\0\0\0\0', 'avif', 'miaf')],
    ['unknown', ftyp('isom', '\0\0\0\0', 'mp42', 'avc1')],
    ['pdf', ascii('%PDF-1.7\n')],
    ['svg', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['svg', ascii('\xef\xbb\xbf  <?xml version="1.0"?>\n<!-- x -->\n<svg/>')],
    ['svg', ascii('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>')],
    ['html', ascii('<!doctype html><title>x</title>')],
    ['html', ascii('  <HTML><body>')],
    ['html', ascii('GIF<script>alert(1)</script>')],
    ['unknown', ascii('MZ\x90\0')],
    ['unknown', ascii('\x89PNG')],
    ['unknown', ascii('RIFF\0\0\0\0WAVE')],
    ['unknown', Buffer.alloc(0)],
  ])('tells %s', (format, bytes) => {
    expect(sniffImage(bytes)).toBe(format)
  })
})

describe('cleanImage', () => {
  it('keeps JPEG and PNG, and makes one of them of the rest', async () => {
    const kept = async (picture: Sharp) => (await cleaned(await picture.toBuffer())).mimeType
    expect(await kept(red().jpeg())).toBe('image/jpeg')
    expect(await kept(red().png())).toBe('image/png')
    expect(await kept(red().webp())).toBe('image/jpeg')
    expect(await kept(red().avif({ effort: 0 }))).toBe('image/jpeg')
    expect(await kept(red().ensureAlpha(0.5).webp())).toBe('image/png')
  })

  it('turns a photo upright and forgets where and with what it was taken', async () => {
    const photo = await red(60, 40)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 12/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()

    const clean = await cleaned(photo)
    const metadata = await sharp(clean.bytes).metadata()
    expect([clean.width, clean.height]).toEqual([40, 60])
    expect(metadata.orientation).toBeUndefined()
    expect(metadata.exif).toBeUndefined()
    expect(metadata.xmp).toBeUndefined()
    expect(metadata.icc).toBeUndefined()
  })

  it('gives every browser the same colours: what was wide-gamut or CMYK is sRGB', async () => {
    const wide = await red().withIccProfile('p3').jpeg().toBuffer()
    const print = await red().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer()
    for (const file of [wide, print]) {
      const { space, channels } = await sharp((await cleaned(file)).bytes).metadata()
      expect([space, channels]).toEqual(['srgb', 3])
    }
  })

  it('drops what hides behind the picture', async () => {
    const polyglot = Buffer.concat([await red().jpeg().toBuffer(), ascii('<script>alert(1)</script>')])
    expect((await cleaned(polyglot)).bytes.includes('<script>')).toBe(false)
  })

  it.each([
    ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ['a web page', ascii('<!doctype html><script>alert(1)</script>'), /web page/],
    ['a HEIC photo', ftyp('heic', '\0\0\0\0', 'mif1', 'heic'), /HEIC/],
    ['a PDF', ascii('%PDF-1.7\n'), /PDF/],
    ['nonsense', ascii('hello'), /no picture/],
    ['nothing', Buffer.alloc(0), /no picture/],
    ['the start of a JPEG', ascii('\xff\xd8\xff\xe0'), /damaged/],
    ['a PNG of 40,000 × 40,000 pixels', pngHeader(40_000, 40_000), /40000 × 40000 pixels; at most 60 million/],
    ['a file that is too large', Buffer.alloc(MAX_FILE_BYTES + 1), /20\.1 MB; at most 20 MB/],
  ])('refuses %s and says what to do', async (_, file, message) => {
    await expect(cleaned(file)).rejects.toThrow(ImageRefused)
    await expect(cleaned(file)).rejects.toThrow(message)
  })

  it('refuses a picture of which half is missing', async () => {
    const whole = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#777',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer()
    await expect(cleaned(whole.subarray(0, whole.length / 2))).rejects.toThrow(/damaged/)
  })

  it('refuses GIFs and moving pictures', async () => {
    const frames = await sharp([await red().png().toBuffer(), await red().negate().png().toBuffer()], {
      join: { animated: true },
    })
      .webp({ loop: 0 })
      .toBuffer()
    await expect(cleaned(frames)).rejects.toThrow(/moves/)
    await expect(cleaned(await red().gif().toBuffer())).rejects.toThrow(/GIF/)
    await expect(cleaned(Buffer.from(MOVING_AVIF, 'base64'))).rejects.toThrow(/moves/)
  })

  // PNG, third edition, §11.3.5.1: `acTL` has the number of frames and how often they play.
  it.each([
    [2, /moves/],
    [1, undefined],
  ])('takes a PNG of %i frames for what it is', async (frames, refusal) => {
    const png = withChunk(await red().png().toBuffer(), 'acTL', Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]))
    if (refusal) await expect(cleaned(png)).rejects.toThrow(refusal)
    else expect(await cleaned(png)).toMatchObject({ mimeType: 'image/png' })
  })
})

describe('storedName', () => {
  // SHA-256 of "abc": FIPS 180-2, appendix B.1.
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  const hash = 'ba7816bf8f01'

  it.each([
    ['Señor António.JPG', `senor-antonio-${hash}.jpg`],
    ['a/b\\c.d.png', `c-d-${hash}.jpg`],
    ['../../etc/passwd', `passwd-${hash}.jpg`],
    ['x.php.jpg', `x-php-${hash}.jpg`],
    ['.htaccess', `picture-${hash}.jpg`],
    ['', `picture-${hash}.jpg`],
  ])('%j is kept as %s', (original, expected) => {
    expect(storedName(original, sha256, 'jpg')).toBe(expected)
  })

  it('stays short', () => {
    expect(storedName(`${'long '.repeat(100)}.jpg`, sha256, 'jpg').length).toBeLessThanOrEqual(60 + 1 + 12 + 4)
  })
})
