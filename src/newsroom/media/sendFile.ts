import path from 'node:path'
import { LRUCache } from 'lru-cache'
import type { Endpoint, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { answerWithFile, keyHeaders } from '../../delivery/index.ts'
import { keptWidth } from './keptWidth.ts'
import { filePaths, isHash, sha256, uploadsOf } from './pictureFiles.ts'
import type { PictureMaker } from './PictureMaker.ts'
import { factsOf } from './srcset.ts'
import { TYPES, type FileStore, type KeptFile, type Part } from './store/index.ts'

type Found = Readonly<Record<string, unknown>> & { readonly id: number | string }

/**
 * `/file/:filename` and `/file/:stem/:width`: stored files and widths of them, to whoever may read the document right now. The first stands before Payload's own,
 * which has no validators, and calls a file that no document has a fault of the server (Payload 3.90).
 */
export function fileEndpoints(slug: string, maker: PictureMaker, store: FileStore): Endpoint[] {
  return [
    {
      path: '/file/:filename',
      method: 'get',
      handler: async (req) => {
        const { config } = collectionOf(req, slug)
        const name = String(req.routeParams?.filename)
        const doc = await readable(req, config, {
          or: filePaths(config).map((each) => ({ [each]: { equals: name } })),
        })
        return send(req, store, slug, doc, name)
      },
    },
    {
      path: '/file/:stem/:width',
      method: 'get',
      handler: async (req) => {
        const { config } = collectionOf(req, slug)
        const stem = String(req.routeParams?.stem)
        const doc = await readable(req, config, { filename: { in: [`${stem}.jpg`, `${stem}.png`] } })
        const picture = factsOf(doc)
        if (!picture) throw coded('not_found')
        const wanted = String(req.routeParams?.width)
        const file = await keptWidth(maker, store, uploadsOf(req.payload, slug), picture, wanted)
        if (file === undefined) throw coded('not_found')
        return send(req, store, slug, doc, file)
      },
    },
  ]
}

function collectionOf({ payload }: PayloadRequest, slug: string): { config: SanitizedCollectionConfig } {
  const collection = payload.collections[slug]
  if (!collection) throw coded('not_found')
  return collection
}

/** @throws CodedError `not_found` when there is no such document, or whoever asks may not read it */
async function readable(
  req: PayloadRequest,
  { access, slug }: SanitizedCollectionConfig,
  where: Where,
): Promise<Found> {
  const may = await access.read({ req, isReadingStaticFile: true })
  if (may === false) throw coded('not_found')
  const readers = may === true ? [] : [may]
  const doc = await req.payload.db.findOne<Found>({ collection: slug, where: { and: [where, ...readers] }, req })
  if (doc === null) throw coded('not_found')
  return doc
}

async function send(
  req: PayloadRequest,
  store: FileStore,
  slug: string,
  { id, filename, sha256: ofFile }: Found,
  name: string,
): Promise<Response> {
  const kept = await store.look(name)
  if (!kept) {
    req.payload.logger.error({ msg: 'A picture has a document and no file.', collection: slug, id, file: name })
    throw coded('not_found')
  }
  const sent = {
    bytes: kept.bytes,
    hash: Buffer.from(name === filename && isHash(ofFile) ? ofFile : await hashOfFile(store, name, kept), 'hex'),
    modified: Math.floor(kept.modified / 1000) * 1000,
    type: TYPES[path.extname(name)] ?? 'application/octet-stream',
    read: (part?: Part) => store.read(name, part),
  }
  const answer = await answerWithFile(req.headers, sent, keyHeaders([`${slug}:${String(id)}`]))
  if (answer.status === 412) throw coded('precondition_failed')
  return answer
}

/** SHA-256, in hex, of files that were sent, by place, size and time. */
const hashes = new LRUCache<string, string>({ max: 20_000 })

async function hashOfFile(
  store: FileStore,
  name: string,
  { bytes, modified, sha256: kept }: KeptFile,
): Promise<string> {
  const key = [store.place, name, bytes, modified].join(' ')
  const known = kept ?? hashes.get(key)
  if (known !== undefined) return known
  const hash = sha256(Buffer.from(await new Response(await store.read(name)).arrayBuffer()))
  hashes.set(key, hash)
  return hash
}
