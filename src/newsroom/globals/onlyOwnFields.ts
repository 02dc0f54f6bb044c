import type { GlobalAfterReadHook } from 'payload'
import { staffMember } from '../../accounts/index.ts'

const TIMES: ReadonlySet<string> = new Set(['createdAt', 'updatedAt'])

/**
 * Keeps only the fields of a global that its config declares. Payload adds an id and times as soon as it was saved
 * once, and by these readers would learn that editors prepared an ordering, and when. Staff who see every piece and the
 * Local API with overridden access get everything.
 */
export const onlyOwnFields: GlobalAfterReadHook = ({ doc, global, overrideAccess, req }) => {
  if (overrideAccess === true || staffMember(req)?.roles.some((role) => role !== 'contributor')) return doc as unknown
  const stored = doc as Readonly<Record<string, unknown>>
  // In a fixed order, which would otherwise change with the first save.
  const names = global.flattenedFields.map(({ name }) => name).filter((name) => name in stored && !TIMES.has(name))
  return Object.fromEntries(names.map((name) => [name, stored[name]]))
}
