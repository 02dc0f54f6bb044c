import { open } from 'node:fs/promises'
import { ImportError } from './ImportError.ts'
import { MAX_PAGE_BYTES } from './pageText.ts'
import type { ReadFile } from './ports.ts'

/**
 * Reads the bytes of a page, or of a file of several articles with its `limit`, through the port. Throws ImportError `import_not_found` when there is no such file, or it is a folder
 * or may not be read. A file that is too large is read no further than is needed to tell.
 */
export async function readPage(
  path: string,
  readFile: ReadFile = readFileUpTo,
  limit: number = MAX_PAGE_BYTES,
): Promise<Uint8Array> {
  try {
    return await readFile(path, limit)
  } catch (cause) {
    throw new ImportError(
      'import_not_found',
      `The file ${path} ${whyNot(cause)}.`,
      'Check the path; a relative one starts at the working directory.',
      {
        cause,
      },
    )
  }
}

function whyNot(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist'
    case 'EISDIR':
      return 'is a folder'
    case 'EACCES':
    case 'EPERM':
      return 'may not be read'
    default:
      return `could not be read: ${cause instanceof Error ? cause.message : String(cause)}`
  }
}

/** The port `ReadFile` on the file system. */
export async function readFileUpTo(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = new Uint8Array(limit + 1)
    let length = 0
    while (length < buffer.byteLength) {
      const { bytesRead } = await file.read(buffer, length, buffer.byteLength - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}
