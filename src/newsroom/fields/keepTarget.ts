import type { CollectionBeforeChangeHook } from 'payload'
import { decideTarget } from './decideTarget.ts'
import { finalData } from 'payload-plugin-imprimatur/content'

/** Lets a teaser lead to one place only. */
export const keepTarget: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const target = decideTarget(finalData(data, originalDoc).target)
  return target === undefined ? data : { ...data, target }
}
