import type { QueryableFields } from 'payload-plugin-imprimatur'
import { PUBLIC_OPERATORS, type FieldType } from 'payload-plugin-imprimatur/server'
import { BODY_FORMS, textFieldOf } from '../newsroom/bodyForms/index.ts'
import type { Schema } from './documentSchemas.ts'
import type { Operation } from './operations.ts'

/** A part of the description. */
export type Described = Readonly<Record<string, unknown>>

const query = (name: string, schema: Schema, more: Described = {}): Described => ({
  name,
  in: 'query',
  schema,
  ...more,
})

/** Such as `select[headline]=true`. */
const tree = (name: string): Described =>
  query(name, { type: 'object', additionalProperties: true }, { style: 'deepObject', explode: true })

/** Parameters that have one form wherever they are. */
const FORMS: Readonly<Record<string, Schema>> = {
  limit: { type: 'integer', minimum: 1, maximum: 100 },
  page: { type: 'integer', minimum: 1 },
  dryRun: { type: 'boolean' },
  takeOver: { type: 'boolean' },
  unread: { type: 'boolean' },
}
/** Their forms, as the reads of readers take them. */
const LANGUAGE_TAG = '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}$'
const PLACE = '^[A-Za-z0-9_-]{1,500}$'

/** The parameters in the query of an operation on the collection or global `of`. */
export function parametersOf(
  { query: asked }: Operation,
  of: string | undefined,
  queryable: ReadonlyMap<string, QueryableFields>,
): readonly Described[] {
  if (asked === undefined) return []
  if (typeof asked !== 'string')
    return asked.map((name) => query(name, FORMS[name] ?? { type: 'string', minLength: 1 }))
  const fields = of === undefined ? undefined : queryable.get(of)
  const written = [query('draft', { type: 'boolean' }), query('locale', { type: 'string', pattern: LANGUAGE_TAG })]
  const switches = [...written, query('trash', { type: 'boolean' })]
  const where = query(
    'where',
    { type: 'object', properties: conditionsOn(fields ?? {}), additionalProperties: true },
    { style: 'deepObject', explode: true },
  )
  const depth = query('depth', { type: 'integer', minimum: 0, maximum: 2, default: 1 })
  const body =
    of !== undefined && textFieldOf(of) !== undefined ? [query('body', { type: 'string', enum: [...BODY_FORMS] })] : []
  switch (asked) {
    case 'count':
      return [where, ...switches]
    case 'made':
      return [depth, tree('select'), tree('populate'), ...written]
    case 'changed':
      return [depth, tree('select'), tree('populate'), query('autosave', { type: 'boolean' }), ...switches]
    case 'many':
      return [{ ...where, required: true }]
    case 'document':
      return [depth, tree('select'), tree('populate'), ...body, ...switches]
    case 'list':
      return [
        where,
        query('sort', { type: 'string', pattern: sortPattern(fields ?? {}) }),
        query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 10 }),
        query('page', { type: 'integer', minimum: 1 }),
        query('after', { type: 'string', pattern: PLACE }),
        ...[depth, tree('select'), tree('populate'), ...body, ...switches],
      ]
  }
}

/** A list is written with commas in one value. */
const COMPARED: Readonly<Record<FieldType, Schema>> = {
  text: { type: 'string' },
  select: { type: 'string', minLength: 1 },
  id: { type: 'string', minLength: 1 },
  slug: { type: 'string', minLength: 1 },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  date: { type: 'string', format: 'date-time' },
}

const isList = (operator: string): boolean => operator === 'in' || operator === 'not_in'

function conditionsOn(fields: QueryableFields): Schema {
  return Object.fromEntries(
    Object.entries(fields).map(([path, type]) => {
      const operators = PUBLIC_OPERATORS[type].map((operator) => {
        if (operator === 'exists') return [operator, { type: 'boolean' }] as const
        return [operator, isList(operator) ? { type: 'string', minLength: 1 } : COMPARED[type]] as const
      })
      return [path, { type: 'object', properties: Object.fromEntries(operators), additionalProperties: false }] as const
    }),
  )
}

function sortPattern(fields: QueryableFields): string {
  const names = Object.entries(fields).flatMap(([path, type]) => (type === 'slug' ? [] : [path.replaceAll('.', '\\.')]))
  const key = `-?(${names.join('|')})`
  return `^${key}(,${key}){0,2}$`
}
