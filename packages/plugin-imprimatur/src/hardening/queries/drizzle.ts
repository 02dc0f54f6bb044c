import { randomInt } from 'node:crypto'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import {
  appendVersionToQueryKey,
  combineQueries,
  type FlattenedField,
  type Payload,
  type Where,
  type WhereField,
} from 'payload'
import toSnakeCase from 'to-snake-case'
import { blocksOf, buildQuery, loadSqlParts, sql } from '../adapter/index.ts'
import { EVERY, NOTHING, TEXTS, type Dialect, type ListCondition } from './dialect.ts'
import { documentTarget, versionTarget, type Target } from './target.ts'

/**
 * Ids that the database finds itself, in a place where Payload takes a list of them. Where ids are numbers or texts of the
 * project's own, Payload makes a number or a text of whatever stands there; by that these are found again.
 */
class Rows {
  private static readonly alive = new Map<string, WeakRef<Rows>>()
  private static readonly gone = new FinalizationRegistry<string>((name) => Rows.alive.delete(name))
  private readonly name = -randomInt(2 ** 47, 2 ** 48 - 1)

  /**
   * @param query what stands in the brackets; where `asked` is set, the whole condition
   * @param eachByItself the same rows, as a condition that is asked of each row of a list by itself
   */
  constructor(
    readonly query: unknown,
    readonly eachByItself?: Rows,
    private readonly asked = false,
  ) {
    Rows.alive.set(String(this.name), new WeakRef(this))
    Rows.gone.register(this, String(this.name))
  }

  [Symbol.toPrimitive](hint: string): number | string {
    return hint === 'string' ? String(this.name) : this.name
  }

  /** For those who put a `where` into words, such as a log. */
  toJSON(): string {
    return 'rows of a subquery'
  }

  static among(values: unknown): Rows | undefined {
    if (!Array.isArray(values) || values.length === 0 || values.length > 2) return undefined
    const [first] = values as unknown[]
    return first instanceof Rows ? first : Rows.alive.get(String(first))?.deref()
  }

  /** The comparison of `column` with `values`, which may be such rows. */
  static compared(list: Operator, column: unknown, values: unknown): unknown {
    const rows = Rows.among(values)
    return rows?.asked ? rows.query : list(column, rows?.query ?? values)
  }
}

/**
 * Says `where` so that SQLite asks each row, in the order of a list, whether it meets a condition on a list of its own, and does not collect all
 * that meet it: what it stops at once it has a page of them.
 *
 * @returns null when no condition on a list has to be met, or none that can be said so
 */
export function askedOfEach(where: Where): Where | null {
  const { and, or, ...others } = where
  const own = Rows.among((others.id as WhereField | undefined)?.in)?.eachByItself
  const all = and?.map(askedOfEach)
  const any = or?.map(askedOfEach)
  const asksAny = any !== undefined && any.length > 0 && any.every((part) => part !== null)
  if (own === undefined && !all?.some((part) => part !== null) && !asksAny) return null
  return {
    ...others,
    ...(own === undefined ? {} : { id: { ...(others.id as WhereField), in: [own] } }),
    ...(and ? { and: and.map((part, at) => all?.[at] ?? part) } : {}),
    ...(or ? { or: asksAny ? any : or } : {}),
  }
}

/**
 * Conditions on lists as subqueries: `id IN (SELECT …)` and `id NOT IN (SELECT …)`, each with joins of its own, so that no
 * two of them meet in one joined row. Payload's adapter (`@payloadcms/drizzle` 3.90) builds what is in the brackets.
 */
