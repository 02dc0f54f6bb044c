import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { EnvironmentError } from './EnvironmentError.ts'

/** Enough to notice a full disk before a database does. */
const PROBE_BYTES = 256 * 1024

/**
 * Makes the folder if it is missing and writes a probe into it.
 *
 * @param name the variable that names the folder, for the message
 * @throws EnvironmentError when it cannot be made or written
 */
export function requireWritableFolder(name: string, folder: string): void {
  const probe = join(folder, `.probe-${String(process.pid)}`)
  try {
    makeFolder(folder)
    try {
      writeFileSync(probe, Buffer.alloc(PROBE_BYTES), { flush: true })
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (error) {
    throw folderFailure(name, folder, error)
  }
}

/**
 * Makes the folder and those above it. `mkdirSync` with `recursive` is not used: in Node 20 to 24 it never comes back
 * where a file system answers ENOENT below a folder that is there, as /proc does.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process that starts at the same time may have been quicker.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** The sentence for a failure of the file system in the folder that the variable `name` names. */
export function folderFailure(name: string, folder: string, error: unknown): EnvironmentError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new EnvironmentError(`The disk that holds ${name} (${folder}) is full.`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EnvironmentError(`${name} (${folder}) cannot be written by this user.`)
    case 'EEXIST':
    case 'ENOTDIR':
      return new EnvironmentError(`${name} (${folder}) must be a folder, and something else has that name.`)
    default:
      return new EnvironmentError(
        `${name} (${folder}) cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      )
  }
}
