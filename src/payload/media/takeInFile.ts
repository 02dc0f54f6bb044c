import { createHash } from 'node:crypto'
import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { slugify } from '../../content/index.ts'
import { fieldFaults } from '../errors/index.ts'
import { finalData, idOf, record } from '../fields/finalData.ts'
import { cleanImage, ImageRefused } from './cleanImage.ts'

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The name under which a file is kept: readable, and with the start of its hash, so that renditions of two files that were called the
 * same never overwrite each other and a file that is not public yet cannot be found by guessing.
 */
export function storedName(original: string, bytes: Uint8Array, extension: string): string {
  const base = original.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return `${slugify(base).slice(0, 60).replace(/-+$/, '') || 'picture'}-${sha256(bytes).slice(0, 12)}.${extension}`
}

/**
 * Puts a checked and cleaned picture in the place of the uploaded file, before Payload stores it and makes renditions. A file can only
 * come with the request: Payload would else fetch one from an address that is sent as `url`, past this check (3.90.2).
 *
 * @throws ValidationError on `file`, in words for the person who chose it.
 */
export const takeInFile: CollectionBeforeOperationHook = async ({
  args,
  collection,
  // Only the value `read`, which is not looked at here, is deprecated.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  // Whoever may not upload is refused by Payload after this, and must not make the server decode pictures first.
  if (overrideAccess !== true && (await collection.access[operation]({ req })) === false) return args
  const refuse = (message: string): ValidationError =>
    new ValidationError({ collection: collection.slug, errors: [{ path: 'file', message }], req })

  const { file } = req
  if (file === undefined) {
    if (operation === 'create') throw refuse('Choose a file to upload.')
    return args
  }
  if (operation === 'update') await refuseInvalid(args, collection, req)
  try {
    const clean = await cleanImage(file.data)
    req.file = {
      data: clean.bytes,
      mimetype: clean.mimeType,
      name: storedName(file.name, clean.bytes, clean.extension),
      size: clean.bytes.length,
    }
  } catch (error) {
    if (error instanceof ImageRefused) throw refuse(error.message)
    throw error
  }
  return args
}

/**
 * Refuses to replace a file together with data that Payload will refuse: it removes the old files before it validates (3.90.2), and the
 * document would be left without any.
 */
async function refuseInvalid(args: unknown, collection: SanitizedCollectionConfig, req: PayloadRequest): Promise<void> {
  const id = idOf(args)
  if (id === undefined) return
  const stored = await req.payload.db.findOne({
    collection: collection.slug,
    where: { id: { equals: id } },
    req,
  })
  if (stored === null) return
  const faults = await fieldFaults(req, collection, finalData(record(args).data, stored))
  if (faults.length === 0) return
  const errors = faults.map(({ field, message }) => ({ path: field, message }))
  throw new ValidationError({ collection: collection.slug, errors, req })
}

/** Keeps `sha256` in step with the stored original. When Payload crops one, it leaves the new bytes on the request. */
export const hashFile: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const bytes = req.file?.data
  const hash = bytes !== undefined && bytes.length > 0 ? sha256(bytes) : record(originalDoc).sha256
  return { ...data, sha256: hash }
}
