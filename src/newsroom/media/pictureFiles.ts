import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, Where } from 'payload'
import { slugify, record } from 'payload-plugin-imprimatur/content'

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

/** Folders that pictures are made in, beside those that are stored. */
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
export async function placeFile(from: string, uploads: string, name: string): Promise<string> {
  const { name: base, ext } = path.parse(name)
  for (let number = 0; ; number++) {
    const free = number === 0 ? name : `${base}-${String(number)}${ext}`
    if (!(await reserve(path.resolve(uploads, free)))) continue
    await rename(from, path.resolve(uploads, free))
    return free
  }
}

/** False when there is such a file already, also if another process made it just now. */
async function reserve(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx')).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The names of all files of a picture's document. */
export function filesOf(doc: unknown): readonly string[] {
  const { filename, sizes } = record(doc)
  return [filename, ...Object.values(record(sizes)).map((size) => record(size).filename)].filter(
    (name) => typeof name === 'string' && name !== '',
  ) as string[]
}

/** How many names are looked up at once. */
const BATCH = 200

/** Those of `names` that no document has, of any collection that keeps its files there. Looks at what is committed. */
async function withoutDocument(
  payload: Payload,
  uploads: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const known = new Set<string>()
  for (const { slug, upload } of payload.config.collections) {
    if (uploadsOf(payload, slug) !== uploads) continue
    const paths = ['filename', ...(upload.imageSizes ?? []).map(({ name }) => `sizes.${name}.filename`)]
    for (let at = 0; at < names.length; at += BATCH) {
      const batch = names.slice(at, at + BATCH)
      const where: Where = { or: paths.map((each) => ({ [each]: { in: batch } })) }
      const { docs } = await payload.db.find({ collection: slug, where, pagination: false, limit: 0 })
      for (const doc of docs) for (const name of filesOf(doc)) known.add(name)
    }
  }
  return names.filter((name) => !known.has(name))
}

/** Takes files off the disk that no document has; those that a document has stay. */
export async function removeFiles(payload: Payload, collection: string, names: readonly string[]): Promise<void> {
  const uploads = uploadsOf(payload, collection)
  for (const name of await withoutDocument(payload, uploads, names)) {
    await rm(path.join(uploads, name), { force: true })
  }
}

/** The folder of a collection's files, as it was configured: operations get another one, see `writeTaken`. */
export function uploadsOf(payload: Payload, collection: string): string {
  const { staticDir } = record(payload.collections[collection]?.config.upload)
  return path.resolve(typeof staticDir === 'string' ? staticDir : collection)
}

/** How old a file without a document has to be before it is swept, in milliseconds. No upload takes that long. */
const GRACE_MS = 24 * 3_600_000

/**
 * Takes off the disk what uploads that broke off left behind: files that no document has, and folders that pictures were made in. What
 * is younger than a day stays, as its document may be about to come, from another process too. So does everything when not one of the
 * files has a document: the folder is then not that of this database.
 *
 * @returns names of what was swept
 */
export async function sweepFiles(payload: Payload, collection: string, now: Date): Promise<readonly string[]> {
  const uploads = uploadsOf(payload, collection)
  const entries = await readdir(uploads, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  const isOld = async (name: string): Promise<boolean> => {
    const stats = await stat(path.join(uploads, name)).catch(() => null)
    return stats !== null && now.getTime() - Math.max(stats.mtimeMs, stats.ctimeMs) > GRACE_MS
  }
  const files = entries.filter((entry) => entry.isFile() && STORED.test(entry.name)).map(({ name }) => name)
  const orphans = await withoutDocument(payload, uploads, files)
  const swept: string[] = []
  if (orphans.length > 0 && orphans.length === files.length) {
    payload.logger.warn({ msg: 'No document has any of the files, so none was swept.', uploads, files: files.length })
  } else {
    for (const name of orphans) {
      if (!(await isOld(name))) continue
      await unlink(path.join(uploads, name))
      swept.push(name)
    }
  }
  for (const entry of entries) {
    if (!entry.isDirectory() || !entry.name.startsWith(WORKSHOP) || !(await isOld(entry.name))) continue
    await rm(path.join(uploads, entry.name), { recursive: true, force: true })
    swept.push(entry.name)
  }
  if (swept.length > 0)
    payload.logger.info({ msg: 'Files without a document were swept.', count: swept.length, swept: swept.slice(0, 20) })
  return swept
}

/** What {@link storedName} makes, and renditions of it. Nothing else in the folder is ours to sweep. */
const STORED = /^[a-z0-9-]+-[0-9a-f]{12}[A-Za-z0-9-]*\.(?:jpg|png|webp|avif)$/
