/**
 * What kind of value a public field holds, as far as filtering by it goes. `slug`: a path such as `section.slug`, the slug of a document that a
 * relation leads to.
 */
export type FieldType = 'text' | 'number' | 'date' | 'boolean' | 'id' | 'select' | 'slug'

/** What is being read: it decides which parameters there are. `bare` takes none. */
export type QueryKind = 'list' | 'byId' | 'bySlug' | 'count' | 'global' | 'bare'

/** Names of fields, each with those inside of it; `true` where nothing is to be named. */
export type FieldTree = {
  readonly [name: string]: FieldTree | true
}

/** Parameters that the host answers to beside the plugin's, by name, each with its values. */
export type FurtherParameters = Readonly<Record<string, readonly string[]>>

/** What an anonymous reader may ask of one collection or global. Whatever is not named here is refused. */
export type QueryRules = {
  readonly kind: QueryKind
  /** Public, indexed fields by their dotted path, such as `credits.author`: the only ones to filter by. */
  readonly fields: Readonly<Record<string, FieldType>>
  /** Those of `fields` that may be sorted by; all of them when left out. */
  readonly sortable?: readonly string[]
  /** Fields that `select` may name; any name of sound form when left out. */
  readonly selectable?: FieldTree
  /** Collections that `populate` may name, with their fields; any slug of sound form when left out. */
  readonly populatable?: Readonly<Record<string, FieldTree>>
  /** The values that there are of a field of type `select`, where they are known. */
  readonly choices?: (path: string) => readonly string[] | undefined
  /** Whether `draft=true` may be asked, for a reader who showed a key for drafts. */
  readonly drafts?: boolean
  /** Whether a list takes `after`, for whoever answers it with the place of its next page. */
  readonly places?: boolean
  /** Whether a list takes `search`, for whoever answers it with what has these words. */
  readonly words?: boolean
  /** Parameters of the host's own for reads of documents, each with the values that it takes. */
  readonly further?: FurtherParameters
  /** Locales that content is kept in. Left out: nothing is localized, and `locale` is checked for its form and dropped. */
  readonly languages?: readonly string[]
}

export type PublicOperator =
  | 'equals'
  | 'not_equals'
  | 'in'
  | 'not_in'
  | 'exists'
  | 'greater_than'
  | 'greater_than_equal'
  | 'less_than'
  | 'less_than_equal'

const CHOICE = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const
const ORDERED = [...CHOICE, 'greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const

/** Operators by type of field. None of them is a search in text: those cannot use an index. */
export const PUBLIC_OPERATORS: Readonly<Record<FieldType, readonly PublicOperator[]>> = {
  text: CHOICE,
  select: CHOICE,
  id: CHOICE,
  slug: ['equals', 'not_equals', 'in', 'not_in'],
  boolean: ['equals', 'not_equals', 'exists'],
  number: ORDERED,
  date: ORDERED,
}

/** A date is its instant as `Date.prototype.toISOString` writes it. */
export type QueryValue = string | number | boolean
export type Comparison = Readonly<Partial<Record<PublicOperator, QueryValue | readonly QueryValue[]>>>

/**
 * Payload's `where` in canonical form. Every object has exactly one key: `and`, `or`, or the path of a field with one
 * comparison. No junction directly inside one of its own kind, none with a single member, no member twice, members and
 * listed values in the order of their code units.
 *
 * One key, because Payload 3.90.2 on SQLite forgets `and` when `or` follows it in the same object
 * (`drizzle/dist/queries/parseParams.js`), and puts the read access of a related collection into exactly that `and`
 * (`validateSearchParams.js`): with both, `author.name` of an unpublished author can be guessed by anyone.
 */
export type PublicWhere = Readonly<Record<string, readonly PublicWhere[] | Comparison>>

/** Names of fields, all leading to `true` (only these) or all to `false` (all but these). */
export type Selection = {
  readonly [name: string]: boolean | Selection
}

/**
 * An accepted query in canonical form: two queries that ask the same of Payload and differ only in writing are equal,
 * so a cache key can be made of it. Defaults that every collection shares (`draft=false`, `trash=false`, `page=1`) are
 * left out. Payload writes into the `where` it is given: hand a copy to its Local API.
 */
export type ParsedQuery = {
  readonly where?: PublicWhere
  /** Field paths parted by commas, `-` before a path for descending. */
  readonly sort?: string
  readonly limit?: number
  readonly page?: number
  /** A place in the list, as an answer named it: `cursor.ts`. */
  readonly after?: string
  /** Words that have to be in a document. */
  readonly search?: string
  readonly depth?: number
  readonly select?: Selection
  /** Selections by collection slug. */
  readonly populate?: Readonly<Record<string, Selection>>
  readonly locale?: string
  /** Asked only where {@link QueryRules.drafts} allows it. */
  readonly draft?: true
  /** Values of the host's own parameters. */
  readonly further?: Readonly<Record<string, string>>
}

/** How much one public query may ask. */
export const QUERY_BOUNDS = {
  /** UTF-16 code units of the query string without its question mark. */
  length: 8192,
  limit: 100,
  page: 1_000_000,
  depth: 2,
  sorts: 3,
  conditions: 30,
  /** Values of one `in` or `not_in`. */
  values: 100,
  /** Code units of one text value. */
  text: 500,
  selectionDepth: 5,
  selectionFields: 100,
} as const
