import type { CollectionBeforeValidateHook } from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { STYLE_LIMITS } from 'payload-plugin-imprimatur/style'
import { readStyleRules } from './readStyleRules.ts'

/**
 * Keeps the list at a length that each gate can look at.
 *
 * @throws CodedError `style_rules_full`
 */
export const refuseTooMany: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation === 'create' && (await readStyleRules(req)).length >= STYLE_LIMITS.rules)
    throw coded('style_rules_full')
  return data
}
