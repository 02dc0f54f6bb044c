import type { CollectionConfig } from 'payload'
import type { Index } from '../hardening/adapter/index.ts'
import type { ImprimaturOptions, QueryableFields } from '../runtime/index.ts'

/** What each read for readers asks first. */
const PUBLIC = ['_status', 'deletedAt'] as const

const SORTED: ReadonlySet<string> = new Set(['date', 'number', 'text'])

/**
 * Indexes with which reads cost as much among a hundred thousand pieces as among a thousand: of a dossier with its lists, of the newest version of a
 * piece, and of the lists that staff and readers begin with. SQLite has no statistics here and takes the index that most conditions are about, so
 * each of those lists has one that is read in its order.
 */
export function indexesFor(
  { collections }: ImprimaturOptions,
  configs: readonly CollectionConfig[],
  dossiers: string,
): readonly Index[] {
  const titleOf = (slug: string) =>
    collections[slug]?.title ?? configs.find((config) => config.slug === slug)?.admin?.useAsTitle ?? 'id'

  return [
    { slug: dossiers, of: 'texts', name: 'parent', on: ['parent', 'order'] },
    ...Object.entries(collections).flatMap(([slug, own]) => indexesOfPieces(slug, titleOf(slug), own?.queryable ?? {})),
  ]
}

function indexesOfPieces(slug: string, title: string, queryable: QueryableFields): readonly Index[] {
  const paths = Object.keys(queryable)
  const sorts = new Set(['publishedAt', ...paths.filter((path) => SORTED.has(queryable[path] ?? ''))])
  const references = paths.filter((path) => queryable[path] === 'id' && path !== 'id')
  return [
    { slug, of: 'versions', name: 'newest', on: ['parent', 'latest', 'updatedAt'] },
    { slug, of: 'versions', name: 'newest_draft', on: ['parent', 'version._status', 'updatedAt'] },
    { slug, of: 'versions', name: 'drafts', on: ['latest', 'version.deletedAt', 'version.updatedAt'] },
    {
      slug,
      of: 'versions',
      name: 'drafts_title',
      on: ['latest', 'version.deletedAt', `version.${title}`],
      sorted: true,
    },
    // By which SQLite finds, and counts, those of a list of ids that are public.
    { slug, of: 'documents', name: 'public_id', on: ['_status', 'id', 'deletedAt'] },
    ...[...sorts].map((path): Index => {
      return { slug, of: 'documents', name: `public_${nameOf(path)}`, on: [...PUBLIC, path, 'id'], sorted: true }
    }),
    ...references.map((path): Index => {
      return { slug, of: 'documents', name: `in_${nameOf(path)}`, on: [path, ...PUBLIC, 'publishedAt', 'id'] }
    }),
    ...references.map((path): Index => ({ slug, of: 'references', name: `in_${nameOf(path)}`, on: [path] })),
  ]
}

/** A path as part of a name. */
function nameOf(path: string): string {
  return path.replaceAll('.', '_').toLowerCase()
}
