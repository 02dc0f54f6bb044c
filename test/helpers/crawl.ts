import { configToSchema } from '@payloadcms/graphql'
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import type { Endpoint, FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { runtimeOf as settings } from '../../packages/plugin-imprimatur/src/index.ts'
import type { Asked, Staff, TestNewsroom } from './openNewsroom.ts'

/** By question: everything of the answer that could tell something. */
export type Answers = ReadonlyMap<string, string>

/** Ids and slugs that questions name, by collection. */
export type Names = Readonly<Record<string, { readonly ids: readonly string[]; readonly slugs: readonly string[] }>>

const NOT_TOLD: ReadonlySet<string> = new Set(['date', 'x-request-id', 'connection', 'keep-alive'])

/** Asks over HTTP, and gives back the whole answer as text: status, headers, body. */
export async function askAll(
  newsroom: TestNewsroom,
  questions: Iterable<Question>,
  as?: Staff,
): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const waiting = [...questions]
  const ask = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { method, address, ...asked } = next
      const answer = await newsroom.ask(method, address, { ...asked, ...(as ? { as } : {}) })
      const headers = [...answer.headers].filter(([name]) => !NOT_TOLD.has(name)).sort()
      const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      answers.set(
        keyOf(next),
        `${String(answer.status)} ${JSON.stringify(headers)} ${body.replaceAll(/request id [\w-]+/g, '')}`,
      )
    }
  }
  await Promise.all([ask(), ask(), ask(), ask()])
  return answers
}

export type Question = Asked & { readonly method: string; readonly address: string }

export function keyOf({ method, address, body, headers }: Question): string {
  const said = body === undefined ? '' : ` ${JSON.stringify(body)}`
  return `${method} ${address}${said}${headers ? ` ${JSON.stringify(headers)}` : ''}`
}

const get = (address: string): Question => ({ method: 'GET', address })
const graphql = (query: string): Question => ({ method: 'POST', address: '/api/graphql', body: { query } })

type Route = { readonly method: string; readonly path: string; readonly collection: string | null }

/** Every route of REST that the running configuration has. */
export function routesOf(payload: Payload): readonly Route[] {
  const { collections, endpoints, globals } = payload.config
  const under = (start: string, own: readonly Endpoint[] | false, collection: string | null): Route[] =>
    (own || []).map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: `${start}${path === '/' ? '' : path}`,
      collection,
    }))
  return [
    ...under('', endpoints, null),
    ...collections.flatMap(({ endpoints: own, slug }) => under(`/${slug}`, own, slug)),
    ...globals.flatMap(({ endpoints: own, slug }) => under(`/globals/${slug}`, own, null)),
  ].map((route) => ({ ...route, path: `/api${route.path}` }))
}

/** The addresses that a route has when its parameters are filled with each of `names`. */
function filledIn({ collection, path }: Route, names: Names): readonly string[] {
  const [match, parameter] = /\/:(\w+)\??/.exec(path) ?? []
  if (match === undefined) return [path]
  const own = collection === null ? undefined : names[collection]
  const values = (parameter === 'slug' ? own?.slugs : parameter === 'id' ? own?.ids : undefined) ?? ['nothing']
  return values.map((value) =>
    path.replace(match, `/${encodeURIComponent(value)}`).replaceAll(/\/:(\w+)\??/g, '/nothing'),
  )
}

/** Every GET of REST with each name, and lists in every shape that the rules for readers allow or refuse. */
export function restQuestions(payload: Payload, names: Names): Question[] {
  const gets = routesOf(payload).filter((route) => route.method === 'GET')
  const plain = gets.flatMap((route) => filledIn(route, names))
  const shaped = payload.config.collections.flatMap((collection) => listShapes(payload, collection))
  const single = Object.entries(names).flatMap(([slug, { ids }]) =>
    ids.flatMap((id) =>
      ['depth=0', 'depth=2', 'draft=true', 'trash=true'].map((query) => `/api/${slug}/${id}?${query}`),
    ),
  )
  return [...new Set([...plain, ...shaped, ...single])].map(get)
}

