import type { Blocker } from '../workflow/index.ts'
import { invalidValue, tooComplex, unknownParameter } from './faults.ts'
import { parsePublicTree, type PublicQuery } from './parsePublicQuery.ts'
import { PAYLOAD_QS } from './searchParameters.ts'
import type { QueryRules } from './queryRules.ts'
import { isBranch } from './readWhere.ts'

/** What a GraphQL field gives: it decides which arguments there are. */
export type ArgumentKind = 'list' | 'one' | 'count' | 'global' | 'join' | 'relation' | 'richText'

const ARGUMENTS: Readonly<Record<ArgumentKind, readonly string[]>> = {
  list: ['draft', 'limit', 'page', 'select', 'sort', 'trash', 'where'],
  one: ['draft', 'select', 'trash'],
  count: ['draft', 'trash', 'where'],
  global: ['draft', 'select'],
  join: ['count', 'limit', 'page', 'sort', 'where'],
  relation: ['draft'],
  richText: ['depth'],
}

/** Switches of GraphQL alone. They change what Payload has to do and not what the answer says. */
const SWITCHES: ReadonlySet<string> = new Set(['count', 'select'])
const JUNCTIONS: Readonly<Record<string, string>> = { AND: 'and', OR: 'or' }

/** As a query string would have it; what it could not have stays as it is and is refused as a value. */
function written(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return Array.isArray(value) ? value.map(written) : value
}

function pathOf(name: string): string {
  return name.replaceAll('__', '.')
}

/** Payload's GraphQL `where` as its REST would have it: dots in paths, junctions in small letters, values written out. */
function writtenWhere(given: unknown, level: number, faults: Blocker[]): unknown {
  if (level > PAYLOAD_QS.depth) {
    faults.push(tooComplex('where', `Conditions are nested at most ${PAYLOAD_QS.depth} levels deep.`))
    return {}
  }
  if (!isBranch(given)) return given
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const junction = Object.hasOwn(JUNCTIONS, key) ? JUNCTIONS[key] : undefined
      if (junction !== undefined)
        return [junction, Array.isArray(value) ? value.map((each) => writtenWhere(each, level + 1, faults)) : value]
      const comparisons = isBranch(value)
        ? Object.fromEntries(Object.entries(value).map(([operator, each]) => [operator, written(each)]))
        : value
      return [pathOf(key), comparisons]
    }),
  )
}

/**
 * Checks the arguments of one GraphQL field that an anonymous reader asks for, against the same rules and with the same
 * codes as a query string: CONTRACT §4. Arguments are as graphql-js hands them to a resolver, so variables, their default
 * values, aliases and fragments are resolved. `null` counts as left out.
 *
 * @param own names of arguments that are the field's own business, such as `id`.
 * @returns the query in canonical form (give Payload its `where`, `sort`, `limit` and `page` and not what was asked), or
 * the errors of {@link parsePublicQuery}.
 */
export function parsePublicArguments(
  args: Readonly<Record<string, unknown>>,
  kind: ArgumentKind,
  rules: Omit<QueryRules, 'kind'>,
  own: readonly string[] = [],
): PublicQuery {
  const faults: Blocker[] = []
  const tree: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined || value === null || own.includes(name)) continue
    if (!ARGUMENTS[kind].includes(name)) faults.push(unknownParameter(name))
    else if (SWITCHES.has(name)) {
      if (typeof value !== 'boolean') faults.push(invalidValue(name, '`true` or `false`'))
    } else if (name === 'where') tree.where = writtenWhere(value, 0, faults)
    else tree[name] = name === 'sort' && typeof value === 'string' ? pathOf(value) : written(value)
  }
  return parsePublicTree(tree, rules, faults)
}
