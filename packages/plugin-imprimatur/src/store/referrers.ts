import type { Where } from 'payload'
import type { ContentField } from '../domain/content/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import type { WorkflowCollection } from '../runtime/index.ts'
import type { InPayload } from '../transaction/index.ts'
import { pagesOf, parentsOf } from './pagesOf.ts'

/**
 * Ids of the pieces of a collection that refer to one of `ids` of the collection `to`, page by page: in what readers get of them, or in
 * their newest revision. A piece may come twice.
 */
export async function* referrersOf(
  req: InPayload,
  { fields, slug }: WorkflowCollection,
  to: string,
  ids: readonly string[],
): AsyncGenerator<readonly string[]> {
  const paths = referringPaths(fields, to)
  if (paths.length === 0) return
  const wanted = idsFor(req.payload, to, ids)
  const where = (prefix: string): Where => ({ or: paths.map((path) => ({ [prefix + path]: { in: [...wanted] } })) })
  const rows = pagesOf<{ id: number | string }>(req, {
    collection: slug,
    by: 'id',
    select: { id: true },
    where: where(''),
  })
  for await (const page of rows) yield page.map(({ id }) => String(id))
  yield* parentsOf(req, { collection: slug, where: where('version.'), onlyLatest: true })
}

/** Whether pieces of a collection have a place for documents of the collection `to` at all. */
export function mayRefer({ fields }: WorkflowCollection, to: string): boolean {
  return referringPaths(fields, to).length > 0
}

/** Where documents of the collection `to` stand in a piece; rich text holds ids as text, which no database touches. */
function referringPaths(fields: readonly ContentField[], to: string): readonly string[] {
  return fields.flatMap((field): readonly string[] => {
    switch (field.kind) {
      case 'relation':
        return field.to.includes(to) ? [field.polymorphic ? `${field.name}.value` : field.name] : []
      case 'group':
      case 'array':
        return referringPaths(field.fields, to).map((path) => `${field.name}.${path}`)
      case 'blocks':
        return Object.values(field.blocks).flatMap((block) =>
          referringPaths(block, to).map((path) => `${field.name}.${path}`),
        )
      default:
        return []
    }
  })
}