function listShapes(payload: Payload, { flattenedFields, slug }: SanitizedCollectionConfig): readonly string[] {
  const declared = Object.keys(settings(payload).queryable.get(slug) ?? {})
  if (declared.length === 0)
    return ['limit=100&depth=2', 'draft=true', 'sort=id'].map((query) => `/api/${slug}?${query}`)
  const related = new Set(relationsIn(flattenedFields).flatMap(({ targets }) => targets))
  const every = flattenedFields.map(({ name }) => `select[${name}]=true`)
  const selects = [every.slice(0, 10), every.slice(10, 20), every.slice(20)].map(
    (some) => `limit=100&${some.join('&')}`,
  )
  const populates = [...related].map((target) => {
    const fields = payload.config.collections.find((each) => each.slug === target)?.flattenedFields ?? []
    return `limit=100&depth=2&${fields.map(({ name }) => `populate[${target}][${name}]=true`).join('&')}`
  })
  const queries = [
    ...['limit=1', 'limit=1&page=2', 'limit=1&page=3', 'limit=2&page=2', 'limit=100&depth=0', 'limit=100&depth=2'],
    ...[
      'draft=true',
      'trash=true',
      'draft=false&trash=false',
      'locale=de',
      'pagination=false',
      'joins[articles][count]=true',
      'depth=3',
    ],
    ...declared.flatMap((path) => [`sort=${path}`, `sort=-${path}&limit=2`]),
    ...declared.map((path) => `where[${path}][exists]=true`),
    ...selects,
    ...populates,
  ]
  return [
    ...queries.map((query) => `/api/${slug}?${query}`),
    ...declared.map((path) => `/api/${slug}/count?where[${path}][exists]=true`),
  ]
}

function relationsIn(
  fields: readonly FlattenedField[],
): { readonly path: string; readonly targets: readonly string[] }[] {
  return fields.flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload')
      return [{ path: field.name, targets: [field.relationTo].flat() }]
    if (field.type === 'join') return [{ path: field.name, targets: [field.collection].flat() }]
    if (!('flattenedFields' in field)) return []
    return relationsIn(field.flattenedFields).map(({ path, targets }) => ({ path: `${field.name}.${path}`, targets }))
  })
}

function leavesIn(fields: readonly FlattenedField[]): readonly string[] {
  return fields.flatMap((field) =>
    'flattenedFields' in field ? leavesIn(field.flattenedFields).map((path) => `${field.name}.${path}`) : [field.name],
  )
}

/** Every path of a collection, through relations up to `hops` deep. */
export function pathsOf(payload: Payload, slug: string, hops: number): readonly string[] {
  const { flattenedFields = [] } = payload.config.collections.find((each) => each.slug === slug) ?? {}
  const further =
    hops === 0
      ? []
      : relationsIn(flattenedFields).flatMap(({ path, targets }) =>
          targets.flatMap((target) => pathsOf(payload, target, hops - 1).map((inner) => `${path}.${inner}`)),
        )
  return [...new Set(['id', ...leavesIn(flattenedFields), ...further])]
}

/** What an argument that has to be there gets, so that the field can be asked. */
function sample(type: GraphQLInputType, name: string, id: string): string {
  const named = getNamedType(type)
  if (name === 'id') return JSON.stringify(id)
  if (isInputObjectType(named)) return '{}'
  if (named.name === 'Int') return '1'
  if (named.name === 'Boolean') return 'false'
  return name === 'digest' ? `"sha256:${'0'.repeat(64)}"` : name === 'transition' ? '"submit"' : '"nothing"'
}

/** A field with the arguments that it cannot be asked without, and with a limit where it takes one. */
function called(field: GraphQLField<unknown, unknown>, id = 'nothing', limit = 2): string {
  const args = field.args.flatMap(({ name, type }) => {
    if (name === 'limit') return [`limit: ${String(limit)}`]
    const asked = isNonNullType(type) || name === 'id' || (name === 'data' && isInputObjectType(getNamedType(type)))
    return asked ? [`${name}: ${sample(type, name, id)}`] : []
  })
  return args.length === 0 ? field.name : `${field.name}(${args.join(', ')})`
}

function isLeaf(type: GraphQLOutputType): boolean {
  return !isObjectType(getNamedType(type)) && !isUnionType(getNamedType(type))
}

/** Every field that can be selected from `type`, nested to `depth`; without those whose names are in `without`. */
function selection(type: GraphQLOutputType, depth: number, without: ReadonlySet<string>): string {
  const named = getNamedType(type)
  if (isUnionType(named)) {
    const inner = named
      .getTypes()
      .map((each) => `... on ${each.name} ${selection(each, depth, without) || '{ __typename }'}`)
    return `{ __typename ${inner.join(' ')} }`
  }
  if (!isObjectType(named)) return ''
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (without.has(`${named.name}.${field.name}`)) return []
    if (isLeaf(field.type)) return [called(field)]
    return depth === 0 ? [] : [`${called(field)} ${selection(field.type, depth - 1, without)}`]
  })
  return fields.length === 0 ? '{ __typename }' : `{ ${fields.join(' ')} }`
}

/** What readers get nothing of: fields of types, and roots that answer with nothing whatever is selected. */
export type Closed = { readonly fields: ReadonlySet<string>; readonly roots: ReadonlySet<string> }

