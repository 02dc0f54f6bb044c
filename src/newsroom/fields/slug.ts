import {
  slugField,
  ValidationError,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
  type RowField,
  type SanitizedCollectionConfig,
} from 'payload'
import { hasDraftsEnabled } from 'payload/shared'
import { slugify, idOf, record, textOf } from 'payload-plugin-imprimatur/content'
import { movedFrom } from 'payload-plugin-imprimatur'
import { DERIVED } from './derived.ts'
import { originalName } from './nameOfCopy.ts'
import { planSlug, slugCandidates } from './planSlug.ts'

const BATCH = 20

/**
 * The slug of a document: Payload's own slug field with this project's transliteration. Needs {@link keepSlug} among the collection's
 * `beforeChange` hooks, which makes it unique.
 */
export function slugOf(source: string): RowField {
  return slugField({
    useAsSlug: source,
    // keepSlug has settled the value by the time Payload's field hook asks, so it must come back unchanged.
    slugify: ({ data, valueToSlugify }) => {
      const value = typeof valueToSlugify === 'string' ? valueToSlugify : ''
      if (value === '') return undefined
      return value === textOf(data, 'slug') ? value : slugify(value)
    },
    overrides: (row) => ({
      ...row,
      fields: row.fields.map((field) => {
        if (field.type === 'checkbox')
          return { ...field, label: 'Make the slug anew', custom: { ...field.custom, ...DERIVED } }
        if (field.type !== 'text') return field
        return {
          ...field,
          label: 'Slug',
          disableDuplicate: true,
          admin: {
            ...field.admin,
            description: `The last part of the page’s address. It is made from the ${source === 'headline' ? 'headline' : 'name'} once and then stays, so that links go on working.`,
          },
        }
      }),
    }),
  })
}

/**
 * Settles the slug before a document is written: one is made from `source` when there is none, a typed one is transliterated, and a
 * made one that is taken by another document or by another's newest draft gets the next free number. Reads within the transaction of
 * `req`; the unique index has the last word between two writers.
 *
 * @throws ValidationError when somebody typed a slug that is taken.
 */
export function keepSlug(source: string): CollectionBeforeChangeHook {
  return async ({ collection, data, operation, originalDoc, req }) => {
    const stored = operation === 'update' ? textOf(originalDoc, 'slug') : ''
    const typed = textOf(data, 'slug')
    const automatic = slugify(originalName(textOf(data, source)))
    const regenerate =
      operation === 'update' && (data.generateSlug === true || isNamedAnew(source, automatic, stored, originalDoc))
    const plan = planSlug({ typed, stored, automatic, normalised: slugify(typed), regenerate })
    const id = operation === 'update' ? idOf(originalDoc) : undefined

    if (plan.kind === 'exactly' && (await takenSlugs(collection, [plan.slug], id, req)).size > 0) {
      const free = await nextFree(collection, plan.slug, id, req)
      const moved = (await movedFrom(req, collection.slug, [plan.slug], id)).get(plan.slug)
      const why =
        moved === undefined
          ? 'is taken'
          : `led to ${moved === null ? 'another piece' : `“${moved}”`} until that piece moved, and leads readers there still`
      throw new ValidationError({
        collection: collection.slug,
        errors: [{ path: 'slug', message: `“${plan.slug}” ${why}. Choose another slug, such as “${free}”.` }],
        req,
      })
    }
    const slug = plan.kind === 'next_free' ? await nextFree(collection, plan.base, id, req) : plan.slug
    // Absent, not null: a sparse unique index holds many documents without a slug, but only one with null.
    return { ...data, slug: slug === '' ? undefined : slug, generateSlug: slug === '' }
  }
}

/** Whether this was a copy that had the slug of a copy, is none any more, and was never public. */
function isNamedAnew(source: string, automatic: string, stored: string, originalDoc: unknown): boolean {
  const former = textOf(originalDoc, source)
  const made = slugify(originalName(former))
  return (
    originalName(former) !== former &&
    made !== automatic &&
    slugCandidates(made, 1, 1000).includes(stored) &&
    record(originalDoc).firstPublishedAt == null
  )
}

async function nextFree(
  collection: SanitizedCollectionConfig,
  base: string,
  id: string | undefined,
  req: PayloadRequest,
): Promise<string> {
  for (let start = 1; ; start += BATCH) {
    const candidates = slugCandidates(base, start, BATCH)
    const taken = await takenSlugs(collection, candidates, id, req)
    const free = candidates.find((candidate) => !taken.has(candidate))
    if (free !== undefined) return free
  }
}

/**
 * Which of `slugs` other documents of the collection hold, in the trash too, be it in the main row or in the newest draft, and which lead
 * readers to another piece that moved away from it.
 */
export async function takenSlugs(
  collection: SanitizedCollectionConfig,
  slugs: readonly string[],
  id: string | undefined,
  req: PayloadRequest,
): Promise<ReadonlySet<string>> {
  const slug = collection.slug
  const others = id === undefined ? [] : [{ id: { not_equals: id } }]
  const { docs } = await req.payload.find({
    collection: slug,
    where: { and: [{ slug: { in: slugs } }, ...others] },
    depth: 0,
    draft: false,
    overrideAccess: true,
    pagination: false,
    select: { slug: true },
    trash: true,
    req,
  })
  const moved = await movedFrom(req, slug, slugs, id)
  const taken = new Set([...docs.map((doc) => textOf(doc, 'slug')), ...moved.keys()])
  if (hasDraftsEnabled(collection)) {
    const otherParents = id === undefined ? [] : [{ parent: { not_equals: id } }]
    // Which are the latest is looked at here: SQLite would begin with all that are, of whatever.
    const versions = await req.payload.findVersions({
      collection: slug,
      where: { and: [{ 'version.slug': { in: slugs } }, ...otherParents] },
      depth: 0,
      overrideAccess: true,
      pagination: false,
      select: { latest: true, version: { slug: true } },
      trash: true,
      req,
    })
    for (const { latest, version } of versions.docs) if (latest) taken.add(textOf(version, 'slug'))
  }
  return taken
}
