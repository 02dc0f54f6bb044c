import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

/**
 * Keeps the SHA-256 of a file beside it, of the bytes that readers get: by this time Payload 3.90 has cut and resized what it stores as the
 * original. It is part of what is signed off with a piece that shows the file.
 */
export const withFileHash: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const sha256 = req.file ? await hashOfUpload(req.file) : (originalDoc as { sha256?: unknown } | undefined)?.sha256
  return sha256 === undefined ? (data as unknown) : { ...(data as object), sha256 }
}

async function hashOfUpload({ data, tempFilePath }: NonNullable<PayloadRequest['file']>): Promise<string> {
  const hash = createHash('sha256')
  if (tempFilePath) await pipeline(createReadStream(tempFilePath), hash)
  else hash.update(data)
  return hash.digest('hex')
}
