import type { ContentField } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'

/** A field of a content model that holds a value. */
export const value = (name: string): ContentField => ({ kind: 'value', name })

/** A field that leads to documents of the collections `to`. */
export const relation = (name: string, to: string[], many = false): ContentField => ({
  kind: 'relation',
  name,
  to,
  many,
  polymorphic: to.length > 1,
})
