import type { FlattenedField, Payload } from 'payload'
import type { Answer, Staff, TestNewsroom } from './openNewsroom.ts'
import { aText } from './pieces.ts'

/** A text that stands nowhere else, with what it was planted in. Letters and digits only, so that a slug can hold it. */
export type Canary = {
  readonly text: string
  readonly place: string
  /** `piece` is a piece or its dossier, `desk` everything else that staff share. */
  readonly kind: 'piece' | 'desk'
}

export type Cage = {
  readonly canaries: readonly Canary[]
  readonly plant: (place: string, kind?: Canary['kind']) => string
  /** Places of the canaries that a text holds. */
  readonly heardIn: (text: string, kind?: Canary['kind']) => string[]
}

/** The planted texts of one test. */
export function cage(): Cage {
  const canaries: Canary[] = []
  return {
    canaries,
    plant: (place, kind = 'piece') => {
      const text = `cnry${String(canaries.length).padStart(4, '0')}x`
      canaries.push({ text, place, kind })
      return text
    },
    heardIn: (text, kind) => {
      const heard = new Set(text.toLowerCase().match(/cnry\d{4}x/g))
      return canaries
        .filter((each) => heard.has(each.text) && (kind === undefined || each.kind === kind))
        .map((each) => each.place)
    },
  }
}

/** Documents that relations may lead to, by collection. */
export type Refs = Readonly<Record<string, string>>

/** Addresses have a form of their own. */
const ADDRESSES: ReadonlySet<string> = new Set(['canonicalUrl', 'url', 'sameAs'])
/** What has to be a code, is written by the software, or would change which piece it is. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'language',
  'createdBy',
  'changedBy',
  'countryCode',
  'm49',
  'blockName',
  'id',
])

/** Data in which every field of text that `fields` declare holds a canary, whatever fields there are. */
export function filled(
  fields: readonly FlattenedField[],
  place: string,
  plant: Cage['plant'],
  refs: Refs,
): Record<string, unknown> {
  const valueOf = (field: FlattenedField, here: string): unknown => {
    switch (field.type) {
      case 'text': {
        const text = ADDRESSES.has(field.name) ? `https://example.org/${plant(here)}` : plant(here)
        return field.hasMany ? [text] : text
      }
      case 'textarea':
        return plant(here)
      case 'richText':
        return richText(here, plant, refs)
      case 'group':
        return filled(field.flattenedFields, here, plant, refs)
      case 'array':
        return [filled(field.flattenedFields, here, plant, refs)]
      case 'relationship':
      case 'upload': {
        const id = typeof field.relationTo === 'string' ? refs[field.relationTo] : undefined
        return id === undefined ? undefined : field.hasMany ? [id] : id
      }
      case 'radio':
      case 'select': {
        const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
        // The last one of a teaser's target is the one with texts.
        const value = field.name === 'kind' ? values.at(-1) : values[0]
        return 'hasMany' in field && field.hasMany ? [value] : value
      }
      default:
        return undefined
    }
  }
  const entries = fields
    .filter((field) => !LEFT_ALONE.has(field.name) && !isDerived(field))
    .map((field) => [field.name, valueOf(field, `${place} ${field.name}`)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function isDerived(field: FlattenedField): boolean {
  return (field.custom as { imprimatur?: string } | undefined)?.imprimatur === 'derived'
}

/** A body with a canary in each kind of block. */
function richText(place: string, plant: Cage['plant'], refs: Refs): object {
  const text = aText(plant(place))
  if (!place.endsWith(' body')) return text
  const blocks = [
    { blockType: 'pullQuote', quote: plant(`${place} quote`), attribution: plant(`${place} attribution`) },
    { blockType: 'figure', image: refs.media, caption: plant(`${place} caption`), credit: plant(`${place} credit`) },
    { blockType: 'relatedLink', url: `https://example.org/${plant(`${place} url`)}`, title: plant(`${place} title`) },
    { blockType: 'factBox', title: plant(`${place} box`), text: aText(plant(`${place} fact`)) },
  ]
  const nodes = blocks.map((fields, at) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: String(at).padStart(24, 'a'), blockName: '', ...fields },
  }))
  return { root: { ...text.root, children: [...text.root.children, ...nodes] } }
}

export type Piece = { readonly collection: string; readonly id: string }

/** Moves on the way to a stage, in order. */
const ROADS: Readonly<Record<string, readonly string[]>> = {
  draft: [],
  in_review: ['submit'],
  changes_requested: ['submit', 'request_changes'],
  approved: ['submit', 'sign_off'],
  scheduled: ['submit', 'sign_off', 'schedule'],
  published: ['submit', 'sign_off', 'publish'],
  spiked: ['spike'],
}

const MOVES = [
  ['submit', 'editor'],
  ['sign_off', 'reviewer'],
  ['request_changes', 'reviewer'],
  ['spike', 'editor'],
  ['schedule', 'publisher'],
  ['publish', 'publisher'],
  ['withdraw', 'publisher'],
  ['retract', 'publisher'],
] as const

