import { getTranslation } from '@payloadcms/translations'
import type { Block, Field, PayloadRequest } from 'payload'
import { relationsOf } from '../domain/content/index.ts'
import type { DrawnField, DrawnPicture, Drawing } from '../domain/difference/index.ts'
import { MEDIA_KEY } from '../domain/workflow/index.ts'
import { lexicalBlocks } from '../collections/index.ts'
import { idsFor } from '../hardening/adapter/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { idsOfMedia, mediaKey } from '../store/index.ts'
import { wordsIn } from '../translations/index.ts'
import type { Revision } from '../transaction/index.ts'

/** What the value of a field says, beside itself. */
type Meaning =
  | { readonly kind: 'relation'; readonly to: readonly string[] }
  | { readonly kind: 'choice'; readonly names: ReadonlyMap<string, string> }
  | { readonly kind: 'date' }

type Described = {
  readonly fields: readonly DrawnField[]
  readonly labels: Map<string, string>
  readonly meanings: Map<string, Meaning>
}

type Named = { readonly name: string; readonly picture?: DrawnPicture }

/** What a form knows of a piece and its content does not: labels, names of documents as far as the asker may see them, pictures. */
export async function drawingOf(
  req: PayloadRequest,
  collection: WorkflowCollection,
  revisions: readonly Revision[],
): Promise<Omit<Drawing, 'compares'>> {
  const described = describe(req, collection)
  const named = await namesOf(req, collection, revisions)
  const timeZone = await runtimeOf(req.payload).timeZone(req)
  const { locale, say } = wordsIn(req.i18n)
  return {
    fields: described.fields,
    labels: described.labels,
    say: (word, values) => say(`difference:${word}`, values),
    called: (path, value) => {
      const meaning = described.meanings.get(path)
      switch (meaning?.kind) {
        case 'choice': {
          const name = meaning.names.get(value)
          return name === undefined ? undefined : { name }
        }
        case 'date':
          return dateInWords(value, timeZone, locale)
        case 'relation': {
          const found = meaning.to.flatMap((slug) => named.get(keyOf(slug, value)) ?? [])
          return found.length === 1 ? found[0] : undefined
        }
        case undefined:
          return path === `${MEDIA_KEY}.id` ? named.get(value) : undefined
      }
    },
  }
}

const keyOf = (collection: string, id: string): string => `${collection} ${id}`

/** The names of all documents that these revisions refer to: by collection and id, of media also by the name that they are signed under. */
async function namesOf(
  req: PayloadRequest,
  collection: WorkflowCollection,
  revisions: readonly Revision[],
): Promise<ReadonlyMap<string, Named>> {
  const wanted = new Map<string, Set<string>>()
  const want = (slug: string, ids: readonly string[]): void => {
    wanted.set(slug, new Set([...(wanted.get(slug) ?? []), ...ids]))
  }
  for (const { doc, media } of revisions) {
    for (const relation of relationsOf(doc, collection.fields)) want(relation.collection, [relation.id])
    for (const slug of runtimeOf(req.payload).media)
      want(
        slug,
        idsOfMedia(
          req.payload,
          slug,
          media.map(({ id }) => id),
        ),
      )
  }
  const named = new Map<string, Named>()
  for (const [slug, ids] of wanted) {
    const config = req.payload.collections[slug]?.config
    if (!config || ids.size === 0) continue
    const { docs } = await req.payload.find({
      collection: slug,
      where: { id: { in: idsFor(req.payload, slug, ids) } },
      depth: 0,
      draft: Boolean(config.versions as unknown),
      limit: 0,
      overrideAccess: false,
      pagination: false,
      req,
    })
    for (const doc of docs as unknown as readonly (Readonly<Record<string, unknown>> & { id: number | string })[]) {
      const title = doc[config.admin.useAsTitle ?? 'id']
      const name = typeof title === 'string' && title !== '' ? title : String(doc.id)
      const url = doc.thumbnailURL ?? doc.url
      const isPicture = typeof url === 'string' && String(doc.mimeType).startsWith('image/')
      const alt = typeof doc.alt === 'string' ? doc.alt : ''
      const own: Named = { name, ...(isPicture ? { picture: { url, alt } } : {}) }
      named.set(keyOf(slug, String(doc.id)), own)
      if (runtimeOf(req.payload).media.includes(slug)) named.set(mediaKey(req.payload, slug, doc.id), own)
    }
  }
  return named
}