/** Tells what is closed to readers by asking for it alone. */
export async function closedTo(newsroom: TestNewsroom, schema: GraphQLSchema): Promise<Closed> {
  const members = membersOf(schema, 'nothing')
  const ofRoots = await askAll(
    newsroom,
    members.map(({ ask }) => graphql(ask('__typename'))),
  )
  const roots = new Set(
    members
      .filter(({ ask, name }) => ofRoots.get(keyOf(graphql(ask('__typename'))))?.includes(`{"${name}":null}`))
      .map(({ name }) => name),
  )
  const names = new Map<string, string>()
  const questions: Question[] = []
  for (const { ask, name, type } of members) {
    for (const field of isObjectType(type) && !roots.has(name) ? Object.values(type.getFields()) : []) {
      const question = graphql(ask(`${called(field)}${isLeaf(field.type) ? '' : ' { __typename }'}`))
      names.set(keyOf(question), `${type.name}.${field.name}`)
      questions.push(question)
    }
  }
  const answers = await askAll(newsroom, questions)
  const fields = new Set(
    [...answers].filter(([, answer]) => answer.startsWith('401 ')).map(([key]) => names.get(key) ?? ''),
  )
  return { fields, roots }
}

type Member = {
  readonly name: string
  /** The document that asks for a selection of its documents. */
  readonly ask: (selected: string) => string
  /** Of which that is a selection. */
  readonly type: GraphQLNamedType
}

/** The fields of the root that have something to select from. */
function membersOf(schema: GraphQLSchema, id: string): readonly Member[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field): Member[] => {
    const type = getNamedType(field.type)
    if (!isObjectType(type)) return []
    const paged = field.args.some((each) => each.name === 'limit')
    const docs = paged ? type.getFields().docs : undefined
    const asked = called(field, id, 5)
    const ask = docs
      ? (selected: string) => `{ ${asked} { docs { ${selected} } totalDocs hasNextPage } }`
      : (selected: string) => `{ ${asked} { ${selected} } }`
    return [{ name: field.name, ask, type: docs ? getNamedType(docs.type) : type }]
  })
}

export function schemaOf(payload: Payload): GraphQLSchema {
  return configToSchema(payload.config).schema
}

/** Every query of the schema with every field that can be selected, and with every argument by which it can be filtered. */
export function graphqlQuestions(schema: GraphQLSchema, closed: Closed, id: string): Question[] {
  const selecting = membersOf(schema, id).flatMap(({ ask, name, type }) => {
    const fields = isObjectType(type) && !closed.roots.has(name) ? Object.values(type.getFields()) : []
    const each = fields.map((field) =>
      ask(`is: __typename ${called(field)} ${selection(field.type, 1, closed.fields)}`),
    )
    return [ask('__typename'), ...each]
  })
  const filtering = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    // A count takes the filters of its list.
    if (field.name.startsWith('count')) return []
    const where = field.args.find((each) => each.name === 'where')
    const type = where && getNullableType(where.type)
    if (!isInputObjectType(type)) return []
    return Object.values(type.getFields()).flatMap(({ name, type: comparison }) => {
      const operators = getNamedType(comparison)
      if (!isInputObjectType(operators) || !operators.getFields().exists) return []
      return ['true', 'false'].map(
        (value) => `{ ${field.name}(where: { ${name}: { exists: ${value} } }) { totalDocs } }`,
      )
    })
  })
  return [...new Set([...selecting, ...filtering])].map(graphql)
}

/** Everything that can be asked of, or done to, one document, by every method and mutation; for comparing two ids. */
export function questionsAbout(payload: Payload, schema: GraphQLSchema, collection: string, id: string): Question[] {
  const none = `sha256:${'0'.repeat(64)}`
  const rest = routesOf(payload)
    .filter((route) => route.collection === collection && route.path.includes(':id'))
    .flatMap((route): Question[] =>
      filledIn(route, { [collection]: { ids: [id], slugs: [] } }).flatMap((address) => {
        if (route.method === 'GET')
          return ['', '?depth=2', '?draft=true', '?trash=true', '/'].map((end) => get(address + end))
        const bodies = [
          {},
          { baseDigest: none, headline: 'x' },
          { _status: 'published' },
          { transition: 'submit', digest: none },
        ]
        const asked = bodies.map((body) => ({ method: route.method, address, body }))
        return [...asked, { method: route.method, address, body: {}, headers: { 'if-match': `"${none}"` } }]
      }),
    )
  const roots = [schema.getQueryType(), schema.getMutationType()]
  const documents = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => field.args.some((each) => each.name === 'id'))
      .map((field) => {
        const nested = isLeaf(field.type) ? '' : ' { __typename }'
        return graphql(`${root === roots[1] ? 'mutation ' : ''}{ ${called(field, id)}${nested} }`)
      }),
  )
  return [...rest, ...documents]
}
