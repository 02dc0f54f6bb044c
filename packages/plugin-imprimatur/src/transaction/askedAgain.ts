import type { Arguments } from '../hardening/adapter/index.ts'

export type Row = Readonly<Record<string, unknown>>

/** Of a collection with joins a row says more, which hangs on other rows. */
export function isWholeRow({ joins, select }: Arguments): boolean {
  return select === undefined && (!joins || Object.keys(joins).length === 0)
}

/** Not in the trash, in the form of every database. */
export function isThere({ deletedAt }: Row): boolean {
  return deletedAt === undefined || deletedAt === null
}

/** The id of a query for one row that is not in the trash, as `findByID()` asks for it, and for nothing else; null for any other query. */
export function rowAskedFor(where: unknown): unknown {
  const asked = conditionsIn(where)
  return asked && onlyHas(asked, ['id.equals', 'deletedAt.exists']) && asked.get('deletedAt.exists') === false
    ? (asked.get('id.equals') ?? null)
    : null
}

/** The same of the newest version: the id of its document. */
export function newestAskedFor(where: unknown): unknown {
  const asked = conditionsIn(where)
  return asked &&
    onlyHas(asked, ['parent.equals', 'latest.equals', 'version.deletedAt.exists']) &&
    asked.get('latest.equals') === true &&
    asked.get('version.deletedAt.exists') === false
    ? (asked.get('parent.equals') ?? null)
    : null
}

function onlyHas(asked: ReadonlyMap<string, unknown>, names: readonly string[]): boolean {
  return [...asked.keys()].every((name) => names.includes(name))
}

/** What all have to hold, as `path.operator` and value; null where there is an `or`, or two values for the same. */
function conditionsIn(where: unknown): ReadonlyMap<string, unknown> | null {
  const found = new Map<string, unknown>()
  const gather = (at: unknown): boolean =>
    typeof at === 'object' &&
    at !== null &&
    Object.entries(at).every(([name, held]: [string, unknown]) => {
      if (name === 'and') return Array.isArray(held) && held.every(gather)
      if (name === 'or' || typeof held !== 'object' || held === null) return false
      return Object.entries(held).every(([operator, value]: [string, unknown]) => {
        const key = `${name}.${operator}`
        if (found.has(key) && found.get(key) !== value) return false
        found.set(key, value)
        return true
      })
    })
  return gather(where) ? found : null
}

/** One document, as adapters give a page of it. */
export function onePage(doc: object): object {
  return {
    docs: [doc],
    hasNextPage: false,
    hasPrevPage: false,
    limit: 1,
    nextPage: null,
    page: 1,
    pagingCounter: 1,
    prevPage: null,
    totalDocs: 1,
    totalPages: 1,
  }
}
