import sharp, { type Sharp } from 'sharp'
import type { Area } from './renditions.ts'
import { saysThatItMoves, sniffImage, type PictureFormat, type Sniffed } from './sniffImage.ts'

/** Bytes of the largest file that is taken in. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Pixels of the largest picture that is accepted, width times height. */
export const MAX_PIXELS = 60_000_000

/** How many times as long as the other a side of a picture may be. Panoramas stay well below it. */
export const MAX_RATIO = 20

/** Why a file was refused, in words for the person who chose it. */
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

const MOVES = 'This picture moves. Export one of its frames as JPEG or PNG and upload that.'

/**
 * Checks a file by its length and its first bytes, without decoding anything.
 *
 * @throws ImageRefused when it is too large or no picture of an accepted format.
 */
export function refuseOddFile(file: Buffer): void {
  if (file.length > MAX_FILE_BYTES) {
    throw new ImageRefused(
      `This file has ${megabytes(file.length)} MB; at most ${megabytes(MAX_FILE_BYTES)} MB are taken in. Export it smaller.`,
    )
  }
  if (saysThatItMoves(file)) throw new ImageRefused(MOVES)
  const format = sniffImage(file)
  if (FORMATS.has(format)) return
  throw new ImageRefused(
    ADVICE[format] ?? 'This is no picture that can be shown. Upload a JPEG, PNG, WebP or AVIF file.',
  )
}

/** A picture as it is stored: JPEG or PNG, upright, sRGB, without any metadata. */
export type CleanImage = Area & {
  readonly mimeType: 'image/jpeg' | 'image/png'
  readonly extension: 'jpg' | 'png'
}

/**
 * Decodes a picture once and writes it anew, so that nothing but pixels is kept: no EXIF with the place where a photo was taken, no
 * colour profile that browsers render differently, nothing that was hidden behind the picture. JPEG stays JPEG and PNG stays PNG; WebP
 * and AVIF become JPEG, or PNG when they are transparent, which every reader and social network can show.
 *
 * Takes a second per ten million pixels and hundreds of megabytes: in the picture process only.
 *
 * @param from path of the file
 * @param to path to write to
 * @throws ImageRefused when the picture is too large, too narrow, moving, or damaged.
 */
export async function cleanImage(from: string, to: string): Promise<CleanImage> {
  try {
    const asPng = await goesToPng(from)
    const upright = sharp(from, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient().toColourspace('srgb')
    const { width, height } = await encoded(upright, asPng).toFile(to)
    return { width, height, ...(asPng ? PNG : JPEG) }
  } catch (error) {
    if (error instanceof ImageRefused) throw error
    throw new ImageRefused('This file is damaged and cannot be opened. Export the picture again and upload that.', {
      cause: error,
    })
  }
}

/** The part of a clean picture that somebody marked. `left` and `top` are in per cent, as the panel sends them, the rest in pixels. */
export type Crop = Area & { readonly left: number; readonly top: number }

/** Writes a part of a clean picture as a clean picture of its own. */
export async function cropImage(from: string, to: string, crop: Crop): Promise<CleanImage> {
  const picture = await sharp(from).metadata()
  const width = within(crop.width, 1, picture.width)
  const height = within(crop.height, 1, picture.height)
  const left = within(Math.floor((crop.left / 100) * picture.width), 0, picture.width - width)
  const top = within(Math.floor((crop.top / 100) * picture.height), 0, picture.height - height)
  refuseNarrow({ width, height })
  const asPng = picture.format === 'png'
  await encoded(sharp(from).extract({ left, top, width, height }), asPng).toFile(to)
  return { width, height, ...(asPng ? PNG : JPEG) }
}

const JPEG = { mimeType: 'image/jpeg', extension: 'jpg' } as const
const PNG = { mimeType: 'image/png', extension: 'png' } as const

/** mozjpeg's optimising would take fifteen times as long for six per cent fewer bytes. */
function encoded(picture: Sharp, asPng: boolean): Sharp {
  return asPng ? picture.png() : picture.jpeg({ quality: 90 })
}

/** Reads the header only, so a picture of any size is safe here. */
async function goesToPng(file: string): Promise<boolean> {
  const { width, height, pages = 1, hasAlpha, format } = await sharp(file, { limitInputPixels: false }).metadata()
  if (width * height * pages > MAX_PIXELS) {
    throw new ImageRefused(
      `This picture has ${width} × ${height} pixels; at most ${MAX_PIXELS / 1_000_000} million are taken in. Export it smaller.`,
    )
  }
  if (pages > 1) throw new ImageRefused(MOVES)
  refuseNarrow({ width, height })
  return format === 'png' || hasAlpha
}

function refuseNarrow({ width, height }: Area): void {
  if (Math.max(width, height) <= MAX_RATIO * Math.min(width, height)) return
  throw new ImageRefused(
    `This picture has ${width} × ${height} pixels; a side may be at most ${MAX_RATIO} times as long as the other. Cut it before you upload it.`,
  )
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(Math.round(value), least), most)
}

function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10
}
