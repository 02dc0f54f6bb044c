import { isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { Field, Payload, PayloadRequest, SanitizedConfig } from 'payload'
import {
  checkPathsOnly,
  parsePublicArguments,
  type ArgumentKind,
  type ParsedQuery,
} from '../domain/public-query/index.ts'
import { askForDrafts, mayAskForDrafts } from '../access/index.ts'
import { mayFollow } from './checkPaths.ts'
import { choicesOf } from './choicesOf.ts'
import { coded, CodedError } from '../errors/index.ts'
import { fieldPaths } from './fieldPaths.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff, requireStaff } from '../store/index.ts'
import { knownPiece } from '../operations/index.ts'
import { readersOrder } from './readersOrder.ts'
import { rootNames } from './rootNames.ts'

type Context = { readonly req: PayloadRequest }
type Arguments = Readonly<Record<string, unknown>>
type Resolver = GraphQLFieldResolver<unknown, Context>

/** What a field reads: the collection whose fields its `where` and `sort` name, null for none that readers have. */
type Read = { readonly kind: ArgumentKind; readonly collection: string | null }

/**
 * Puts a guard before the resolver of every field of `schema` that takes arguments. Of anonymous readers they are held to
 * the allow-list of REST, and Payload gets what was checked; of staff every path has to lead to a field. The guard sees
 * arguments as they are executed, so it does not matter by which alias, fragment or variable they came.
 *
 * @param only the collections whose fields are guarded; left out: every field of the schema
 */
export function validatePublicArguments(
  schema: GraphQLSchema,
  payload: Payload,
  config: SanitizedConfig,
  only?: { has: (collection: string) => boolean },
): void {
  const names = rootNames(config)
  const query = schema.getQueryType()
  const mutation = schema.getMutationType()
  for (const type of Object.values(schema.getTypeMap())) {
    // Mutations have an access rule each, and no filters.
    if (!isObjectType(type) || type === mutation || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, Context>[]) {
      const inner = field.resolve ?? defaultResolver(field.name)
      if (type === query && (field.name === 'Access' || field.name.startsWith('docAccess'))) {
        const collection = names.access.get(field.name)
        if (!only || (collection !== undefined && only.has(collection)))
          field.resolve = guardedAccess(collection, inner)
      } else if (field.args.length > 0) {
        const read = type === query ? rootRead(field, names.filtered) : nestedRead(field)
        if (!only || (read.collection !== null && only.has(read.collection)))
          field.resolve = guarded(payload, read, inner, type === query ? names.one.get(field.name) : undefined)
      }
    }
  }
}

function defaultResolver(name: string): Resolver {
  return (parent) => (parent as Readonly<Record<string, unknown>>)[name]
}

/** Arguments that choose and order documents. Other arguments of a root field, such as `id`, are not checked here. */
const CHOOSING: ReadonlySet<string> = new Set([
  'depth',
  'draft',
  'fallbackLocale',
  'limit',
  'locale',
  'page',
  'pagination',
  'select',
  'sort',
  'trash',
  'where',
])

/** @param ofOne the collection of a field that gives one document by its id */
function guarded(payload: Payload, read: Read, inner: Resolver, ofOne?: string): Resolver {
  return (parent, args: Arguments, context, info) => {
    const { req } = context
    const own =
      info.parentType === info.schema.getQueryType() ? Object.keys(args).filter((name) => !CHOOSING.has(name)) : []
    if (isStaff(req)) {
      const known = fieldPaths(payload, read.collection ?? '', mayFollow(req))
      const checked = checkPathsOnly(args.where, args.sort, known)
      if (!checked.ok) throw new CodedError(checked.status, checked.errors)
      return inner(parent, args, context, info)
    }
    const declared = (read.collection === null ? undefined : runtimeOf(payload).queryable.get(read.collection)) ?? {}
    // Payload's schema has no conditions on what stands behind a relation.
    const fields = Object.fromEntries(Object.entries(declared).filter(([, type]) => type !== 'slug'))
    const choices = read.collection === null ? () => undefined : choicesOf(payload, read.collection)
    const drafts = mayAskForDrafts()
    const parsed = parsePublicArguments(args, read.kind, { fields, choices, drafts }, own)
    if (!parsed.ok) throw new CodedError(parsed.status, parsed.errors)
    const { query } = parsed
    const asksForDrafts = query.draft === true
    const isOfPieces = runtimeOf(payload).collections.has(ofOne ?? read.collection ?? '')
    if ((asksForDrafts || (isOfPieces && read.kind !== 'join')) && !askForDrafts(asksForDrafts))
      throw coded('invalid_value', { field: 'draft', message: ALL_OR_NONE })
    const inOrder =
      read.kind === 'list' && read.collection !== null && !info.fieldName.startsWith('versions')
        ? { ...query, sort: readersOrder(payload, read.collection, query.sort) }
        : query
    return inner(parent, checkedArguments(args, inOrder), context, info)
  }
}

const ALL_OR_NONE = 'Say `draft: true` in every field that reads pieces, or in none. Send two documents for both.'

/** Payload gets the canonical form, which it cannot read in another way than the check did. */
function checkedArguments(args: Arguments, { limit, page, sort, where }: ParsedQuery): Arguments {
  const { limit: _limit, page: _page, sort: _sort, where: _where, ...rest } = args
  return {
    ...rest,
    ...(limit === undefined ? {} : { limit }),
    ...(page === undefined ? {} : { page }),
    ...(sort === undefined ? {} : { sort }),
    // Payload writes into the filter that it is given.
    ...(where === undefined ? {} : { where: structuredClone(where) }),
  }
}

/**
 * Rights are told to staff only, and those to one document only to people who may know of it: `docAccess…(id)` tells
 * hidden ids from missing ones (Payload 3.90).
 */
function guardedAccess(collection: string | undefined, inner: Resolver): Resolver {
  return async (parent, args: Arguments, context, info) => {
    const { req } = context
    requireStaff(req)
    if (collection !== undefined && runtimeOf(req.payload).collections.has(collection))
      await knownPiece(req, collection, String(args.id))
    return await inner(parent, args, context, info)
  }
}

function rootRead(field: GraphQLField<unknown, Context>, collections: ReadonlyMap<string, string>): Read {
  const has = (name: string) => field.args.some((each) => each.name === name)
  const kind = has('limit') ? 'list' : has('where') ? 'count' : has('id') ? 'one' : 'global'
  return { kind, collection: collections.get(field.name) ?? null }
}

function nestedRead(field: GraphQLField<unknown, Context>): Read {
  const source = (field.extensions as { field?: Field }).field
  if (source?.type === 'join' && typeof source.collection === 'string')
    return { kind: 'join', collection: source.collection }
  return { kind: source?.type === 'richText' ? 'richText' : 'relation', collection: null }
}
