import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, SanitizedCollectionConfig, Where } from 'payload'
import { slugify, record } from 'payload-plugin-imprimatur/content'
import type { FileStore } from './store/index.ts'

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The name under which a file is kept: readable, and with the start of its hash, so that a file that is not public yet cannot be found
 * by guessing and other bytes never come under a name that was given out.
 *
 * @param hash SHA-256 of the file, in hex
 */
export function storedName(original: string, hash: string, extension: string): string {
  const base = original.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return `${slugify(base).slice(0, 60).replace(/-+$/, '') || 'picture'}-${hash.slice(0, 12)}.${extension}`
}

/** Folders that pictures are made in, on this machine. */
const WORKSHOP = '.making-'

/** Runs `work` with a folder of its own in `uploads`, which is gone afterwards. */
export async function inWorkshop<T>(uploads: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.resolve(uploads, `${WORKSHOP}${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes `bytes` for the picture process to read. */
export async function putIn(folder: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, 'uploaded')
  await writeFile(file, bytes)
  return file
}

/**
 * Moves a finished file to where readers get it, under a name that no other document has: when `name` is taken, with a number. So no
 * document ever deletes the file of another one, even if somebody uploads the same picture twice at the same moment.
 */
export async function placeFile(from: string, store: FileStore, name: string): Promise<string> {
  const { name: base, ext } = path.parse(name)
  for (let number = 0; ; number++) {
    const free = number === 0 ? name : `${base}-${String(number)}${ext}`
    if (await store.add(from, free)) return free
  }
}

/** The names of all files of a picture's document. */
export function filesOf(doc: unknown): readonly string[] {
  const { filename, sizes } = record(doc)
  return [filename, ...Object.values(record(sizes)).map((size) => record(size).filename)].filter(
    (name) => typeof name === 'string' && name !== '',
  ) as string[]
}

/** The folder of widths, among pictures: they are made of those, and can be made again. */
const WIDTHS_FOLDER = '.widths'

/** Where the widths of a picture are kept, by the SHA-256 of its file: the same picture has them once, however many documents it has. */
export function widthsFolder(hash: string): string {
  return `${WIDTHS_FOLDER}/${hash}`
}

/** What {@link sha256} makes. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

/** How many names are looked up at once. */
const BATCH = 200

/** Those of `values` that no document has, of any collection that keeps its files there. Looks at what is committed. */
async function withoutDocument(
  payload: Payload,
  uploads: string,
  values: readonly string[],
  pathsOf: (collection: SanitizedCollectionConfig) => readonly string[],
  valuesOf: (doc: unknown) => readonly string[],
): Promise<readonly string[]> {
  const known = new Set<string>()
  for (const collection of payload.config.collections) {
    const { slug } = collection
    if (uploadsOf(payload, slug) !== uploads) continue
    for (let at = 0; at < values.length; at += BATCH) {
      const batch = values.slice(at, at + BATCH)
      const where: Where = { or: pathsOf(collection).map((each) => ({ [each]: { in: batch } })) }
      const { docs } = await payload.db.find({ collection: slug, where, pagination: false, limit: 0 })
      for (const doc of docs) for (const value of valuesOf(doc)) known.add(value)
    }
  }
  return values.filter((value) => !known.has(value))
}

/** Those of the names of files that no document has. */
function filesWithoutDocument(payload: Payload, uploads: string, names: readonly string[]): Promise<readonly string[]> {
  return withoutDocument(payload, uploads, names, filePaths, filesOf)
}

/** Those of the SHA-256 of pictures that no document has. */
function hashesWithoutDocument(
  payload: Payload,
  uploads: string,
  hashes: readonly string[],
): Promise<readonly string[]> {
  return withoutDocument(
    payload,
    uploads,
    hashes,
    () => ['sha256'],
    (doc) => [String(record(doc).sha256)],
  )
}

/** Where a document of the collection names its files. */
export function filePaths({ upload }: SanitizedCollectionConfig): readonly string[] {
  return ['filename', ...(upload.imageSizes ?? []).map(({ name }) => `sizes.${name}.filename`)]
}

/** Removes files that no document has; those that a document has stay. */
export async function removeFiles(
  payload: Payload,
  store: FileStore,
  collection: string,
  names: readonly string[],
): Promise<void> {
  const uploads = uploadsOf(payload, collection)
  for (const name of await filesWithoutDocument(payload, uploads, names)) await store.remove(name)
}

/** The folder of a collection's files, as it was configured: operations get another one, see `writeTaken`. */
export function uploadsOf(payload: Payload, collection: string): string {
  const { staticDir } = record(payload.collections[collection]?.config.upload)
  return path.resolve(typeof staticDir === 'string' ? staticDir : collection)
}

/** How old a file without a document has to be before it is swept, in milliseconds. No upload takes that long. */
const GRACE_MS = 24 * 3_600_000

/**
 * Removes what uploads that broke off left behind: files that no document has, widths of those, and folders that pictures were made in. What
 * is younger than a day stays, as its document may be about to come, from another process too. So does everything when not one of the
 * files has a document: the store is then not that of this database.
 *
 * @returns names of what was swept
 */
export async function sweepFiles(
  payload: Payload,
  store: FileStore,
  collection: string,
  now: Date,
): Promise<readonly string[]> {
  const uploads = uploadsOf(payload, collection)
  const isOld = async (name: string): Promise<boolean> => {
    const kept = await store.look(name)
    return kept !== undefined && now.getTime() - kept.modified > GRACE_MS
  }
  const names = await store.names()
  const files = names.filter((name) => STORED.test(name))
  const orphans = await filesWithoutDocument(payload, uploads, files)
  const swept: string[] = []
  if (orphans.length > 0 && orphans.length === files.length) {
    payload.logger.warn({
      msg: 'No document has any of the files, so none was swept.',
      uploads: store.place,
      files: files.length,
    })
  } else {
    for (const name of orphans) {
      if (!(await isOld(name))) continue
      await store.remove(name)
      swept.push(name)
    }
    const pictures = new Set(names.flatMap((name) => WIDTH.exec(name)?.[1] ?? []))
    for (const hash of await hashesWithoutDocument(payload, uploads, [...pictures])) {
      const widths = names.filter((name) => name.startsWith(`${widthsFolder(hash)}/`))
      if (!(await Promise.all(widths.map(isOld))).every(Boolean)) continue
      await store.removeFolder(widthsFolder(hash))
      swept.push(widthsFolder(hash))
    }
  }
  swept.push(...(await sweepWorkshops(uploads, now)))
  if (swept.length > 0)
    payload.logger.info({ msg: 'Files without a document were swept.', count: swept.length, swept: swept.slice(0, 20) })
  return swept
}

async function sweepWorkshops(uploads: string, now: Date): Promise<readonly string[]> {
  const swept: string[] = []
  for (const name of (await readdir(uploads).catch(noneIfMissing)).filter((each) => each.startsWith(WORKSHOP))) {
    const stats = await stat(path.join(uploads, name)).catch(() => null)
    if (stats === null || now.getTime() - Math.max(stats.mtimeMs, stats.ctimeMs) <= GRACE_MS) continue
    await rm(path.join(uploads, name), { recursive: true, force: true })
    swept.push(name)
  }
  return swept
}

function noneIfMissing(error: unknown): [] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
  throw error
}

/** What {@link widthsFolder} has in it. */
const WIDTH = /^\.widths\/([0-9a-f]{64})\/[^/]+$/

/** What {@link storedName} makes, and renditions of it. Nothing else in the folder is ours to sweep. */
const STORED = /^[a-z0-9-]+-[0-9a-f]{12}[A-Za-z0-9-]*\.(?:jpg|png|webp|avif)$/