/** Makes pieces full of canaries, and moves them, as people do. */
export function aviary(newsroom: TestNewsroom, { plant }: Cage, later: string) {
  const save = async (method: string, address: string, body: object, as: Staff = 'editor'): Promise<Answer> => {
    const answer = await newsroom.ask(method, address, { as, body })
    if (answer.status >= 300) throw new Error(`${method} ${address}: ${JSON.stringify(answer.body)}`)
    return answer
  }

  /** Takes pieces along their roads, all that make the same move in one call. With `reasons`, each reason is a canary. */
  const bring = async (pieces: readonly (Piece & { stage: string })[], reasons = true): Promise<void> => {
    for (const [transition, as] of MOVES) {
      const moving = pieces.filter(({ stage }) => (ROADS[stage] ?? [stage]).includes(transition))
      if (moving.length === 0) continue
      const rows = await dossiers(newsroom)
      const items = moving.map(({ collection, id, stage }) => {
        const row = rows.find((each) => each.collection === collection && each.id === id)
        const ends = transition === 'withdraw' || transition === 'retract'
        return {
          collection,
          id,
          transition,
          digest: ends ? row?.live?.digest : row?.digest,
          ...(reasons ? { reason: plant(`${collection} ${stage} reason of ${transition}`) } : {}),
          ...(transition === 'schedule' ? { at: later } : {}),
          ...(transition === 'retract' ? { notice: 'It was wrong.' } : {}),
        }
      })
      await save('POST', '/api/transitions', { items }, as)
    }
  }

  return {
    save,
    bring,
    /** A draft without canaries. */
    plain: async (collection: string, title: string, refs: Refs, more: object = {}): Promise<Piece> => {
      const { body } = await save('POST', `/api/${collection}`, { ...basic(collection, title, refs), ...more })
      return { collection, id: String(body.doc.id) }
    },
    /** A draft in which every text is a canary. */
    full: async (collection: string, place: string, refs: Refs, more: object = {}): Promise<Piece> => {
      const fields = collectionOf(newsroom.payload, collection).flattenedFields.filter(({ name }) => !(name in more))
      const data = { ...filled(fields, `${collection} ${place}`, plant, refs), ...more }
      const { body } = await save('POST', `/api/${collection}`, data)
      return { collection, id: String(body.doc.id) }
    },
    /** The next revision of a piece in which every text is a canary, but for its slug. */
    over: async ({ collection, id }: Piece, place: string, refs: Refs): Promise<void> => {
      const fields = collectionOf(newsroom.payload, collection).flattenedFields.filter(({ name }) => name !== 'slug')
      await save('PATCH', `/api/${collection}/${id}`, filled(fields, `${collection} ${place}`, plant, refs))
    },
    /** The next revision of a piece in which no text is a canary any more. */
    emptied: async ({ collection, id }: Piece, title: string, refs: Refs): Promise<void> => {
      const { flattenedFields } = collectionOf(newsroom.payload, collection)
      const { slug: _slug, ...data } = filled(flattenedFields, '', () => '', refs)
      await save('PATCH', `/api/${collection}/${id}`, { ...nothing(data), ...basic(collection, title, refs) })
    },
  }
}

type Row = Piece & { readonly digest: string; readonly live: { readonly digest: string } | null }

const EVERY_STAGE = 'draft,in_review,changes_requested,approved,scheduled,published,withdrawn,retracted,spiked'

/** The dossiers of all pieces. */
export async function dossiers(newsroom: TestNewsroom): Promise<readonly Row[]> {
  const answer = await newsroom.ask('GET', `/api/review-queue?stage=${EVERY_STAGE}&limit=100`, { as: 'editor' })
  return answer.body.docs as readonly Row[]
}

/** The same fields with nothing in them. */
function nothing(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const empty = (value: unknown): unknown => {
    if (Array.isArray(value)) return []
    const isGroup = typeof value === 'object' && value !== null && !('root' in value)
    return isGroup ? nothing(value as Readonly<Record<string, unknown>>) : null
  }
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, empty(value)]))
}

/** What a piece of this newsroom needs to go out. */
function basic(collection: string, title: string, refs: Refs): Record<string, unknown> {
  switch (collection) {
    case 'articles':
      return {
        headline: title,
        body: aText(`The text of ${title}.`),
        credits: [{ author: refs.authors, role: 'author' }],
        leadImage: refs.media,
      }
    case 'authors':
      return { displayName: title, biography: aText(`The life of ${title}.`), shortBio: 'A life.' }
    default:
      return {
        headline: title,
        excerpt: `On Tuesday, ${title}…`,
        target: { kind: 'external', url: 'https://news.example.org/a', sourceName: 'Example News' },
      }
  }
}

/** A picture with these texts; the name of its file begins with `name`. */

export function collectionOf(payload: Payload, slug: string) {
  const collection = payload.config.collections.find((each) => each.slug === slug)
  if (!collection) throw new Error(`There is no collection ${slug}.`)
  return collection
}
