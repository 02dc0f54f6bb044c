import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { configToJSONSchema, type Payload, type SanitizedConfig } from 'payload'
import { format, resolveConfig } from 'prettier'
import { readableFields } from '../../packages/plugin-imprimatur/src/api/readableFields.ts'
import { newsroomConfig } from '../../src/payload.config.ts'
import { parseEnvironment } from '../../src/environment/environment.ts'

/*
 * Writes the types of what readers get into the client: Payload's own, without the fields that are for staff.
 *
 *   npx tsx --conditions=imprimatur-source scripts/docs/clientTypes.ts            brings the file into step
 *   npx tsx --conditions=imprimatur-source scripts/docs/clientTypes.ts --check    exits with 1 when it is out of step
 */

const FILE = fileURLToPath(new URL('../../packages/client/src/NewsroomTypes.ts', import.meta.url))

/** Collections and globals that readers know, by the names that their types have. */
const COLLECTIONS = {
  articles: 'Article',
  authors: 'Author',
  'news-teasers': 'NewsTeaser',
  media: 'Media',
  sections: 'Section',
  topics: 'Topic',
  places: 'Place',
} as const
const GLOBALS = { front: 'Front', newsroom: 'Newsroom' } as const

/** What Payload and the panel keep for themselves. */
const NOT_SAID: ReadonlySet<string> = new Set(['generateSlug', 'excerptManual', 'deletedAt', '_status'])

/** Lists of values that are longer, such as the countries of the world, are said as texts. */
const MOST_VALUES = 30

type Fields = { readonly [name: string]: Fields | true }

/** The file as it should be. */
export async function clientTypes(config: SanitizedConfig): Promise<string> {
  const { definitions = {} } = configToJSONSchema(config, 'text')
  const kept: Record<string, JSONSchema> = {}
  for (const slug of Object.keys({ ...COLLECTIONS, ...GLOBALS })) {
    // The rules of fields look at who asks, and need no database.
    const fields = await readableFields({ config } as Payload, slug, 'anybody')
    kept[slug] = forReaders(definitions[slug] as JSONSchema, fields)
  }
  const named = (names: Readonly<Record<string, string>>): JSONSchema => ({
    type: 'object',
    additionalProperties: false,
    required: Object.keys(names),
    properties: Object.fromEntries(Object.keys(names).map((slug) => [slug, { $ref: `#/definitions/${slug}` }])),
  })
  const schema: JSONSchema = {
    type: 'object',
    additionalProperties: false,
    required: ['collections', 'globals'],
    properties: { collections: named(COLLECTIONS), globals: named(GLOBALS) },
    definitions: kept,
  }
  const written = await compile(schema, 'NewsroomConfig', {
    bannerComment: '',
    format: false,
    strictIndexSignatures: true,
  })
  return format(marked(written), { ...(await resolveConfig(FILE)), parser: 'typescript' })
}

/** Without what readers never get, and without what only helps those who write. */
function forReaders(schema: JSONSchema, fields: Fields): JSONSchema {
  const { properties = {}, required, description: _, ...rest } = schema
  const names = Object.keys(properties).filter((name) => name in fields && !NOT_SAID.has(name))
  return {
    ...rest,
    properties: Object.fromEntries(names.map((name) => [name, inside(properties[name] as JSONSchema, fields[name])])),
    required: Array.isArray(required) ? required.filter((name) => names.includes(name)) : false,
  }
}

function inside({ description: _, ...property }: JSONSchema, fields: Fields | true = true): JSONSchema {
  if (property.properties?.root) return { tsType: isNullable(property) ? 'RichText | null' : 'RichText' }
  if ((property.enum?.length ?? 0) > MOST_VALUES) {
    return { tsType: isNullable(property) ? 'string | null' : 'string' }
  }
  if (fields === true) return property
  if (property.properties) return forReaders(property, fields)
  const { items } = property
  return items && !Array.isArray(items) && items.properties
    ? { ...property, items: forReaders(items, fields) }
    : property
}

function isNullable({ enum: values = [], type }: JSONSchema): boolean {
  return values.includes(null) || (Array.isArray(type) && type.includes('null'))
}

const HEAD = `// What readers get of this newsroom, written by scripts/docs/clientTypes.ts. Do not edit it here.

/** Which collection a document is of; for types alone, no document has it. */
export declare const collection: unique symbol

/** A text as Lexical keeps it. https://payloadcms.com/docs/rich-text/overview */
export type RichText = { root: { children: unknown[] } & Record<string, unknown> }

`

/** With the name of its collection in each document's type: sections and topics have the same fields, and are not the same. */
function marked(text: string): string {
  const types = Object.entries(COLLECTIONS).reduce(
    (all, [slug, name]) => all.replace(`interface ${name} {`, `interface ${name} {\nreadonly [collection]?: '${slug}'`),
    text.replace(/\/\*\*[^/]*via the `definition`[^/]*\*\//g, ''),
  )
  return HEAD + types.replace(/\}\nexport/g, '}\n\nexport')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const config = await newsroomConfig({ ...parseEnvironment({}, process.cwd()), secret: 'for types only' })
  const wanted = await clientTypes(config)
  if (!process.argv.includes('--check')) writeFileSync(FILE, wanted)
  else if (readFileSync(FILE, 'utf8') !== wanted) {
    process.stderr.write('packages/client/src/NewsroomTypes.ts is out of step: run scripts/docs/clientTypes.ts.\n')
    process.exit(1)
  }
  process.exit(0)
}
