import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type File,
  type Where,
} from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { idOf, record } from 'payload-plugin-imprimatur/content'

/** A picture that is made and in place, for the operation that is about to write its document. */
export type TakenPicture = {
  /** What the document gets. */
  readonly data: Readonly<Record<string, unknown>>
  /** Name of the stored file that it was made of; null when it is a new one. */
  readonly basedOn: string | null
  /** Names of the files that were placed for it. */
  readonly files: readonly string[]
}

/** Of the process and not of this module, as Next bundles a second copy of it. */
const TAKEN = Symbol.for('imprimatur.takenPicture')

type Carrier = File & { readonly [TAKEN]?: TakenPicture }

/** Stands in for the uploaded file on its way through Payload's operation, which is to have nothing to decode. */
export function carrierOf(taken: TakenPicture): File {
  const carrier: Carrier = { data: Buffer.alloc(0), mimetype: '', name: '', size: 0, [TAKEN]: taken }
  return carrier
}

export function takenIn(file: unknown): TakenPicture | undefined {
  return (file as Carrier | undefined)?.[TAKEN]
}

/** What a document says of its files. Nobody sends it: it follows from the files. */
const OF_FILES = ['filename', 'mimeType', 'filesize', 'width', 'height', 'url', 'thumbnailURL', 'sizes'] as const

export function withoutFiles(data: unknown): Record<string, unknown> {
  const ours: ReadonlySet<string> = new Set(OF_FILES)
  return Object.fromEntries(Object.entries(record(data)).filter(([name]) => !ours.has(name)))
}

/**
 * Has Payload's operation write the document of a picture that was made before it began, and nothing else: Payload 3.90 decodes, resizes
 * and deletes files inside the transaction, which on SQLite keeps everybody else from writing. It gets no file, so it has nothing to do.
 * Files of documents that are deleted go after the commit (`dropFiles.ts`).
 *
 * @throws ValidationError when a new document comes without a file; Error when a file was not made into a picture before: the
 * operation was called past `payload.create`, `payload.update`, REST and GraphQL.
 */
export const writeTaken: CollectionBeforeOperationHook = async ({
  args,
  collection,
  // Only the value `read`, which is not looked at here, is deprecated.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  operation,
  overrideAccess,
  req,
}) => {
  if (operation === 'delete') return leavingFiles(args)
  if (operation !== 'create' && operation !== 'update') return args
  const { file } = req
  const taken = takenIn(file)
  Reflect.deleteProperty(req, 'file')
  Reflect.deleteProperty(req.query, 'uploadEdits')
  // Whoever may not write is told so by Payload, next.
  if (overrideAccess !== true && (await collection.access[operation]({ req })) === false) return args
  if (file && !taken) throw new Error('A picture has to be made before the operation that writes its document begins.')
  if (operation === 'create' && !taken) {
    const errors = [{ path: 'file', message: 'Choose a file to upload.' }]
    throw new ValidationError({ collection: collection.slug, errors, req })
  }
  if (typeof taken?.basedOn === 'string') {
    const where: Where = { and: [{ id: { equals: idOf(args) } }, { filename: { equals: taken.basedOn } }] }
    if ((await req.payload.db.findOne({ collection: collection.slug, where, req })) === null) throw coded('conflict')
  }
  return leavingFiles({ ...args, data: { ...withoutFiles(record(args).data), ...taken?.data } })
}

/** The arguments, with a collection of which Payload neither demands a file nor knows where files are. */
function leavingFiles<Args>(args: Args): Args {
  const { collection } = args as { collection: { config: { upload: object } } }
  const { config } = collection
  const upload = { ...config.upload, staticDir: '', filesRequiredOnCreate: false }
  return { ...args, collection: { ...collection, config: { ...config, upload } } }
}

/** What a document says of its stored picture, and no request may write. */
export type OfPicture = { readonly sha256: string; readonly placeholder: string }

/** Keeps what is said of the stored picture as it is: Payload takes it out of what requests send, and of what the operation was given. */
export const keepOfPicture: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { filename } = record(data)
  const { placeholder, sha256 } = record(originalDoc)
  return { ...data, sha256, placeholder, ...(typeof filename === 'string' ? known.get(filename) : {}) }
}

/** By name, of files that were placed for operations under way. */
const known = new Map<string, OfPicture>()

/** Has {@link keepOfPicture} know of a new file while `operate` writes its document. */
export async function knowing<T>(name: string | undefined, said: OfPicture, operate: () => Promise<T>): Promise<T> {
  if (name === undefined) return operate()
  known.set(name, said)
  try {
    return await operate()
  } finally {
    known.delete(name)
  }
}