/** Fields, labels and meanings, by the paths that a drawing asks for. */
function describe(req: PayloadRequest, collection: WorkflowCollection): Described {
  const { config } = req.payload.collections[collection.slug] ?? {}
  const { say } = wordsIn(req.i18n)
  const labels = new Map([
    [MEDIA_KEY, say('difference:files')],
    [`${MEDIA_KEY}.id`, say('difference:file')],
    [`${MEDIA_KEY}.hash`, say('difference:fingerprint')],
    [`${MEDIA_KEY}.alt`, say('difference:alt')],
    [`${MEDIA_KEY}.caption`, say('difference:caption')],
    [`${MEDIA_KEY}.credit`, say('difference:credit')],
  ])
  const described: Described = { fields: [], labels, meanings: new Map() }
  const known = new Set<string>()
  const words = (label: unknown): string | undefined => {
    if (typeof label === 'function') return String((label as (args: unknown) => unknown)({ i18n: req.i18n, t: req.t }))
    return typeof label === 'string' || (typeof label === 'object' && label !== null)
      ? getTranslation(label as string, req.i18n)
      : undefined
  }
  const name = (path: string, label: unknown): void => {
    const said = words(label)
    if (said !== undefined && said !== '') labels.set(path, said)
  }
  const blocks = (all: readonly Pick<Block, 'fields' | 'labels' | 'slug'>[]): void => {
    for (const block of all) {
      const key = `block:${block.slug}`
      if (known.has(key)) continue
      known.add(key)
      name(key, block.labels?.singular)
      walk(block.fields, `${key}.`)
    }
  }
  const walk = (fields: readonly Field[], under: string): void => {
    for (const field of fields) {
      if (field.type === 'tabs') {
        for (const tab of field.tabs) {
          if ('name' in tab && tab.name) {
            name(under + tab.name, tab.label)
            walk(tab.fields, `${under}${tab.name}.`)
          } else walk(tab.fields, under)
        }
        continue
      }
      const own = 'name' in field && field.name ? under + field.name : null
      if (own !== null) {
        name(own, 'label' in field ? field.label : undefined)
        noteMeaning(own, field)
      }
      if (field.type === 'blocks') blocks(field.blocks)
      else if ('fields' in field) walk(field.fields, own === null ? under : `${own}.`)
    }
  }
  const noteMeaning = (path: string, field: Field): void => {
    switch (field.type) {
      case 'relationship':
      case 'upload': {
        const meaning: Meaning = { kind: 'relation', to: [field.relationTo].flat() }
        described.meanings.set(path, meaning)
        described.meanings.set(`${path}.value`, meaning)
        break
      }
      case 'richText':
        described.meanings.set(path, { kind: 'relation', to: req.payload.config.collections.map(({ slug }) => slug) })
        blocks(lexicalBlocks(field.editor, req.payload.config) as readonly Block[])
        break
      case 'select':
      case 'radio': {
        const names = field.options.map((option): [string, string] =>
          typeof option === 'string' ? [option, option] : [option.value, words(option.label) ?? option.value],
        )
        described.meanings.set(path, { kind: 'choice', names: new Map(names) })
        break
      }
      case 'date':
        described.meanings.set(path, { kind: 'date' })
        break
      default:
    }
  }
  walk(config?.fields ?? [], '')
  const text = new Set(textFields(config?.fields ?? []))
  return {
    ...described,
    fields: collection.fields.map((field): DrawnField => {
      const as =
        field.name === collection.title ? 'title' : text.has(field.name) || field.kind === 'richText' ? 'text' : 'value'
      return { name: field.name, as }
    }),
  }
}

/** Fields at the top that hold more than a line. */
function textFields(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field): readonly string[] => {
    if (field.type === 'textarea') return [field.name]
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [] : textFields(tab.fields)))
    return field.type === 'row' || field.type === 'collapsible' ? textFields(field.fields) : []
  })
}

/** By the newsroom's clock, which it names; a difference of less than a minute is seen in the value beside it. */
function dateInWords(value: string, timeZone: string, locale: string): Named | undefined {
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return undefined
  const name = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone,
  }).format(at)
  return { name }
}
