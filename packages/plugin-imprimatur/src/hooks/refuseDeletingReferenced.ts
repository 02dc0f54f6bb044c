import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import type { ContentField } from '../domain/content/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { documentsOf, findDossiers, pagesOf, parentsOf, type Documents } from '../store/index.ts'
import { refuseNamed } from '../guard/index.ts'
import { idsFor, type DatabaseId } from '../hardening/adapter/index.ts'
import { canSeePiece } from '../access/index.ts'

/**
 * Refuses to delete a document that a piece refers to, in what readers get of it or in its newest revision: SQLite
 * empties the reference, and with it changes what was signed off. The same of what the workflow's rules name
 * ({@link refuseNamed}). Files have `guardShownMedia`.
 *
 * @throws CodedError `in_use`.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const refuseDeletingReferenced: CollectionBeforeOperationHook = async ({ operation, ...asked }) => {
  const { args, collection, req } = asked
  if (operation !== 'delete') return args
  const documents = await documentsOf(asked, operation)
  for await (const ids of documents.pages()) {
    await refuseNamed(req, collection.slug, ids)
    await refuseReferred(req, collection.slug, ids, documents)
  }
  return args
}

async function refuseReferred(
  req: PayloadRequest,
  to: string,
  ids: readonly string[],
  going: Documents,
): Promise<void> {
  for (const collection of runtimeOf(req.payload).collections.values()) {
    const paths = referringPaths(collection.fields, to)
    const holder = paths.length === 0 ? undefined : await holderOf(req, collection, paths, { to, ids, going })
    if (holder === undefined) continue
    const [row] = await findDossiers(req, { piece: { equals: pieceKey(collection.slug, holder) } }, { limit: 1 })
    const title = row && canSeePiece(req)(row.state) ? row.title : null
    throw coded('in_use', {
      message: title === null ? 'A piece still refers to this.' : `“${title}” still refers to this.`,
      hint: 'Take it out of the piece first. If the piece is public, that takes a new revision.',
    })
  }
}

/**
 * A piece that stays and has one of `ids` at one of `paths`, in the main row or in the newest revision. Documents that
 * are deleted in the same call do not count.
 */
async function holderOf(
  req: PayloadRequest,
  { slug }: WorkflowCollection,
  paths: readonly string[],
  { to, ids, going }: { to: string; ids: readonly string[]; going: Documents },
): Promise<string | undefined> {
  for await (const holders of piecesWith(req, slug, paths, idsFor(req.payload, to, ids))) {
    const gone = slug === to ? await going.among(holders) : []
    const holder = holders.find((each) => !gone.includes(each))
    if (holder !== undefined) return holder
  }
  return undefined
}

async function* piecesWith(
  req: PayloadRequest,
  collection: string,
  paths: readonly string[],
  ids: readonly DatabaseId[],
): AsyncGenerator<readonly string[]> {
  const where = (prefix: string): Where => ({ or: paths.map((path) => ({ [prefix + path]: { in: [...ids] } })) })
  const rows = pagesOf<{ id: DatabaseId }>(req, { collection, by: 'id', select: { id: true }, where: where('') })
  for await (const page of rows) yield page.map(({ id }) => String(id))
  yield* parentsOf(req, { collection, where: { and: [{ latest: { equals: true } }, where('version.')] } })
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
