import { blocker, type Blocker } from '../workflow/index.ts'
import { invalidValue, noChoice, notQueryable, unknownParameter } from './faults.ts'
import {
  type FurtherParameters,
  type ParsedQuery,
  QUERY_BOUNDS,
  type QueryKind,
  type QueryRules,
} from './queryRules.ts'
import { readPopulate, readSelect } from './readSelection.ts'
import { readBoolean, readInteger } from './readValue.ts'
import { isJunction, readWhere } from './readWhere.ts'
import { readSearch, type SearchTree } from './searchParameters.ts'
import { toSearchString } from './toSearchString.ts'

const ONE = ['depth', 'draft', 'locale', 'populate', 'select', 'trash'] as const
const PARAMETERS: Readonly<Record<QueryKind, readonly string[]>> = {
  list: [...ONE, 'limit', 'page', 'sort', 'where'],
  byId: ONE,
  bySlug: ONE,
  global: ONE,
  count: ['draft', 'locale', 'trash', 'where'],
  bare: [],
}
/** Reads of documents: those that the host's own parameters are about. */
const OF_DOCUMENTS: ReadonlySet<QueryKind> = new Set(['list', 'byId', 'bySlug'])

/** Whether the host has a parameter of this name for such a read. */
export function isFurther(name: string, { kind, further }: Pick<QueryRules, 'kind' | 'further'>): boolean {
  return OF_DOCUMENTS.has(kind) && further !== undefined && Object.hasOwn(further, name)
}

/** Reads one of them; undefined with a fault added when it has no such value. */
export function readFurther(
  name: string,
  raw: unknown,
  further: FurtherParameters,
  faults: Blocker[],
): string | undefined {
  const values = further[name] ?? []
  if (typeof raw === 'string' && values.includes(raw)) return raw
  faults.push(noChoice(name, values))
  return undefined
}

/** Whether the list has a parameter of this name that only some lists have. */
function isOfList(name: string, { kind, places, words }: QueryRules): boolean {
  return kind === 'list' && ((name === 'after' && places === true) || (name === 'search' && words === true))
}

const NESTED = new Set(['populate', 'select', 'where'])
const MOST_FAULTS = 10
/** The form of a BCP 47 tag, not whether its subtags are registered. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,7}$/

export type PublicQuery =
  | { readonly ok: true; readonly query: ParsedQuery }
  | { readonly ok: false; readonly status: 400 | 401 | 413; readonly errors: readonly Blocker[] }

function refused(faults: readonly Blocker[]): PublicQuery {
  const needsLogin = faults.filter((each) => each.code === 'not_authenticated')
  if (needsLogin.length > 0) return { ok: false, status: 401, errors: needsLogin }
  const seen = new Map(faults.map((each) => [`${each.code} ${each.field ?? ''}`, each]))
  return { ok: false, status: 400, errors: [...seen.values()].slice(0, MOST_FAULTS) }
}

function tooLong(): PublicQuery {
  const message = `A query string has at most ${QUERY_BOUNDS.length} characters, also with its lists and dates written out in full.`
  return { ok: false, status: 413, errors: [blocker('too_large', { field: 'query', message })] }
}

type FieldRules = Omit<QueryRules, 'kind'>

function readSort(raw: unknown, { fields, sortable }: FieldRules, faults: Blocker[]): string | undefined {
  const found = faults.length
  const keys = typeof raw === 'string' ? raw.split(',') : []
  const paths = keys.map((each) => each.replace(/^-/, ''))
  if (paths.length === 0 || paths.includes('')) faults.push(invalidValue('sort', 'paths of fields parted by commas'))
  else if (paths.length > QUERY_BOUNDS.sorts)
    faults.push(invalidValue('sort', `at most ${QUERY_BOUNDS.sorts} paths of fields`))
  else if (new Set(paths).size < paths.length) faults.push(invalidValue('sort', 'paths of different fields'))
  else {
    const undeclared = paths.filter(
      (path) =>
        !Object.hasOwn(fields, path) ||
        fields[path] === 'slug' ||
        isJunction(path) ||
        sortable?.includes(path) === false,
    )
    faults.push(...undeclared.map((path) => notQueryable(path, 'sorted by')))
  }
  return faults.length > found ? undefined : keys.join(',')
}

function readLocale(raw: unknown, languages: readonly string[] | undefined, faults: Blocker[]): string | undefined {
  if (typeof raw !== 'string' || (languages === undefined ? !LANGUAGE_TAG.test(raw) : !languages.includes(raw))) {
    faults.push(invalidValue('locale', languages === undefined ? 'a language tag' : `one of ${languages.join(', ')}`))
    return undefined
  }
  return languages === undefined ? undefined : raw
}

/** `draft` and `trash` may be said to be false; what they would show is for staff, and drafts for whoever showed a key for them. */
function readStaffSwitch(name: 'draft' | 'trash', raw: unknown, faults: Blocker[], isOpen = false): true | undefined {
  const value = readBoolean(raw)
  if (value === undefined) faults.push(invalidValue(name, isOpen ? '`true` or `false`' : '`false`'))
  if (value === true && isOpen) return true
  if (value === true) {
    faults.push(blocker('not_authenticated', { field: name, message: `\`${name}=true\` is for staff: log in.` }))
  }
  return undefined
}

