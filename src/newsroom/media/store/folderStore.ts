import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from './FileStore.ts'

/** Files in a folder of this machine, or one that several share. */
export function folderStore(folder: string): FileStore {
  const at = (name: string) => path.join(folder, name)
  return {
    place: folder,
    add: async (from, name) => {
      if (!(await reserve(at(name)))) return false
      await rename(from, at(name))
      return true
    },
    put: async (from, name) => {
      await mkdir(path.dirname(at(name)), { recursive: true })
      await rename(from, at(name))
      await syncFolder(path.dirname(at(name)))
    },
    look: async (name) => {
      const stats = await stat(at(name)).catch(orMissing(undefined))
      return stats && { bytes: stats.size, modified: Math.max(stats.mtimeMs, stats.ctimeMs) }
    },
    read: (name, part) =>
      Promise.resolve(Readable.toWeb(createReadStream(at(name), part)) as ReadableStream<Uint8Array>),
    localPath: (name) => Promise.resolve(at(name)),
    remove: (name) => rm(at(name), { force: true }),
    removeFolder: (name) => rm(at(name), { recursive: true, force: true }),
    names: async () => {
      const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(orMissing([]))
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    },
    settle: () => syncFolder(folder),
    // The environment has looked at the folder already.
    check: () => Promise.resolve(),
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

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function orMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value
    throw error
  }
}