export async function drizzleDialect(payload: Payload): Promise<Dialect> {
  await loadSqlParts(payload)
  const adapter = payload.db as unknown as DrizzleAdapter
  letOperatorsTakeRows(adapter)

  /**
   * The rows of `target` that meet `where`: their `id`, or what `column` names.
   *
   * @param aboutList whether `where` says no more than that a list has a value that meets something. Then there is one, and
   * with an inner join the database may begin with it.
   */
  const rowsOf = (
    target: Target,
    where: Where,
    { aboutList = true, column = 'id', fields = target.fields } = {},
  ): Rows => {
    const tableName = tableOf(payload, adapter, target)
    const table = adapter.tables[tableName] as never as Record<string, never>
    const { joins: found, where: condition } = buildQuery({
      adapter,
      fields: fields as FlattenedField[],
      locale: target.locale,
      tableName,
      where,
    })
    const joins = found as unknown as readonly Join[]
    const [list, ...further] = joins
    const select = (columns: Record<string, unknown>, from: unknown, others: readonly Join[]): Query =>
      others.reduce(
        (query, other) => query.leftJoin(other.table, other.condition),
        (adapter.drizzle as unknown as Builder).select(columns).from(from).$dynamic(),
      )
    if (!aboutList || !list) return new Rows(select({ id: table[column] }, table, joins).where(condition))
    const whole = select({ id: table[column] }, table, []).innerJoin(list.table, list.condition)
    for (const each of further) whole.leftJoin(each.table, each.condition)
    if (column !== 'id') return new Rows(whole.where(condition))
    // Else SQLite, which takes all indexes for equally good, may look up all rows with the value for each row of the list.
    const ofOne = sql`${list.condition} and likely(${condition})`
    const each = new Rows(sql`exists ${select({ one: sql`1` }, list.table, further).where(ofOne)}`, undefined, true)
    return new Rows(whole.where(condition), each)
  }

  const chosen = (target: Target, where: Where, not: boolean, fields?: readonly FlattenedField[]): Where => {
    const operator = not ? 'not_in' : 'in'
    if (target.kind !== 'joined') return { id: { [operator]: [rowsOf(target, where, fields && { fields })] } }
    // Payload makes `parent` of this `id` where it joins versions.
    const newest = combineQueries({ latest: { equals: true } }, appendVersionToQueryKey(where))
    return { id: { [operator]: [rowsOf(versionTarget(payload, target.slug, target), newest, { column: 'parent' })] } }
  }

  return {
    list: (target, condition, not) => {
      const wheres = leavesOf(payload, condition)
      if (wheres.length === 0) return not ? EVERY : NOTHING
      const parts = wheres.flatMap((where) =>
        fieldsByBlock(payload, target.fields, condition.path.split('.')).map((fields) =>
          chosen(target, where, not, fields),
        ),
      )
      return not ? { and: parts } : { or: parts }
    },
    through: (target, read, inner, not) => {
      const related = documentTarget(payload, read.to, target)
      const rows = [rowsOf(related, inner, { aboutList: false })]
      if (read.field.type !== 'join') return chosen(target, { [read.at]: { in: rows } }, not)
      if (target.kind !== 'versions') return chosen(target, { [`${read.at}.id`]: { in: rows } }, not)
      // What refers to a document refers to it and not to one of its versions.
      const own = read.at.replace(/^version\./, '')
      const found = rowsOf(documentTarget(payload, target.slug, target), { [`${own}.id`]: { in: rows } })
      return { parent: { [not ? 'not_in' : 'in']: [found] } }
    },
    holds: (path, text, not) => ({ [path]: { [not ? 'not_like' : 'contains']: text } }),
    one: oneOf,
  }
}

/** SQL's `NOT IN` is not met by NULL, and an empty text is a value to it. */
function oneOf(path: string, operator: string, value: unknown, type: string | null): Where | null {
  // What Payload makes of a text that is the id of nothing where ids are numbers.
  if (Number.isNaN(value)) return operator === 'not_equals' ? EVERY : NOTHING
  if (type === null) return null
  if (operator === 'not_in') {
    const values = Array.isArray(value) ? value : String(value).split(',')
    const kept = values.filter((each) => each !== null)
    if (kept.length < values.length) return { and: [{ [path]: { not_in: kept } }, { [path]: { exists: true } }] }
    return { or: [{ [path]: { not_in: kept } }, { [path]: { exists: false } }] }
  }
  if (operator === 'all') {
    const values = Array.isArray(value) ? value : String(value).split(',')
    return values.length === 0 ? NOTHING : { and: values.map((each) => ({ [path]: { equals: each as never } })) }
  }
  if (operator === 'exists' && TEXTS.has(type)) {
    return value === true || value === 'true'
      ? { and: [{ [path]: { exists: true } }, { [path]: { not_equals: '' } }] }
      : { or: [{ [path]: { exists: false } }, { [path]: { equals: '' } }] }
  }
  return null
}

