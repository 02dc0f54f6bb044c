import { appendVersionToQueryKey, combineQueries, type DatabaseAdapter, type Payload, type Where } from 'payload'
import { EVERY, NOTHING, type Dialect, type ListCondition } from './dialect.ts'
import { patternOf } from './mongoSearch.ts'
import { documentTarget, versionTarget, type Target } from './target.ts'

/** MongoDB compares only values of one kind, so everything of a kind is at least the least of it. */
const LEAST = { id: '0'.repeat(24), number: -Number.MAX_VALUE, date: new Date('0001-01-01T00:00:00.000Z'), text: '' }

/**
 * MongoDB reads a condition on a list as it is meant. What is said otherwise here is what Payload's adapter
 * (`@payloadcms/db-mongodb` 3.90) asks otherwise: negations through a relation, which it takes for "one that is not",
 * and whether there is anything in a list. The ids of what a relation leads to are read first, as it does itself.
 *
 * @param database the adapter as it reads without any of this.
 */
export function mongoDialect(
  payload: Payload,
  database: Pick<DatabaseAdapter, 'find' | 'findGlobalVersions' | 'findVersions'>,
): Dialect {
  const idsOf = async (target: Target, where: Where): Promise<readonly unknown[]> => {
    const { kind, slug, locale, req = {} } = target
    const all = { where, locale, req, limit: 0, pagination: false }
    if (kind === 'documents') {
      const { docs } = await database.find<{ id: unknown }>({
        ...all,
        collection: slug,
        select: { id: true },
        joins: false,
      })
      return docs.map(({ id }) => id)
    }
    const { docs } =
      kind === 'globalVersions'
        ? await database.findGlobalVersions({ ...all, global: slug })
        : await database.findVersions({ ...all, collection: slug, select: { parent: true } })
    return docs.map(({ id, parent }) => (kind === 'joined' ? parent : id))
  }

  const chosen = async (target: Target, where: Where, not: boolean): Promise<Where> => {
    if (!not) return where
    if (target.kind !== 'joined') return { id: { not_in: await idsOf(target, where) } }
    const newest = combineQueries({ latest: { equals: true } }, appendVersionToQueryKey(where))
    const ids = await idsOf({ ...versionTarget(payload, target.slug, target), kind: 'joined' }, newest)
    return { id: { not_in: ids } }
  }

  return {
    list: (target, condition, not) => {
      const { path, operator, value } = condition
      if (operator === 'exists') {
        const plain = not ? emptyList(condition) : null
        return plain ?? chosen(target, anything(payload, condition), not)
      }
      if (operator === 'contains') return holds(path, String(value), not)
      if (condition.read.end === 'relationTo') {
        // Payload looks for ids in a list of values here, and drops what is none.
        const each: Where[] = (value as string[]).map((one) => ({ [path]: { [not ? 'not_equals' : 'equals']: one } }))
        if (each.length === 0) return not ? EVERY : NOTHING
        return not ? { and: each } : { or: each }
      }
      if (operator === 'in') return { [path]: { [not ? 'not_in' : 'in']: value } }
      return chosen(target, { [path]: { [operator]: value } }, not)
    },
    through: async (target, read, inner, not) => {
      const operator = not ? 'not_in' : 'in'
      const ids = await idsOf(documentTarget(payload, read.to, target), inner)
      if (read.field.type !== 'join') return { [read.at]: { [operator]: ids } }
      if (target.kind !== 'versions') return chosen(target, { [`${read.at}.id`]: { in: ids } }, not)
      const own = read.at.replace(/^version\./, '')
      const referred = { [`${own}.id`]: { in: ids } } as Where
      return { parent: { [operator]: await idsOf(documentTarget(payload, target.slug, target), referred) } }
    },
    holds,
    one: () => null,
  }
}

function holds(path: string, text: string, not: boolean): Where {
  return { [path]: { [not ? 'not_in' : 'in']: [patternOf(text)] } }
}

/** That there is a value. */
function anything(payload: Payload, { path, read: { field, end, inRows } }: ListCondition): Where {
  const isAtLeast = (least: unknown, at = path) => ({ [at]: { greater_than_equal: least } }) as Where
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      if (Array.isArray(field.relationTo))
        return isAtLeast(LEAST.text, end === 'value' ? path.replace(/value$/, 'relationTo') : `${path}.relationTo`)
      const { customIDType } = payload.collections[field.relationTo] ?? {}
      return isAtLeast(customIDType === undefined ? LEAST.id : LEAST[customIDType])
    }
    case 'number':
      return isAtLeast(LEAST.number)
    case 'date':
      return isAtLeast(LEAST.date)
    case 'checkbox':
      return { [path]: { in: [true, false] } }
    case 'array':
      return isAtLeast(LEAST.text, `${path}.id`)
    case 'blocks':
      return isAtLeast(LEAST.text, `${path}.blockType`)
    default:
      // An empty text is none, but for one that is an entry of a list.
      return inRows && !('hasMany' in field && field.hasMany === true)
        ? { [path]: { greater_than: LEAST.text } }
        : isAtLeast(LEAST.text)
  }
}

/** That a list of the document itself has nothing in it; null where it takes more to say so. */
function emptyList({ path, read: { end, inRows } }: ListCondition): Where | null {
  if (inRows || end !== 'field') return null
  return { or: [{ [path]: { exists: false } }, { [path]: { equals: [] as never } }] }
}
