import sharp from 'sharp'
import { sniffImage, type PictureFormat, type Sniffed } from './sniffImage.ts'

/** Bytes of the largest file that is taken in. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Pixels of the largest picture that is taken in, width times height. */
export const MAX_PIXELS = 60_000_000

/** A picture as it is stored: JPEG or PNG, upright, sRGB, without any metadata. */
export type CleanImage = {
  readonly bytes: Buffer
  readonly mimeType: 'image/jpeg' | 'image/png'
  readonly extension: 'jpg' | 'png'
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Why a file was not taken in, in words for the person who chose it. */
export class ImageRefused extends Error {
  override name = 'ImageRefused'
}

const FORMATS: ReadonlySet<Sniffed> = new Set<PictureFormat>(['jpeg', 'png', 'webp', 'avif'])

const ADVICE: Readonly<Partial<Record<Sniffed, string>>> = {
  gif: 'This is a GIF. Save it as PNG or JPEG and upload that; moving pictures are not taken in.',
  heic: 'This is a HEIC photo, as telephones make them. Export it as JPEG and upload that.',
  tiff: 'This is a TIFF. Export it as JPEG or PNG and upload that.',
  pdf: 'This is a PDF. Export the page that you need as PNG and upload that.',
  svg: 'This is an SVG drawing, which can carry code. Export it as PNG and upload that.',
  html: 'This is a web page and no picture. Upload a JPEG, PNG, WebP or AVIF file.',
}

/**
 * Checks a file by its content and decodes it once, so that nothing but pixels is kept: no EXIF with the place where a photo was
 * taken, no colour profile that browsers render differently, nothing that was hidden behind the picture. JPEG stays JPEG and PNG stays
 * PNG; WebP and AVIF become JPEG, or PNG when they are transparent, which every reader and social network can show.
 *
 * @throws ImageRefused when the file is too large, no picture of an accepted format, moving, or damaged.
 */
export async function cleanImage(file: Buffer): Promise<CleanImage> {
  if (file.length > MAX_FILE_BYTES) {
    throw new ImageRefused(
      `This file has ${megabytes(file.length)} MB; at most ${megabytes(MAX_FILE_BYTES)} MB are taken in. Export it smaller.`,
    )
  }
  const format = sniffImage(file)
  if (!FORMATS.has(format)) {
    throw new ImageRefused(
      ADVICE[format] ?? 'This is no picture that can be shown. Upload a JPEG, PNG, WebP or AVIF file.',
    )
  }
  try {
    return await decode(file, format)
  } catch (error) {
    if (error instanceof ImageRefused) throw error
    throw new ImageRefused('This file is damaged and cannot be opened. Export the picture again and upload that.', {
      cause: error,
    })
  }
}

async function decode(file: Buffer, format: Sniffed): Promise<CleanImage> {
  // Reads the header only, so a picture of any size is safe here.
  const { width, height, pages = 1, hasAlpha } = await sharp(file, { limitInputPixels: false }).metadata()
  if (width * height * pages > MAX_PIXELS) {
    throw new ImageRefused(
      `This picture has ${width} × ${height} pixels; at most ${MAX_PIXELS / 1_000_000} million are taken in. Export it smaller.`,
    )
  }
  if (pages > 1) throw new ImageRefused('This picture moves. Export one of its frames as JPEG or PNG and upload that.')
  const upright = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient().toColourspace('srgb')
  const asPng = format === 'png' || hasAlpha
  const { data, info } = await (asPng ? upright.png() : upright.jpeg({ quality: 90, mozjpeg: true })).toBuffer({
    resolveWithObject: true,
  })
  return {
    bytes: data,
    mimeType: asPng ? 'image/png' : 'image/jpeg',
    extension: asPng ? 'png' : 'jpg',
    width: info.width,
    height: info.height,
  }
}

function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10
}
