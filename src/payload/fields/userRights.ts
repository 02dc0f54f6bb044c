import { Forbidden, type CollectionBeforeLoginHook, type FieldHook } from 'payload'
import { record } from './finalData.ts'
import { staffOf } from './staff.ts'

/** Whether two lists of words hold the same words; anything that is no list counts as an empty one. */
export function sameWords(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown): string => (Array.isArray(value) ? [...new Set(value)].sort().join() : '')
  return sorted(one) === sorted(other)
}

/**
 * Refuses a request in which somebody who is no administrator changes what people may do. Payload by itself would pass over the value
 * and answer that all went well. The same value, as the form sends it back, is no change.
 */
export const refuseUngranted: FieldHook = ({ overrideAccess, previousValue, req, value }) => {
  if (overrideAccess === true || value === undefined || sameWords(value, previousValue)) return value as unknown
  if (staffOf(req)?.roles.includes('admin') !== true) throw new Forbidden(req.t)
  return value as unknown
}

/** Keeps people out whose account was closed. */
export const refuseClosedAccount: CollectionBeforeLoginHook = ({ req, user }) => {
  if (record(user).active === false) throw new Forbidden(req.t)
}
