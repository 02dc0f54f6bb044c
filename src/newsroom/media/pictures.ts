import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  addDataAndFileToRequest,
  createLocalReq,
  Forbidden,
  type CollectionConfig,
  type Config,
  type Endpoint,
  type File,
  type Payload,
  type PayloadRequest,
  type Plugin,
} from 'payload'
import { idOf } from 'payload-plugin-imprimatur/content'
import { entriesOf, retrying } from 'payload-plugin-imprimatur'
import { callAfterCommit } from './afterCommit.ts'
import { MAX_FILE_BYTES } from './cleanImage.ts'
import { dropDeleted, dropReplaced } from './dropFiles.ts'
import { PictureMaker, tooBusy } from './PictureMaker.ts'
import { fileEndpoints } from './sendFile.ts'
import { folderStore, type FileStore } from './store/index.ts'
import { takePicture, type PictureWrite } from './takePicture.ts'
import { keepOfPicture, writeTaken } from './takenPicture.ts'

/** What others need of the running pictures. */
export type Pictures = {
  readonly collections: readonly string[]
  /** Where their files are. */
  readonly store: FileStore
  /** Does what is slow about a write before `write`. */
  readonly take: <T>(asked: PictureWrite, write: (file: File | undefined) => Promise<T>) => Promise<T>
  /** Ends the picture process; what waits for it is refused with `busy`. */
  readonly stop: () => void
}

/**
 * Takes pictures in for these collections with nothing slow inside a transaction, on every way in: REST, GraphQL (see `graphqlApi`) and
 * Payload's Local API. Comes after every plugin that wraps the database's transactions.
 *
 * @param folder where pictures are made
 * @param store where their files are; that folder when left out
 */
export function pictures(collections: readonly string[], folder: string, store = folderStore(folder)): Plugin {
  const maker = new PictureMaker()
  const own: Pictures = {
    collections,
    store,
    take: (asked, write) => takePicture(maker, store, asked, write),
    stop: () => {
      maker.stop()
    },
  }
  return (config) =>
    ({
      ...config,
      collections: (config.collections ?? []).map((each) =>
        collections.includes(each.slug) ? withPictures(each, folder, maker, store) : each,
      ),
      custom: { ...config.custom, pictures: own },
      onInit: async (payload) => {
        await config.onInit?.(payload)
        callAfterCommit(payload.db)
        takeLocally(payload, own)
      },
    }) satisfies Config
}

/** A project without this plugin has none. */
const NONE: Pictures = {
  collections: [],
  store: folderStore(''),
  take: ({ file }, write) => write(file),
  stop: () => undefined,
}

/** The running pictures of a Payload instance. */
export function picturesOf(payload: Payload): Pictures {
  return (payload.config.custom as { pictures?: Pictures } | undefined)?.pictures ?? NONE
}

function withPictures(
  collection: CollectionConfig,
  folder: string,
  maker: PictureMaker,
  store: FileStore,
): CollectionConfig {
  const { hooks = {}, slug, upload } = collection
  return {
    ...collection,
    upload: { ...(typeof upload === 'object' ? upload : {}), staticDir: folder },
    endpoints: [
      uploading(slug, 'post', '/'),
      uploading(slug, 'patch', '/:id'),
      uploading(slug, 'patch', '/'),
      ...fileEndpoints(slug, maker, store).map((endpoint) => ({
        ...endpoint,
        handler: (req: PayloadRequest) => sayingWhen(req, async () => endpoint.handler(req)),
      })),
      ...(collection.endpoints || []),
    ],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), writeTaken],
      beforeChange: [...(hooks.beforeChange ?? []), keepOfPicture],
      afterChange: [...(hooks.afterChange ?? []), dropReplaced(store)],
      beforeDelete: [...(hooks.beforeDelete ?? []), dropDeleted(store)],
    },
  }
}

/** In front of Payload's own endpoint of the same method and path. */
function uploading(slug: string, method: 'post' | 'patch', address: string): Endpoint {
  const operation = method === 'post' ? 'create' : 'update'
  return {
    path: address,
    method,
    handler: async (req) => {
      const { config: collection } = req.payload.collections[slug] ?? {}
      const [, behind] = (collection?.endpoints || []).filter((each) => each.method === method && each.path === address)
      if (!collection || !behind) throw new Error(`There is no ${method} ${address} of ${slug}.`)
      if (!(await collection.access[operation]({ req }))) throw new Forbidden(req.t)
      await readBody(req)
      const data = req.data ?? {}
      const id = idOf(req.routeParams?.id)
      const asked = { collection, operation, id, data, file: req.file, overrideAccess: false, req } as const
      // As `restApi` does for all other writes; here the picture is not made again.
      const write = (file: File | undefined) =>
        retrying(async () => {
          // Payload's operations change the data that they are given, and a file that has been taken is gone.
          req.data = structuredClone(data)
          setFile(req, file)
          return behind.handler(req)
        })
      return sayingWhen(req, () => picturesOf(req.payload).take(asked, write))
    },
  }
}

/** Bytes of uploads that may be in memory at once, while they are read. */
const MAX_READING = 100 * 1024 * 1024

let reading = 0

/** @throws CodedError `busy` when too many uploads are being read */
async function readBody(req: PayloadRequest): Promise<void> {
  const bytes = Number(req.headers.get('content-length') ?? MAX_FILE_BYTES)
  if (reading + bytes > MAX_READING) await sayingWhen(req, () => Promise.reject(tooBusy()))
  reading += bytes
  try {
    await addDataAndFileToRequest(req)
  } finally {
    reading -= bytes
  }
  // Payload would try to read it again (3.90.2).
  Object.defineProperty(req, 'body', { value: null })
}

/** Whoever is told to come back is told when. */
async function sayingWhen<T>(req: PayloadRequest, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const when = entriesOf(error)?.[0]?.retryAfter
    if (typeof when === 'number') {
      req.responseHeaders = new Headers([...(req.responseHeaders ?? []), ['Retry-After', String(when)]])
    }
    throw error
  }
}

function setFile(req: PayloadRequest, file: File | undefined): void {
  if (file) req.file = file
  else Reflect.deleteProperty(req, 'file')
}

type LocalOptions = {
  readonly collection: string
  readonly id?: unknown
  readonly data?: unknown
  readonly file?: File
  readonly filePath?: string
  readonly overrideAccess?: boolean
  readonly req?: Partial<PayloadRequest>
}
type LocalWrite = (options: LocalOptions) => Promise<unknown>

/** Has `payload.create` and `payload.update` take pictures, too. */
function takeLocally(payload: Payload, { collections, take }: Pictures): void {
  const operations = payload as unknown as Record<'create' | 'update', LocalWrite>
  for (const operation of ['create', 'update'] as const) {
    const behind = operations[operation].bind(payload)
    operations[operation] = async (options) => {
      const collection = payload.collections[options.collection]?.config
      if (!collection || !collections.includes(options.collection)) return behind(options)
      const { filePath, ...rest } = options
      const file = options.file ?? (filePath === undefined ? undefined : await fileAt(filePath))
      const req = await createLocalReq(options, payload)
      const { data, overrideAccess = true } = options
      return take({ collection, operation, id: idOf(options.id), data, file, overrideAccess, req }, (taken) =>
        behind({ ...without(rest), ...(taken ? { file: taken } : {}) }),
      )
    }
  }
}

function without({ file: _taken, ...rest }: LocalOptions): LocalOptions {
  return rest
}

async function fileAt(filePath: string): Promise<File> {
  const data = await readFile(filePath)
  return { data, mimetype: '', name: path.basename(filePath), size: data.length }
}
