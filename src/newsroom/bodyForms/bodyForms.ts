import DataLoader from 'dataloader'
import type { CollectionAfterReadHook, PayloadRequest, Plugin, Where } from 'payload'
import { Scope } from 'payload-plugin-imprimatur/scope'
import {
  bodyAsHtml,
  bodyAsMarkdown,
  bodyAsText,
  withDocuments,
  type FindDocument,
  type Loose,
} from '../../bodies/index.ts'

/** The forms that readers can have texts in. */
export const BODY_FORMS = ['lexical', 'html', 'markdown', 'text'] as const
export type BodyForm = (typeof BODY_FORMS)[number]

/** By collection: the field that has its text. */
const TEXTS: Readonly<Record<string, string>> = { articles: 'body', authors: 'biography' }

const WRITERS: Readonly<Record<Exclude<BodyForm, 'lexical'>, (state: unknown) => string>> = {
  html: bodyAsHtml,
  markdown: bodyAsMarkdown,
  text: bodyAsText,
}

/** The field of a collection that has forms; undefined for collections without one. */
export function textFieldOf(collection: string): string | undefined {
  return Object.hasOwn(TEXTS, collection) ? TEXTS[collection] : undefined
}

const asked = new Scope<BodyForm>('bodyForm')

/** Has texts that are read on the way come in a form. For answers to readers only: what is saved and what digests are made of is read elsewhere. */
export function withBodyForm<T>(form: BodyForm, run: () => T): T {
  return asked.run(form, run)
}

/** Lets texts of documents be read in the form that was asked for. To be applied last, so that every other hook sees the text as it is. */
export const bodyForms: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    const field = textFieldOf(collection.slug)
    const afterRead = [...(collection.hooks?.afterRead ?? []), ...(field === undefined ? [] : [inAskedForm(field)])]
    return { ...collection, hooks: { ...collection.hooks, afterRead } }
  }),
})

function inAskedForm(field: string): CollectionAfterReadHook {
  return async ({ doc, req }: { doc: Loose; req: PayloadRequest }) => {
    const form = asked.get()
    const state = doc[field]
    if (form === undefined || form === 'lexical' || typeof state !== 'object' || state === null) return doc
    return { ...doc, [field]: await inForm(req, state, form) }
  }
}

/** A text as it is stored, with or without the documents that it refers to, in a form for whoever asks. */
export async function inForm(req: PayloadRequest, state: unknown, form: Exclude<BodyForm, 'lexical'>): Promise<string> {
  return WRITERS[form](await withDocuments(state, documentsFor(req)))
}

/** What of a document a text shows. Payload makes the address of a picture of its other fields. */
const SHOWN: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  articles: { slug: true, headline: true },
  authors: { slug: true },
}

const finders = new WeakMap<PayloadRequest['context'], FindDocument>()

/** Documents as the asker may read them: those that all texts of an answer refer to are read together. */
function documentsFor(req: PayloadRequest): FindDocument {
  const known = finders.get(req.context)
  if (known) return known
  const loader = new DataLoader<string, Loose | undefined>((keys) => load(req, keys))
  const find: FindDocument = (collection, id) => loader.load(`${collection}:${id}`)
  finders.set(req.context, find)
  return find
}

async function load(req: PayloadRequest, keys: readonly string[]): Promise<(Loose | undefined)[]> {
  const found = new Map<string, Loose>()
  for (const collection of new Set(keys.map((key) => key.slice(0, key.indexOf(':'))))) {
    const ids = keys.flatMap((key) => (key.startsWith(`${collection}:`) ? [key.slice(collection.length + 1)] : []))
    if (!req.payload.collections[collection]) continue
    const where: Where = { id: { in: ids } }
    const { docs } = await req.payload.find({
      collection: collection,
      where,
      limit: ids.length,
      pagination: false,
      depth: 0,
      draft: false,
      overrideAccess: false,
      req,
      ...(SHOWN[collection] ? { select: SHOWN[collection] } : {}),
    })
    for (const doc of docs as unknown as readonly Loose[]) found.set(`${collection}:${String(doc.id)}`, doc)
  }
  return keys.map((key) => found.get(key))
}
