import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { coded } from 'payload-plugin-imprimatur'
import { EnvironmentError, type BucketSetting } from '../../../environment/index.ts'
import { TYPES } from './types.ts'
import type { FileStore } from './FileStore.ts'

/** In milliseconds: until there is a connection, and until the store has answered. */
const PATIENCE = { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true }

/** When to come back, in seconds, while the store is away. */
const RETRY_AFTER = 30

/**
 * Files in a bucket, below a prefix. They are private: no request gives anybody a right to one, and no address of the bucket leaves the server.
 */
export function s3Store({ bucket, endpoint, prefix, region }: BucketSetting): FileStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    maxAttempts: 2,
    requestHandler: PATIENCE,
    // Stores of other makers do not know the checksums that S3 has had since 2025.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = `s3://${bucket}/${prefix}`
  const keyOf = (name: string) => `${prefix}${name}`
  const object = (name: string) => ({ Bucket: bucket, Key: keyOf(name) })

  const look: FileStore['look'] = async (name) => {
    const found = await answered(() => client.send(new HeadObjectCommand(object(name))), 'missing')
    if (found === undefined) return undefined
    const { ContentLength = 0, LastModified, Metadata } = found
    const { sha256 } = Metadata ?? {}
    return { bytes: ContentLength, modified: LastModified?.getTime() ?? 0, ...(sha256 ? { sha256 } : {}) }
  }
  const put = async (from: string, name: string, beside: object = {}): Promise<void> => {
    const Body = await readFile(from)
    const sha256 = createHash('sha256').update(Body).digest('hex')
    const ContentType = TYPES[path.extname(name)]
    await client.send(new PutObjectCommand({ ...object(name), Body, ContentType, Metadata: { sha256 }, ...beside }))
  }
  const read: FileStore['read'] = async (name, part) => {
    const Range = part && `bytes=${String(part.start)}-${String(part.end)}`
    const { Body } = await answered(() => client.send(new GetObjectCommand({ ...object(name), Range })))
    if (!Body) throw new Error('The store of files has answered without a file.')
    return Body.transformToWebStream() as ReadableStream<Uint8Array>
  }
  const below = (folder: string) =>
    answered(async () => {
      const keys: string[] = []
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: keyOf(folder) },
      ))
        keys.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])))
      return keys
    })
  return {
    place,
    add: async (from, name) => {
      if (await look(name)) return false
      const isFree = await answered(() => put(from, name, { IfNoneMatch: '*' }).then(() => true), 'taken')
      return isFree ?? false
    },
    put: (from, name) => answered(() => put(from, name)),
    look,
    read,
    localPath: async (name, folder) => {
      const file = path.join(folder, 'stored')
      await pipeline(Readable.fromWeb((await read(name)) as never), createWriteStream(file))
      return file
    },
    remove: async (name) => {
      await answered(() => client.send(new DeleteObjectCommand(object(name))))
    },
    removeFolder: async (name) => {
      const Objects = (await below(`${name}/`)).map((Key) => ({ Key }))
      if (Objects.length === 0) return
      await answered(() => client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } })))
    },
    names: async () => (await below('')).map((key) => key.slice(prefix.length)),
    settle: () => Promise.resolve(),
    check: async () => {
      const probe = object(`.probe-${String(process.pid)}`)
      try {
        await client.send(new PutObjectCommand({ ...probe, Body: 'x' }))
        await client.send(new DeleteObjectCommand(probe))
      } catch (error) {
        const { message, name } = error as Error
        const why = [name === 'Error' ? '' : name, message].filter(Boolean).join(': ')
        throw new EnvironmentError(`The bucket at UPLOADS_URI (${place}) cannot be written: ${why}`)
      }
    },
  }
}

/** Statuses that are an answer to what was asked. */
const ANSWERS = { missing: 404, taken: 412 } as const

function answered<T>(ask: () => Promise<T>): Promise<T>
function answered<T>(ask: () => Promise<T>, orElse: keyof typeof ANSWERS): Promise<T | undefined>
async function answered<T>(ask: () => Promise<T>, orElse?: keyof typeof ANSWERS): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    const { httpStatusCode } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {}
    if (orElse && httpStatusCode === ANSWERS[orElse]) return undefined
    throw Object.assign(
      coded('busy', {
        message: 'The store of pictures does not answer. Nothing was changed.',
        hint: 'Try again in a moment.',
        retryAfter: RETRY_AFTER,
      }),
      { cause: error },
    )
  }
}
