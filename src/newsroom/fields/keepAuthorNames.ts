import type { CollectionBeforeChangeHook } from 'payload'
import { finalData, record, textOf } from 'payload-plugin-imprimatur/content'

/** Lets an author be sorted by the printed name until somebody enters another one to sort by. */
export const keepAuthorNames: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const doc = finalData(data, originalDoc)
  const sortName = textOf(doc, 'sortName')
  const follows = sortName === '' || sortName === textOf(originalDoc, 'displayName')
  return { ...record(data), sortName: follows ? textOf(doc, 'displayName') || undefined : sortName }
}
