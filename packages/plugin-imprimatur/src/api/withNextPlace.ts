import type { Payload } from 'payload'
import { cursorFields, writeCursor } from '../domain/public-query/index.ts'
import { runtimeOf } from '../runtime/index.ts'

/** A page of a list with the place where the next one begins under `after`, null when there is none. */
export async function withNextPlace(
  payload: Payload,
  collection: string,
  order: string | null,
  response: Response,
): Promise<Response> {
  if (response.status !== 200) return response
  const fields = runtimeOf(payload).queryable.get(collection) ?? {}
  const names = order === null ? undefined : cursorFields(order, fields)
  const page = (await response.json()) as { readonly docs: readonly Doc[]; readonly hasNextPage: boolean }
  const last = page.hasNextPage && names ? page.docs.at(-1) : undefined
  // What was not selected has to be read.
  const whole =
    last && names?.some((name) => last[name] === undefined) ? await rowOf(payload, collection, last.id) : last
  const after = whole && order !== null ? (writeCursor(order, fields, whole) ?? null) : null
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return Response.json({ ...page, after }, { status: 200, headers })
}

type Doc = Readonly<Record<string, unknown>>

async function rowOf(payload: Payload, collection: string, id: unknown): Promise<Doc | undefined> {
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    draft: false,
    overrideAccess: false,
    user: null,
  })
  return docs[0]
}