/** Whether it is a place in this list is seen when the order of the list is known. */
function readPlace(raw: unknown, faults: Blocker[]): string | undefined {
  if (typeof raw === 'string' && /^[\w-]{1,500}$/.test(raw)) return raw
  faults.push(invalidValue('after', 'what the page before says of the next one'))
  return undefined
}

/** What they mean is seen when they are looked up. */
function readWords(raw: unknown, faults: Blocker[]): string | undefined {
  if (typeof raw === 'string') return raw
  faults.push(invalidValue('search', 'a text'))
  return undefined
}

function withoutUndefined(query: ParsedQuery): ParsedQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]: [string, unknown]) => value !== undefined))
}

function readTree(tree: SearchTree, rules: FieldRules, faults: Blocker[]): ParsedQuery {
  const has = (name: string) => Object.hasOwn(tree, name)
  const integer = (name: 'depth' | 'limit' | 'page', least: number, most: number) => {
    if (!has(name)) return undefined
    const value = readInteger(tree[name], least, most)
    if (value === undefined) faults.push(invalidValue(name, `a whole number from ${least} to ${most}`))
    return value
  }
  const draft = has('draft') ? readStaffSwitch('draft', tree.draft, faults, rules.drafts) : undefined
  if (has('trash')) readStaffSwitch('trash', tree.trash, faults)
  const page = integer('page', 1, QUERY_BOUNDS.page)
  const { further = {} } = rules
  const given = Object.keys(further).filter(has)
  const values = given.map((name) => [name, readFurther(name, tree[name], further, faults)] as const)
  if (has('after') && has('page')) faults.push(invalidValue('after', 'given without `page`'))
  if (has('after') && has('search')) faults.push(invalidValue('after', 'given without `search`'))
  return withoutUndefined({
    after: has('after') ? readPlace(tree.after, faults) : undefined,
    further: values.length === 0 ? undefined : (Object.fromEntries(values) as Readonly<Record<string, string>>),
    depth: integer('depth', 0, QUERY_BOUNDS.depth),
    draft,
    limit: integer('limit', 1, QUERY_BOUNDS.limit),
    locale: has('locale') ? readLocale(tree.locale, rules.languages, faults) : undefined,
    page: page === 1 ? undefined : page,
    populate: has('populate') ? readPopulate(tree.populate, rules.populatable, faults) : undefined,
    search: has('search') ? readWords(tree.search, faults) : undefined,
    select: has('select') ? readSelect(tree.select, rules.selectable, faults) : undefined,
    sort: has('sort') ? readSort(tree.sort, rules, faults) : undefined,
    where: has('where') ? readWhere(tree.where, rules.fields, faults, rules.choices) : undefined,
  })
}

/**
 * Checks the query string of an anonymous read against what `rules` allow and puts it into canonical form. Nothing is
 * guessed, clamped or ignored: whatever is not known here is refused. CONTRACT §3 (Rules) and §6 (Queries).
 *
 * Hand in the raw query string where you have it: a `URLSearchParams` has already replaced broken percent-encoding.
 * Give Payload `toSearchString(query)`, never the original: it has to read exactly what was checked, and in the form
 * whose reasons `PublicWhere` tells.
 *
 * @param searchParams with or without the question mark, at most 8192 code units.
 * @returns the query, or up to ten errors with their status: 413 `too_large`; 401 `not_authenticated` for `draft=true` or
 * `trash=true`, and then nothing else; 400 `unknown_parameter`, `field_not_queryable`, `invalid_value`, `query_too_complex`.
 * `field` names the parameter or the path.
 */
export function parsePublicQuery(searchParams: string | URLSearchParams, rules: QueryRules): PublicQuery {
  const search = typeof searchParams === 'string' ? searchParams : searchParams.toString()
  if (search.length > QUERY_BOUNDS.length) return tooLong()

  const { tree, keys, faults: unreadable } = readSearch(search)
  const faults = [...unreadable]
  for (const { key, name, segments } of keys) {
    const isKnown = PARAMETERS[rules.kind].includes(name) || isFurther(name, rules) || isOfList(name, rules)
    if (!isKnown) faults.push(unknownParameter(name))
    else if (segments.length > 0 && !NESTED.has(name))
      faults.push(invalidValue(key, `written \`${name}\`, without brackets`))
  }
  return faults.length > 0 ? refused(faults) : parsePublicTree(tree, rules, faults)
}

/**
 * The second half of {@link parsePublicQuery}: parameters whose names are known, as a tree with texts for leaves.
 *
 * @param faults what was found already; with any, the query is refused.
 */
export function parsePublicTree(tree: SearchTree, rules: Omit<QueryRules, 'kind'>, faults: Blocker[]): PublicQuery {
  const query = readTree(tree, rules, faults)
  if (faults.length > 0) return refused(faults)
  return toSearchString(query).length > QUERY_BOUNDS.length ? tooLong() : { ok: true, query }
}
