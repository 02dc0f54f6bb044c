import type { CollectionBeforeChangeHook } from 'payload'
import { record } from 'payload-plugin-imprimatur/content'

/**
 * Keeps the values of machine-written fields when an old version is restored: they say what happened to the piece, which a restored
 * text does not undo, and Payload drops fields that requests may not write (3.90.2).
 */
export function keepOnRestore(...names: readonly string[]): CollectionBeforeChangeHook {
  return ({ data, originalDoc, req }) => {
    if (req.context.isRestoringVersion !== true) return data
    const former = record(originalDoc)
    return { ...data, ...Object.fromEntries(names.map((name) => [name, former[name]])) }
  }
}
