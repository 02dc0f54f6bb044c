import type { CollectionConfig } from 'payload'

/** A stranger's collections: every kind of list that Payload has, alone, in groups, in rows, in rows of rows and in blocks. */
export const LIST_COLLECTIONS: CollectionConfig[] = [
  {
    slug: 'things',
    versions: { drafts: true },
    fields: [
      { name: 'name', type: 'text' },
      { name: 'size', type: 'number' },
      { name: 'one', type: 'relationship', relationTo: 'tags' },
      { name: 'tags', type: 'relationship', relationTo: 'tags', hasMany: true },
      { name: 'mixed', type: 'relationship', relationTo: ['tags', 'marks'], hasMany: true },
      { name: 'words', type: 'text', hasMany: true },
      { name: 'numbers', type: 'number', hasMany: true },
      { name: 'kinds', type: 'select', hasMany: true, options: ['a', 'b', 'c'] },
      {
        name: 'rows',
        type: 'array',
        fields: [
          { name: 'who', type: 'relationship', relationTo: 'tags' },
          { name: 'note', type: 'text' },
          { name: 'at', type: 'date' },
          { name: 'done', type: 'checkbox' },
          { name: 'tags', type: 'relationship', relationTo: 'tags', hasMany: true },
          { name: 'inner', type: 'array', fields: [{ name: 'number', type: 'number' }] },
        ],
      },
      {
        name: 'meta',
        type: 'group',
        fields: [
          { name: 'tags', type: 'relationship', relationTo: 'tags', hasMany: true },
          { name: 'codes', type: 'array', fields: [{ name: 'code', type: 'text' }] },
        ],
      },
      {
        name: 'layout',
        type: 'blocks',
        blocks: [
          {
            slug: 'quote',
            fields: [
              { name: 'title', type: 'text' },
              { name: 'who', type: 'relationship', relationTo: 'tags' },
            ],
          },
          { slug: 'box', fields: [{ name: 'title', type: 'text' }] },
        ],
      },
    ],
  },
  {
    slug: 'tags',
    fields: [
      { name: 'name', type: 'text' },
      { name: 'marks', type: 'relationship', relationTo: 'marks', hasMany: true },
      { name: 'things', type: 'join', collection: 'things', on: 'one' },
      { name: 'users', type: 'join', collection: 'things', on: 'tags' },
    ],
  },
  { slug: 'marks', fields: [{ name: 'name', type: 'text' }] },
]

export type Doc = Readonly<Record<string, unknown>>
export type Store = Readonly<Record<'things' | 'tags' | 'marks', readonly Doc[]>>

/** By the first part of a path: the collection that a relation leads to. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, 'tags' | 'marks'>>>> = {
  things: { one: 'tags', tags: 'tags', who: 'tags' },
  tags: { marks: 'marks' },
  marks: {},
}

/**
 * All values that a document has at `path`, as MongoDB looks for them: through every row of every list, and here through
 * relations and join fields too. Nothing for what is not there.
 */
export function valuesAt(store: Store, collection: keyof Store, doc: Doc, path: string): readonly unknown[] {
  const walk = (at: unknown, names: readonly string[], within: string): readonly unknown[] => {
    if (Array.isArray(at)) return at.flatMap((each) => walk(each, names, within))
    if (at === null || at === undefined || at === '') return []
    const [name, ...rest] = names
    if (name === undefined) return [at]
    const related = RELATIONS[collection]?.[within]
    if (typeof at === 'string' && related) {
      const found = store[related].find((each) => each.id === at)
      return found ? valuesAt(store, related, found, names.join('.')) : []
    }
    if (collection === 'tags' && (name === 'things' || name === 'users')) {
      const on = name === 'things' ? 'one' : 'tags'
      const referring = store.things.filter((each) => [each[on]].flat().includes((at as Doc).id))
      return referring.flatMap((each) => valuesAt(store, 'things', each, rest.join('.')))
    }
    return walk((at as Doc)[name], rest, name)
  }
  return walk(doc, path.split('.'), '')
}

/** Whether `doc` meets `where`, worked out from what docs/api.md says of lists and from nothing else. */
export function meets(store: Store, collection: keyof Store, doc: Doc, where: object): boolean {
  return Object.entries(where).every(([key, given]: [string, unknown]) => {
    if (key === 'and') return (given as object[]).every((each) => meets(store, collection, doc, each))
    if (key === 'or') return (given as object[]).some((each) => meets(store, collection, doc, each))
    const values = valuesAt(store, collection, doc, key)
    return Object.entries(given as object).every(([operator, wanted]: [string, unknown]) =>
      compares(values, operator, wanted),
    )
  })
}

function compares(values: readonly unknown[], operator: string, wanted: unknown): boolean {
  const any = (test: (value: never) => boolean) => values.some((value) => test(value as never))
  const has = (value: unknown) => any((each) => each === value)
  const holds = (word: string) => any((each) => String(each).toLowerCase().includes(word.toLowerCase()))
  switch (operator) {
    case 'equals':
      return has(wanted)
    case 'not_equals':
      return !has(wanted)
    case 'in':
      return (wanted as unknown[]).some(has)
    case 'not_in':
      return !(wanted as unknown[]).some(has)
    case 'all':
      return (wanted as unknown[]).every(has)
    case 'exists':
      return values.length > 0 === wanted
    case 'contains':
      return holds(String(wanted))
    case 'like':
      return String(wanted).split(' ').every(holds)
    case 'not_like':
      return !String(wanted).split(' ').some(holds)
    case 'greater_than':
      return any((each) => each > (wanted as never))
    case 'greater_than_equal':
      return any((each) => each >= (wanted as never))
    case 'less_than':
      return any((each) => each < (wanted as never))
    default:
      return any((each) => each <= (wanted as never))
  }
}
