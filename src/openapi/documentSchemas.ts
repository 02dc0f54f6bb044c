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

/**
 * Documents as readers get them, by collection or global: without the fields of the staff. Nothing but the id is always there, as `select` and `populate`
 * leave fields out.
 *
 * @param slugs of what readers read
 */
export async function documentSchemas(
  payload: Payload,
  slugs: readonly string[],
): Promise<Readonly<Record<string, Schema>>> {
  const { definitions = {} } = configToJSONSchema(payload.config, payload.db.defaultIDType)
  const found = slugs.map(async (slug) => {
    const whole = record(definitions[slug])
    const fields = await readableFields(payload, slug, 'anybody')
    const properties = readable(record(whole.properties), fields, new Set(slugs))
    const text = textFieldOf(slug)
    const schema = {
      type: 'object',
      ...(typeof whole.title === 'string' ? { title: whole.title } : {}),
      additionalProperties: false,
      properties: text === undefined ? properties : { ...properties, [text]: inAnyForm(properties[text]) },
      ...(payload.collections[slug] ? { required: ['id'] } : {}),
    }
    return [slug, schema] as const
  })
  return Object.fromEntries(await Promise.all(found))
}

function inAnyForm(lexical: unknown): Schema {
  return {
    oneOf: [
      lexical ?? true,
      { type: 'string', description: 'With `body=html`, `markdown` or `text`.' },
      { type: 'null' },
    ],
  }
}

function readable(properties: Schema, fields: FieldTree, known: ReadonlySet<string>): Record<string, unknown> {
  const kept = Object.entries(properties).filter(([name]) => Object.hasOwn(fields, name))
  return Object.fromEntries(kept.map(([name, schema]) => [name, ofField(record(schema), fields[name] ?? true, known)]))
}

/** A field may be empty, whatever a form demands: a reference to what is not public is nothing to a reader. */
function ofField(schema: Schema, inside: FieldTree | true, known: ReadonlySet<string>): unknown {
  if (inside === true) return nullable(record(translated(schema, known)))
  const { items, properties } = schema
  if (items !== undefined) {
    const { properties: ofRow } = record(items)
    const row = { type: 'object', additionalProperties: false, properties: readable(record(ofRow), inside, known) }
    return { type: ['array', 'null'], items: row }
  }
  return {
    type: ['object', 'null'],
    additionalProperties: false,
    properties: readable(record(properties), inside, known),
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
function translated(value: unknown, known: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => translated(each, known)).filter((each) => each !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as { $ref?: unknown }
  if (typeof $ref === 'string') {
    const slug = $ref.slice(DEFINITIONS.length)
    return known.has(slug) ? { $ref: `#/components/schemas/${slug}` } : undefined
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      NOT_FOR_CLIENTS.has(name) ? [] : [[name, translated(each, known)]],
    ),
  )
}
