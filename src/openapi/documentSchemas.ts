import { configToJSONSchema, type Payload } from 'payload'
import { record } from 'payload-plugin-imprimatur/content'
import { readableFields, type FieldTree } from 'payload-plugin-imprimatur/server'
import { textFieldOf } from '../newsroom/bodyForms/index.ts'

/** A JSON Schema (2020-12), as OpenAPI 3.1 has them. */
export type Schema = Readonly<Record<string, unknown>>

/** Where Payload's schemas name each other. */
const DEFINITIONS = '#/definitions/'

/** What a schema may hold that is for Payload's types or its panel, and says nothing of an answer. */
const NOT_FOR_CLIENTS = new Set(['description', 'tsType', 'required'])

/** Who is told: strangers learn what readers get, and of what staff get no more than that it may be more. */
export type Told = 'anybody' | 'staff'

/** Whose document it is that a schema is of. */
type View = {
  readonly reader: Told
  /** Whether there is nothing else in it than what it names. */
  readonly isClosed: boolean
  /** What stands for a document of another collection; undefined where it never comes. */
  readonly refersTo: (slug: string) => Schema | undefined
}

/** What the schema of a document is called that somebody with a login gets. */
export function nameForStaff(slug: string): string {
  return `${slug}.staff`
}

/**
 * Documents as readers get them, by collection or global, without the fields of the staff; and as staff get them, by {@link nameForStaff}. Nothing but the id
 * is always there, as `select` and `populate` leave fields out.
 *
 * @param slugs of what readers read
 */
export async function documentSchemas(
  payload: Payload,
  slugs: readonly string[],
  told: Told,
): Promise<Readonly<Record<string, Schema>>> {
  const { definitions = {} } = configToJSONSchema(payload.config, payload.db.defaultIDType)
  const known = new Set(slugs)
  const at = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
  const ofReaders: View = {
    reader: 'anybody',
    isClosed: true,
    refersTo: (slug) => (known.has(slug) ? at(slug) : undefined),
  }
  const wanted = new Set(slugs)
  const ofStaff: View = {
    reader: told,
    isClosed: told === 'staff',
    // Strangers are not told what else there is.
    refersTo: (slug) => {
      if (told === 'anybody' && !known.has(slug)) return { type: 'object' }
      wanted.add(slug)
      return at(nameForStaff(slug))
    },
  }
  const found: Record<string, Schema> = {}
  for (const slug of slugs) found[slug] = await schemaOf(payload, slug, definitions, ofReaders)
  for (const slug of wanted) {
    const schema = await schemaOf(payload, slug, definitions, ofStaff)
    found[nameForStaff(slug)] = { ...schema, description: FOR_STAFF[told] }
  }
  return found
}

const FOR_STAFF: Readonly<Record<Told, string>> = {
  anybody: 'With a login, whose description names the other fields.',
  staff: 'With a login.',
}

async function schemaOf(
  payload: Payload,
  slug: string,
  definitions: Readonly<Record<string, unknown>>,
  view: View,
): Promise<Schema> {
  const whole = record(definitions[slug])
  const fields = await readableFields(payload, slug, view.reader)
  const properties: Schema = {
    ...readable(record(whole.properties), fields, view),
    // Staff are told which global it is, once somebody has saved it.
    ...(payload.collections[slug] || view.reader === 'anybody' ? {} : { globalType: { const: slug } }),
  }
  const text = textFieldOf(slug)
  return {
    type: 'object',
    ...(typeof whole.title === 'string' ? { title: whole.title } : {}),
    ...closing(view),
    properties: text === undefined ? properties : { ...properties, [text]: inAnyForm(properties[text]) },
    ...(payload.collections[slug] ? { required: ['id'] } : {}),
  }
}

function inAnyForm(lexical: unknown): Schema {
  const inWords = { type: 'string', description: 'With `body=html`, `markdown` or `text`.' }
  // The text as it is kept may be null by itself.
  return { anyOf: [lexical ?? true, inWords, { type: 'null' }] }
}

function closing({ isClosed }: View): Schema {
  return isClosed ? { additionalProperties: false } : {}
}

function readable(properties: Schema, fields: FieldTree, view: View): Record<string, unknown> {
  const kept = Object.entries(properties).filter(([name]) => Object.hasOwn(fields, name))
  return Object.fromEntries(kept.map(([name, schema]) => [name, ofField(record(schema), fields[name] ?? true, view)]))
}

/** A field may be empty, whatever a form demands: a reference to what is not public is nothing to a reader. */
function ofField(schema: Schema, inside: FieldTree | true, view: View): unknown {
  if (inside === true) return nullable(record(translated(schema, view)))
  const { items, properties } = schema
  if (items !== undefined) {
    const { properties: ofRow } = record(items)
    const row = { type: 'object', ...closing(view), properties: readable(record(ofRow), inside, view) }
    return { type: ['array', 'null'], items: row }
  }
  return {
    type: ['object', 'null'],
    ...closing(view),
    properties: readable(record(properties), inside, view),
  }
}

function nullable(schema: Schema): Schema {
  const { enum: values, oneOf, type } = schema
  if (Array.isArray(oneOf)) {
    const isEmpty = (each: unknown): boolean => [record(each).type].flat().includes('null')
    return oneOf.some(isEmpty) ? schema : { ...schema, oneOf: [...(oneOf as unknown[]), { type: 'null' }] }
  }
  if (type === undefined) return schema
  return {
    ...schema,
    type: [...new Set([type, 'null'].flat())],
    ...(Array.isArray(values) ? { enum: [...new Set([...(values as unknown[]), null])] } : {}),
  }
}

/** The same in the words of OpenAPI. A document that readers never get is its id. */
function translated(value: unknown, view: View): unknown {
  if (Array.isArray(value)) return value.map((each) => translated(each, view)).filter((each) => each !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as { $ref?: unknown }
  if (typeof $ref === 'string') return view.refersTo($ref.slice(DEFINITIONS.length))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      NOT_FOR_CLIENTS.has(name) ? [] : [[name, translated(each, view)]],
    ),
  )
}
