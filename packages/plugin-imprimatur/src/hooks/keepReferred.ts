import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import type { ContentField } from '../domain/content/index.ts'
import { pieceKey } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import { newsroom, type WorkflowCollection } from '../runtime/index.ts'
import { documentsOf, findDossiers } from '../store/index.ts'
import { refuseNamed } from '../guard/index.ts'
import { idsFor, type DatabaseId } from '../hardening/adapter/index.ts'
import { mayKnow } from '../access/index.ts'

/**
 * Refuses to delete a document that a piece refers to, in what readers get of it or in its newest revision: SQLite
 * empties the reference, and with it changes what was signed off. The same of what the workflow's rules name
 * ({@link refuseNamed}). Files have `guardShownMedia`.
 *
 * @throws CodedError `in_use`.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const keepReferred: CollectionBeforeOperationHook = async ({ operation, ...asked }) => {
  const { args, collection, req } = asked
  if (operation !== 'delete') return args
  const ids = await documentsOf(asked, operation)
  await refuseNamed(req, collection.slug, ids)
  if (ids.length > 0) await refuseReferred(req, collection.slug, ids)
  return args
}

async function refuseReferred(req: PayloadRequest, to: string, ids: readonly string[]): Promise<void> {
  for (const collection of newsroom(req.payload).collections.values()) {
    const paths = referringPaths(collection.fields, to)
    const holders = paths.length === 0 ? [] : await piecesWith(req, collection, paths, idsFor(req.payload, to, ids))
    // What goes in the same call holds nothing back.
    const [holder] = collection.slug === to ? holders.filter((each) => !ids.includes(each)) : holders
    if (holder === undefined) continue
    const [row] = await findDossiers(req, { piece: { equals: pieceKey(collection.slug, holder) } }, { limit: 1 })
    const title = row && mayKnow(req)(row.state) ? row.title : null
    throw coded('in_use', {
      message: title === null ? 'A piece still refers to this.' : `“${title}” still refers to this.`,
      hint: 'Take it out of the piece first. If the piece is public, that takes a new revision.',
    })
  }
}

/** Pieces that have one of `ids` at one of `paths`, in the main row or in the newest revision. */
async function piecesWith(
  req: PayloadRequest,
  collection: WorkflowCollection,
  paths: readonly string[],
  ids: readonly DatabaseId[],
): Promise<readonly string[]> {
  const where = (prefix: string): Where => ({ or: paths.map((path) => ({ [prefix + path]: { in: [...ids] } })) })
  const [rows, versions] = [
    await req.payload.db.find<{ id: DatabaseId }>({
      collection: collection.slug,
      where: where(''),
      pagination: false,
      limit: 0,
      req,
    }),
    await req.payload.db.findVersions({
      collection: collection.slug,
      where: { and: [{ latest: { equals: true } }, where('version.')] },
      pagination: false,
      limit: 0,
      req,
    }),
  ]
  return [...rows.docs.map((doc) => String(doc.id)), ...versions.docs.map((version) => String(version.parent))]
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
