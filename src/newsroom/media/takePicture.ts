import path from 'node:path'
import { ValidationError, type File, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'
import { fieldFaults, transactionOf } from 'payload-plugin-imprimatur'
import { finalData, record } from 'payload-plugin-imprimatur/content'
import { ImageRefused, refuseOddFile, type Crop } from './cleanImage.ts'
import type { MadeFile, MadePicture } from './makePicture.ts'
import { inWorkshop, placeFile, putIn, removeFiles, storedName, uploadsOf } from './pictureFiles.ts'
import type { PictureMaker } from './PictureMaker.ts'
import type { Point } from './renditions.ts'
import type { FileStore } from './store/index.ts'
import { carrierOf, knowing, takenIn, withoutFiles, type OfPicture, type TakenPicture } from './takenPicture.ts'

/** A write to a collection of pictures, before Payload's operation begins. */
export type PictureWrite = {
  readonly collection: SanitizedCollectionConfig
  readonly operation: 'create' | 'update'
  /** Left out when several documents are updated at once. */
  readonly id?: string | undefined
  readonly data: unknown
  readonly file: File | undefined
  readonly overrideAccess: boolean
  readonly req: PayloadRequest
}

/**
 * Does everything that is slow about a write to pictures, and then has Payload write the document: checks who asks, the file's first
 * bytes and the fields, and only then decodes, cleans and renders in the picture process, and puts the files in place. So the row comes
 * last, and Payload's transaction begins with nothing left to do but write it.
 *
 * @param write is handed what it is to take for the uploaded file. When it refuses, the files are taken away again; when it fails
 * in another way the outcome may be unknown, and they are left to the sweep.
 * @throws ValidationError in words for the person who chose the file; CodedError `busy`; Error inside a transaction.
 */
export async function takePicture<T>(
  maker: PictureMaker,
  store: FileStore,
  asked: PictureWrite,
  write: (file: File | undefined) => Promise<T>,
): Promise<T> {
  const { collection, file, operation, overrideAccess, req } = asked
  if (takenIn(file)) return write(file)
  // Whoever may not write is refused by Payload, and must not make the server decode pictures first.
  if (!overrideAccess && (await collection.access[operation]({ req })) === false) return write(file)
  const source = await sourceOf(asked)
  if (source === null) return write(undefined)
  if ((await transactionOf(req)) !== undefined) {
    throw new Error('A picture cannot be taken in inside a transaction: it would hold up everybody else who writes.')
  }
  await refuseInvalid(asked, source.stored)

  const uploads = uploadsOf(req.payload, collection.slug)
  const taken = await inWorkshop(uploads, async (folder) => {
    const from = source.bytes ? await putIn(folder, source.bytes) : await store.localPath(source.name, folder)
    const job = { source: from, folder, focal: source.focal, isClean: !source.bytes, ...optional(source.crop) }
    const made = await maker.make(job, req.signal).catch((error: unknown) => {
      throw error instanceof ImageRefused ? refusal(asked, error.message) : error
    })
    return place(made, store, source)
  })
  try {
    return await knowing(taken.name, taken.said, () => write(carrierOf(taken)))
  } catch (error) {
    if (Number((error as { status?: unknown }).status) < 500)
      await removeFiles(req.payload, store, collection.slug, taken.files)
    throw error
  }
}

/** What a picture is to be made of. */
type Source = {
  /** Of an uploaded file; left out when the stored one is rendered anew. */
  readonly bytes?: Buffer
  /** What the file is called. */
  readonly name: string
  readonly focal: Point
  readonly crop: Crop | undefined
  readonly stored: Readonly<Record<string, unknown>> | null
}

/** Null when nothing has to be made: there is no file, and neither the part nor the focal point of the stored one changes. */
async function sourceOf(asked: PictureWrite): Promise<Source | null> {
  const { collection, data, file, id, operation, req } = asked
  const edits = record((req.query as Record<string, unknown> | undefined)?.uploadEdits)
  const { focalX, focalY } = record(data)
  const point = record(edits.focalPoint)
  const given = pointOf(point.x, point.y) ?? pointOf(focalX, focalY)
  if (operation === 'update' && id === undefined) {
    if (file || given || edits.crop)
      throw refusal(asked, 'Change the file or the focal point of one picture at a time.')
    return null
  }
  const where = { id: { equals: id } }
  const stored =
    operation === 'update'
      ? await req.payload.db.findOne<Record<string, unknown> & { id: string }>({ collection: collection.slug, where })
      : null
  if (operation === 'update' && stored === null) return null
  if (file) {
    try {
      refuseOddFile(file.data)
    } catch (error) {
      throw error instanceof ImageRefused ? refusal(asked, error.message) : error
    }
    return { bytes: file.data, name: file.name, focal: given ?? CENTRE, crop: cropOf(edits), stored }
  }
  const name = stored?.filename
  if (typeof name !== 'string') return null
  const focal = pointOf(stored?.focalX, stored?.focalY) ?? CENTRE
  const crop = cropOf(edits)
  const cuts = crop && (crop.width !== stored?.width || crop.height !== stored.height) ? crop : undefined
  if (!cuts && (!given || (given.x === focal.x && given.y === focal.y))) return null
  return { name, focal: given ?? focal, crop: cuts, stored }
}

const CENTRE: Point = { x: 50, y: 50 }

/** From numbers, or digits in an address; within the picture. */
function pointOf(x: unknown, y: unknown): Point | undefined {
  const [left, top] = [numberOf(x), numberOf(y)]
  if (left === undefined || top === undefined) return undefined
  const inside = (value: number) => Math.min(Math.max(Math.round(value), 0), 100)
  return { x: inside(left), y: inside(top) }
}

/** As the panel of Payload 3.90 sends it: where it begins in per cent, how large it is in pixels. */
function cropOf(edits: Record<string, unknown>): Crop | undefined {
  const { x, y } = record(edits.crop)
  const [left, top] = [numberOf(x), numberOf(y)]
  const [width, height] = [numberOf(edits.widthInPixels), numberOf(edits.heightInPixels)]
  if (left === undefined || top === undefined || width === undefined || height === undefined) return undefined
  return { left, top, width, height }
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Refuses data that Payload would refuse after the picture was made: a missing text costs no decoding. */
async function refuseInvalid({ collection, data, req }: PictureWrite, stored: Source['stored']): Promise<void> {
  const faults = await fieldFaults(req, collection, finalData(withoutFiles(data), stored))
  if (faults.length === 0) return
  const errors = faults.map(({ field, message }) => ({ path: field, message }))
  throw new ValidationError({ collection: collection.slug, errors, req })
}

function refusal({ collection, req }: PictureWrite, message: string): ValidationError {
  return new ValidationError({ collection: collection.slug, errors: [{ path: 'file', message }], req })
}

function optional(crop: Crop | undefined): { crop?: Crop } {
  return crop ? { crop } : {}
}

type Placed = TakenPicture & { readonly name: string | undefined; readonly said: OfPicture }

/** Moves what was made to where readers get it, or nothing of it. */
async function place(made: MadePicture, store: FileStore, source: Source): Promise<Placed> {
  const files: string[] = []
  try {
    return await placeEach(made, store, source, files)
  } catch (error) {
    for (const name of files) await store.remove(name)
    throw error
  }
}

/** @param files gets the name of each file as soon as it is placed */
async function placeEach(
  { original, placeholder, sizes }: MadePicture,
  store: FileStore,
  source: Source,
  files: string[],
): Promise<Placed> {
  const put = async (made: MadeFile, wanted: string): Promise<string> => {
    const name = await placeFile(made.path, store, wanted)
    files.push(name)
    return name
  }
  const name = original ? await put(original, storedName(source.name, original.sha256, original.extension)) : undefined
  const stem = path.parse(name ?? source.name).name
  const sizesData: Record<string, object> = {}
  for (const [size, made] of Object.entries(sizes)) {
    const filename = await put(made, `${stem}-${size}-${made.sha256.slice(0, 8)}.${made.extension}`)
    sizesData[size] = { ...fieldsOf(made), filename }
  }
  await store.settle()
  const data = {
    ...(original ? { ...fieldsOf(original), filename: name } : {}),
    sizes: sizesData,
    focalX: source.focal.x,
    focalY: source.focal.y,
  }
  const said = { sha256: original?.sha256 ?? '', placeholder }
  return { data, files, basedOn: source.bytes ? null : source.name, name, said }
}

/** Payload makes `url` of the name, unless there is one. */
function fieldsOf({ bytes, height, mimeType, width }: MadeFile): object {
  return { filesize: bytes, height, mimeType, url: null, width }
}
