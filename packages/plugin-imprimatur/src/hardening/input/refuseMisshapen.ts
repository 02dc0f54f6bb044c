import {
  ValidationError,
  type CollectionBeforeValidateHook,
  type FlattenedField,
  type GlobalBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import { idsFor } from '../adapter/index.ts'
import { valueShape, type Reference, type ShapeFault } from './valueShape.ts'

/**
 * Refuses a draft that holds something else than its fields can hold, or that refers to what does not exist. Payload does not validate
 * drafts, and what comes then of a bad date, a choice that is none or an unknown id is an internal error, another one on each
 * database (3.90.2). Only references that are new are looked up. Belongs first among the `beforeValidate` hooks.
 *
 * @throws ValidationError with a message for each field.
 */
export const refuseMisshapen: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  const errors = await shapeErrors(collection.flattenedFields, data, originalDoc, req)
  if (errors.length > 0) throw inWords({ collection: collection.slug, errors, req })
  return data
}

/** The same for a global, which Payload validates but for references to what does not exist. */
export const refuseMisshapenGlobal: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) => {
  const errors = await shapeErrors(global.flattenedFields, data, originalDoc, req)
  if (errors.length > 0) throw inWords({ global: global.slug, errors, req })
  return data as unknown
}

/** Payload (3.90.2) names only the fields in GraphQL and in bulk; here the error says there what is wrong, too. */
function inWords(what: { collection?: string; global?: string; errors: ShapeFault[]; req: PayloadRequest }) {
  const message = what.errors.map((each) => `${each.path}: ${each.message}`).join(' ')
  return Object.assign(new ValidationError(what), { message })
}

async function shapeErrors(
  fields: readonly FlattenedField[],
  data: unknown,
  originalDoc: unknown,
  req: PayloadRequest,
): Promise<ShapeFault[]> {
  const before = valueShape(fields, originalDoc)
  const { faults: all, references } = valueShape(fields, data)
  // What was stored before it was refused does not stop a save of something else.
  const faults = all
    .filter(({ path, message }) => !before.faults.some((fault) => fault.path === path && fault.message === message))
    .map(({ path, message, place }): ShapeFault => ({ path, message: place ? `${message} (At ${place}.)` : message }))
  // A version of long ago may show what was deleted since; the gates tell that before it is published.
  if (req.context.isRestoringVersion === true) return faults
  const known = new Set(before.references.map(keyOf))
  const fresh = references.filter((reference) => !known.has(keyOf(reference)))
  const found = await existing(fresh, req)
  const missing = fresh
    .filter((reference) => !found.has(keyOf(reference)))
    .map(({ path, id }) => ({
      path,
      message: `There is no document with the id “${id.slice(0, 40)}”. Choose one that exists.`,
    }))
  return [...faults, ...missing]
}

const keyOf = ({ collection, id }: Omit<Reference, 'path'>): string => `${collection}:${id}`

/** Which of the documents exist, in the trash too. */
async function existing(references: readonly Reference[], req: PayloadRequest): Promise<ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { collection, id } of references) {
    if (!(collection in req.payload.collections)) continue
    wanted.set(collection, (wanted.get(collection) ?? new Set()).add(id))
  }
  const found = new Set<string>()
  for (const [collection, ids] of wanted) {
    const { docs } = await req.payload.db.find({
      collection: collection,
      where: { id: { in: idsFor(req.payload, collection, ids) } },
      limit: 0,
      pagination: false,
      select: { updatedAt: true },
      req,
    })
    for (const doc of docs) found.add(keyOf({ collection, id: String(doc.id) }))
  }
  return found
}
