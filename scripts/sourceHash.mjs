import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * One SHA-256 in hex over the names and bytes of files and folders below `root`; what is missing counts as empty. The order in which the
 * file system lists them does not matter.
 */
export function sourceHash(root, names) {
  const hash = createHash('sha256')
  for (const file of names.flatMap((name) => filesBelow(join(root, name))).sort()) {
    const bytes = readFileSync(file)
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.name.startsWith('.') ? [] : filesBelow(join(path, entry.name)),
  )
}
