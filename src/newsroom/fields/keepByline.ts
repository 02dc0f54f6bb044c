import { dequal } from 'dequal'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { automaticByline, creditsOf, decideByline } from './byline.ts'
import { finalData, record, textOf } from 'payload-plugin-imprimatur/content'

/** Makes `byline` from `credits` until somebody writes one. */
export const keepByline: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const doc = finalData(data, originalDoc)
  const credits = creditsOf(doc.credits)
  const former = creditsOf(record(originalDoc).credits)
  const written = textOf(doc, 'byline').trim()
  const isUnchanged = dequal(credits, former) && textOf(doc, 'language') === textOf(originalDoc, 'language')
  // Whoever wrote it, or whatever made it, stands: nobody's name has to be read.
  if (written !== '' && isUnchanged) return { ...data, byline: written }
  const names = await displayNames(
    [...credits, ...former].flatMap(({ author }) => author ?? []),
    req,
  )
  return {
    ...data,
    byline: decideByline({
      incoming: textOf(doc, 'byline'),
      formerAutomatic: automaticByline(former, names, textOf(originalDoc, 'language')),
      automatic: automaticByline(credits, names, textOf(doc, 'language')),
    }),
  }
}

/**
 * Display names by author id. Of a public author the public name, so that a change of name that nobody has signed off does not get
 * out in a byline; of one that never was public the name in the newest draft.
 */
async function displayNames(ids: readonly string[], req: PayloadRequest): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const of = async (wanted: readonly string[], draft: boolean) => {
    const { docs } = await req.payload.find({
      collection: 'authors',
      where: { id: { in: [...new Set(wanted)] } },
      depth: 0,
      draft,
      overrideAccess: true,
      pagination: false,
      select: { displayName: true, _status: true },
      req,
    })
    return docs
  }
  const rows = await of(ids, false)
  const unpublished = rows.filter((row) => record(row)._status !== 'published').map((row) => String(row.id))
  const drafts = unpublished.length === 0 ? [] : await of(unpublished, true)
  return new Map([...rows, ...drafts].map((row) => [String(row.id), textOf(row, 'displayName')]))
}
