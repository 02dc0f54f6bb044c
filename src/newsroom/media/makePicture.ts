import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { cleanImage, cropImage, type CleanImage, type Crop } from './cleanImage.ts'
import { cutFor, FORMATS, SHAPES, type Area, type Cut, type Point } from './renditions.ts'
import type { Extension } from './widths.ts'

/** What is to be made of one file. */
export type PictureJob = {
  /** Path of the file as it was uploaded, or as it is stored. */
  readonly source: string
  /** An empty folder that what is made goes to. */
  readonly folder: string
  readonly focal: Point
  /** Whether the file is a stored one, which is clean already. */
  readonly isClean: boolean
  readonly crop?: Crop
}

/** A file that was made and is on the disk to stay. */
export type MadeFile = Area & {
  readonly path: string
  readonly mimeType: string
  readonly extension: string
  readonly bytes: number
  /** In hex. */
  readonly sha256: string
}

export type MadePicture = {
  /** Null when the stored one stays. */
  readonly original: MadeFile | null
  readonly sizes: Readonly<Record<string, MadeFile>>
  /** A few pixels of it, as a `data:` address. */
  readonly placeholder: string
}

/** One width of a stored picture that is to be made. */
export type WidthJob = {
  /** Path of the stored picture. */
  readonly source: string
  /** Path to write to. */
  readonly to: string
  readonly cut: Cut
  readonly extension: Extension
}

/** In the picture process only, too. Waits until the file is on the disk. */
export async function makeWidth({ source, to, cut, extension }: WidthJob): Promise<void> {
  const { from, left, top } = cut
  const picture = sharp(source, { failOn: 'error' }).extract({ left, top, ...from })
  await encoded(picture.resize(cut.to.width, cut.to.height, { fit: 'fill' }), extension).toFile(to)
  await settled(to)
}

/** Makes the stored picture and all its renditions. In the picture process only: it takes seconds and hundreds of megabytes. */
export async function makePicture({ source, folder, focal, isClean, crop }: PictureJob): Promise<MadePicture> {
  let picture = source
  let clean: CleanImage | null = null
  if (!isClean) {
    clean = await cleanImage(picture, path.join(folder, 'clean'))
    picture = path.join(folder, 'clean')
  }
  if (crop) {
    clean = await cropImage(picture, path.join(folder, 'cropped'), crop)
    picture = path.join(folder, 'cropped')
  }
  return {
    original: clean && (await finished(picture, clean)),
    sizes: await makeRenditions(picture, folder, focal),
    placeholder: await placeholderOf(picture),
  }
}

/** The longer side of a placeholder, in pixels. */
const PLACEHOLDER = 20

async function placeholderOf(picture: string): Promise<string> {
  const few = await sharp(picture, { failOn: 'error' })
    .resize(PLACEHOLDER, PLACEHOLDER, { fit: 'inside' })
    .webp({ quality: 40 })
    .toBuffer()
  return `data:image/webp;base64,${few.toString('base64')}`
}

async function makeRenditions(picture: string, folder: string, focal: Point): Promise<Record<string, MadeFile>> {
  const { width, height } = await sharp(picture).metadata()
  const cuts = SHAPES.map((shape) => ({ shape, cut: cutFor(shape, { width, height }, focal) }))
  // Decoded once, at twice the size that is needed at most: JPEG decodes to a fraction in a fraction of the time.
  const scale = Math.min(1, 2 * Math.max(...cuts.map(({ cut }) => cut.to.width / cut.from.width)))
  const base = await sharp(picture, { failOn: 'error' })
    .resize(atLeastOne(width * scale), atLeastOne(height * scale), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const made: Record<string, MadeFile> = {}
  for (const { shape, cut } of cuts) {
    const from = {
      width: Math.min(atLeastOne(cut.from.width * scale), base.info.width),
      height: Math.min(atLeastOne(cut.from.height * scale), base.info.height),
    }
    const { data, info } = await sharp(base.data, { raw: base.info })
      .extract({
        left: Math.min(Math.round(cut.left * scale), base.info.width - from.width),
        top: Math.min(Math.round(cut.top * scale), base.info.height - from.height),
        ...from,
      })
      .resize(cut.to.width, cut.to.height, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const { suffix, extension, mimeType } of FORMATS) {
      const file = path.join(folder, `${shape.name}${suffix}`)
      await encoded(sharp(data, { raw: info }), extension).toFile(file)
      made[`${shape.name}${suffix}`] = await finished(file, { ...cut.to, mimeType, extension })
    }
  }
  return made
}

function encoded(picture: Sharp, extension: Extension): Sharp {
  return extension === 'webp' ? picture.webp({ quality: 80 }) : picture.avif({ quality: 55, effort: 3 })
}

/** Waits until the file is on the disk. */
async function settled(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

async function finished(
  file: string,
  { width, height, mimeType, extension }: Pick<MadeFile, 'width' | 'height' | 'mimeType' | 'extension'>,
): Promise<MadeFile> {
  await settled(file)
  const content = await readFile(file)
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { path: file, width, height, mimeType, extension, bytes: content.length, sha256 }
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}
