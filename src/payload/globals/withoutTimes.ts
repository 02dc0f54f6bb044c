import type { GlobalAfterReadHook } from 'payload'
import { staffOf } from '../fields/staff.ts'

const TIMES: ReadonlySet<string> = new Set(['createdAt', 'updatedAt'])

/**
 * Leaves out of a global when it was changed, so that an ordering prepared by editors does not tell when it was prepared. Staff who
 * see every piece and the Local API with overridden access get everything.
 */
export const withoutTimes: GlobalAfterReadHook = ({ doc, overrideAccess, req }) => {
  if (overrideAccess === true || staffOf(req)?.roles.some((role) => role !== 'contributor')) return doc as unknown
  return Object.fromEntries(Object.entries(doc as object).filter(([name]) => !TIMES.has(name)))
}
