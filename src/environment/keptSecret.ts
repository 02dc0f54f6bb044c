import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { folderFailure } from './writableFolder.ts'

/**
 * The secret kept in `folder/secret`, made on first use: 32 random bytes in hex, readable by the owner only. Two processes that start at
 * once agree on one, because a hard link to an existing name fails.
 *
 * @throws EnvironmentError when the file can be neither read nor made, or holds nothing
 */
export function keptSecret(folder: string): string {
  const file = join(folder, 'secret')
  try {
    if (!existsSync(file)) make(file)
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
  } catch (error) {
    throw folderFailure('DATA_DIR', folder, error)
  }
  throw folderFailure(
    'DATA_DIR',
    folder,
    new Error(`its file "secret" is damaged; remove it, and everybody has to log in again`),
  )
}

function make(file: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
