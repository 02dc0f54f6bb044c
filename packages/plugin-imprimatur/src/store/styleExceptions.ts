import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { StyleException } from '../domain/style/index.ts'
import { isDigest, type Digest } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { idFor } from '../hardening/adapter/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { remembered, type InPayload } from '../transaction/index.ts'
import { instantOf } from './instantOf.ts'
import { isDuplicate } from './isDuplicate.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: number | string }

/** Where somebody let words of this revision stand, first to last. */
export function styleExceptionsOn(req: InPayload, piece: string, digest: Digest): Promise<readonly StyleException[]> {
  const collection = slugIn(req)
  return remembered(req, `style exceptions of ${piece} ${digest}`, [`documents:${collection}`], async () => {
    const { docs } = await req.payload.db.find<Stored>({
      collection,
      where: { and: [{ piece: { equals: piece } }, { digest: { equals: digest } }] },
      sort: ['at', 'id'],
      pagination: false,
      limit: 0,
      req,
    })
    return docs.flatMap((row) => exceptionOf(row) ?? [])
  })
}

/** @throws CodedError `conflict` when somebody else has just let the same words stand */
export async function addStyleException(req: PayloadRequest, exception: Omit<StyleException, 'id'>): Promise<void> {
  const { by, ...columns } = exception
  const data = { ...columns, author: by, key: keyOf(exception) }
  try {
    await req.payload.db.create({ collection: slugIn(req), data, req })
  } catch (error) {
    if (isDuplicate(error)) throw coded('conflict')
    throw error
  }
}

export async function removeStyleException(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteOne({
    collection: slugIn(req),
    where: { id: { equals: idFor(req.payload, slugIn(req), id) } },
    req,
  })
}

/** Those on a piece that is not there any more. */
export async function deleteStyleExceptionsOn(req: PayloadRequest, piece: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: slugIn(req), where: { piece: { equals: piece } }, req })
}

function slugIn({ payload }: InPayload): string {
  return runtimeOf(payload).slugs.styleExceptions
}

/** Indexes of some databases take no long texts. */
function keyOf({ digest, path, piece, rule, severity, start }: Omit<StyleException, 'id'>): string {
  return createHash('sha256')
    .update(JSON.stringify([piece, digest, rule, path, start, severity]))
    .digest('hex')
}

function exceptionOf(row: Stored): StyleException | null {
  if (!isDigest(row.digest)) return null
  return {
    id: String(row.id),
    piece: String(row.piece),
    digest: row.digest,
    rule: String(row.rule),
    path: String(row.path),
    start: Number(row.start),
    exact: String(row.exact),
    severity: row.severity === 'blocks' ? 'blocks' : 'advice',
    by: String(row.author),
    at: instantOf(row.at) ?? '',
  }
}
