import type { Payload } from 'payload'

/** An id as the database has it. In addresses, in keys of pieces and in what is signed, ids are texts. */
export type DatabaseId = number | string

const FORMS = {
  /** https://www.rfc-editor.org/rfc/rfc9562#section-4 */
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  objectId: /^[0-9a-f]{24}$/i,
  number: /^-?\d+(?:\.\d+)?$/,
}

/** Whether documents of the collection are numbered, so that those of another one may have the same ids. */
export function isNumbered({ collections, db }: Payload, collection: string): boolean {
  return (collections[collection]?.customIDType ?? db.defaultIDType) === 'number'
}

/** The id that the text stands for; the text itself when it can be the id of nothing there. */
export function idFor(payload: Payload, collection: string, text: string): DatabaseId {
  return isNumbered(payload, collection) && FORMS.number.test(text) ? Number(text) : text
}

/** The ids that the texts stand for, without those that no document can have: a database may fail on them. */
export function idsFor(payload: Payload, collection: string, texts: Iterable<string>): DatabaseId[] {
  const form = formOf(payload, collection)
  return [...texts].filter((text) => form?.test(text) !== false).map((text) => idFor(payload, collection, text))
}

/** What ids of the collection look like; null for texts that a project chooses itself. */
function formOf(payload: Payload, collection: string): RegExp | null {
  if (isNumbered(payload, collection)) return FORMS.number
  if (payload.collections[collection]?.customIDType !== undefined) return null
  const { name, idType } = payload.db as { readonly name: string; readonly idType?: unknown }
  if (name === 'mongoose') return FORMS.objectId
  return name === 'postgres' && idType === 'uuid' ? FORMS.uuid : null
}