/** The conditions, any of which a value meets when it meets `condition`, in words that Payload's adapter has for them. */
function leavesOf(payload: Payload, { path, read, operator, value }: ListCondition): Where[] {
  const { field, end } = read
  if (end === 'blockType' && field.type === 'blocks') {
    const known = blocksOf(field, payload.config).map(({ slug }) => slug)
    return known.filter((slug) => (value as unknown[]).includes(slug)).map((slug) => ({ [path]: { equals: slug } }))
  }
  const relations = 'relationTo' in field && Array.isArray(field.relationTo) ? field.relationTo : []
  if (end === 'relationTo')
    return relations.filter((slug) => (value as unknown[]).includes(slug)).map((slug) => ({ [path]: { equals: slug } }))
  if (operator !== 'exists') return [{ [path]: { [operator]: value } }]
  if (relations.length > 0) {
    const kind = end === 'value' ? path.replace(/value$/, 'relationTo') : `${path}.relationTo`
    return relations.map((slug) => ({ [kind]: { equals: slug } }))
  }
  if (field.type === 'array') return [{ [`${path}.id`]: { exists: true } }]
  if (field.type === 'blocks')
    return blocksOf(field, payload.config).map(({ slug }) => ({ [`${path}.blockType`]: { equals: slug } }))
  return TEXTS.has(field.type) && !('hasMany' in field && field.hasMany)
    ? [{ [path]: { greater_than: '' } }]
    : [{ [path]: { exists: true } }]
}

/** `fields`, once for each block that the path may be in: Payload looks into the first one that has it. */
function fieldsByBlock(
  payload: Payload,
  fields: readonly FlattenedField[],
  [name, next, ...rest]: readonly string[],
): readonly (readonly FlattenedField[])[] {
  const field = fields.find((each) => each.name === name)
  if (!field || next === undefined) return [fields]
  const instead = (other: FlattenedField) => fields.map((each) => (each === field ? other : each))
  if (field.type === 'blocks') {
    if (next === 'blockType') return [fields]
    return blocksOf(field, payload.config)
      .filter((block) => block.flattenedFields.some((each) => each.name === next))
      .flatMap((block) =>
        fieldsByBlock(payload, block.flattenedFields, [next, ...rest]).map((flattenedFields) => {
          const { blockReferences: _, ...alone } = field
          return instead({ ...alone, blocks: [{ ...block, flattenedFields }] } as never)
        }),
      )
  }
  if (!('flattenedFields' in field)) return [fields]
  return fieldsByBlock(payload, field.flattenedFields, [next, ...rest])
    .map((flattenedFields) =>
      flattenedFields === field.flattenedFields ? field : ({ ...field, flattenedFields } as FlattenedField),
    )
    .map(instead)
}

function tableOf(payload: Payload, adapter: DrizzleAdapter, { kind, slug }: Target): string {
  const plain = toSnakeCase(slug)
  const isMain = kind === 'documents' || kind === 'joined'
  const name = adapter.tableNameMap.get(isMain ? plain : `_${plain}${adapter.versionsSuffix}`)
  if (name === undefined) throw new Error(`There is no table of ${slug}.`)
  return name
}

type Join = { readonly table: Readonly<Record<string, unknown>>; readonly condition: unknown }

/** A query of drizzle under construction. */
type Query = {
  from: (table: unknown) => Query
  $dynamic: () => Query
  innerJoin: (table: unknown, condition: unknown) => Query
  leftJoin: (table: unknown, condition: unknown) => Query
  where: (condition: unknown) => Query
}
type Builder = { select: (columns: Record<string, unknown>) => Query }

const TAKES_ROWS = new WeakSet<object>()

/** Payload asks `operators` for the SQL of a comparison. Those of its adapters take a query for a list where they are given one. */
function letOperatorsTakeRows(adapter: DrizzleAdapter): void {
  if (TAKES_ROWS.has(adapter)) return
  TAKES_ROWS.add(adapter)
  const over = (list: Operator) => (column: unknown, values: unknown) => Rows.compared(list, column, values)
  const { in: among, not_in: notAmong } = adapter.operators as unknown as Record<'in' | 'not_in', Operator>
  Object.assign(adapter, { operators: { ...adapter.operators, in: over(among), not_in: over(notAmong) } })
}

type Operator = (column: unknown, values: unknown) => unknown
