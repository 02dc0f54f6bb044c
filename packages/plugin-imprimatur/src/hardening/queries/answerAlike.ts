import type { DatabaseAdapter, JoinQuery, PaginatedDocs, Payload, PayloadRequest, Where } from 'payload'
import { hasDraftsEnabled } from 'payload/shared'
import { notQueryable } from '../../domain/public-query/index.ts'
import { CodedError } from '../../errors/index.ts'
import { rowsOf, type Layer, type Method, type MethodName, type Rows } from '../adapter/index.ts'
import { sortAlike } from '../alphabet/index.ts'
import type { Dialect } from './dialect.ts'
import { inOrder } from './inOrder.ts'
import { mongoDialect } from './mongo.ts'
import { postgresDialect } from './postgres.ts'
import { readPath } from './readPath.ts'
import { rewriteWhere } from './rewriteWhere.ts'
import { sqliteDialect } from './sqlite.ts'
import {
  collectionOf,
  documentTarget,
  globalVersionTarget,
  joinedTarget,
  versionTarget,
  type Target,
} from './target.ts'

/** What the methods of an adapter have in common that choose rows. */
type Arguments = {
  readonly collection?: string
  readonly global?: string
  readonly globalSlug?: string
  readonly where?: Where
  readonly sort?: string | string[]
  readonly joins?: JoinQuery
  readonly draftsEnabled?: boolean
  readonly pagination?: boolean
  readonly limit?: number
  readonly page?: number
  readonly locale?: string
  readonly req?: Partial<PayloadRequest>
}

/** Rows that are chosen by a `where`, and may be sorted. */
type Chosen = Extract<Rows, 'documents' | 'versions' | 'globalVersions'>

/**
 * A layer that has the database adapter, where every route of Payload ends, answer a `where` as {@link rewriteWhere} says it, whoever
 * asks: a reader, staff, the panel, a rule of access.
 */
export async function answerAlike(payload: Payload): Promise<Layer> {
  const beneath: Partial<Record<MethodName, Method>> = {}
  const dialect = await dialectOf(payload, beneath as unknown as DatabaseAdapter)
  return (method, _, next) => {
    beneath[method] = next
    if (method === 'connect' && dialect.connected)
      return async (options) => {
        await next(options)
        dialect.connected?.()
      }
    const rows = chosenBy(method)
    const read = method === 'find' ? stepwise(payload, beneath, next) : next
    return rows === null ? next : async (args) => read(await saidAlike(payload, dialect, rows, method, args))
  }
}

function chosenBy(method: MethodName): Chosen | null {
  const rows = rowsOf(method)
  const isChosen = rows === 'documents' || rows === 'versions' || rows === 'globalVersions'
  return isChosen && !method.startsWith('create') ? rows : null
}

/** @param beneath the adapter as it reads without any of this, once it is wrapped. */
async function dialectOf(payload: Payload, beneath: DatabaseAdapter): Promise<Dialect> {
  switch (payload.db.name) {
    case 'mongoose':
      return mongoDialect(payload, beneath)
    case 'postgres':
      return postgresDialect(payload)
    default:
      return sqliteDialect(payload)
  }
}

async function saidAlike(
  payload: Payload,
  dialect: Dialect,
  kind: Chosen,
  name: MethodName,
  args: Arguments,
): Promise<Arguments> {
  const target = targetOf(payload, kind, args)
  refuseSortByList(payload, target, args.sort)
  const rewriting = { payload, dialect }
  const where = args.where && (await rewriteWhere(rewriting, target, args.where))
  const sort = LISTS.has(name) ? stable(payload, args).map((key) => sortAlike(payload, target.fields, key)) : args.sort
  const joins = await joinsAlike(rewriting, args, kind === 'versions' || args.draftsEnabled === true)
  // Left out, Payload's adapter for MongoDB (3.90) gives the first page whatever is asked for, and counts no further than that.
  const pages = LISTS.has(name) ? { pagination: args.pagination ?? true } : {}
  return { ...args, ...pages, ...(where ? { where } : {}), ...(sort ? { sort } : {}), ...(joins ? { joins } : {}) }
}

/** `find` as each database answers a page best. */
function stepwise(payload: Payload, beneath: Partial<Record<MethodName, Method>>, find: Method): Method {
  switch (payload.db.name) {
    case 'mongoose':
      return find
    case 'postgres':
      return inTwoSteps(find)
    default:
      return inOrder(inTwoSteps(find), (args) => (beneath as Record<'count', Method>).count(args))
  }
}

/** Ids that one query names at most: SQLite takes 32,766 values in one (SQLITE_MAX_VARIABLE_NUMBER). */
const MOST_IDS = 1_000

/**
 * Finds the ids of a further page before it reads the documents: SQL makes all that is asked for of a row, its lists among it, before it skips the
 * row, where it has to sort. Both steps ask for the same rows, so that one that has changed meanwhile is no part of the page.
 */
function inTwoSteps(next: Method): Method {
  return async (args: Arguments) => {
    const { limit = 0, page = 1, where } = args
    if (limit === 0 || limit > MOST_IDS || page === 1) return next(args)
    const found = (await next({ ...args, select: { id: true }, joins: false })) as PaginatedDocs<Found>
    const ids = found.docs.map(({ id }) => id)
    if (ids.length === 0) return found
    const these: Where = { id: { in: ids } }
    const read = (await next({
      ...args,
      where: where ? { and: [where, these] } : these,
      // In the order that was asked for, SQLite would go through all that is public.
      sort: 'id',
      page: 1,
      limit: 0,
      pagination: false,
    })) as PaginatedDocs<Found>
    const place = new Map(ids.map((id, at) => [id, at]))
    const docs = read.docs.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    return { ...found, docs }
  }
}

type Found = { readonly id: number | string }

/** Methods that answer page by page. */
const LISTS: ReadonlySet<string> = new Set(['find', 'queryDrafts', 'findVersions', 'findGlobalVersions'])

/** The order that Payload's adapters give, and of what is equal in it by id: else a document may be on two pages, or none. */
function stable(payload: Payload, { collection, sort }: Arguments): string[] {
  const config = collection === undefined ? null : collectionOf(payload, collection)
  const given = [sort ?? config?.defaultSort ?? []]
    .flat()
    .flatMap((keys) => keys.split(','))
    .filter((key) => key !== '')
  const has = (name: string) => given.some((key) => key.replace(/^-/, '') === name)
  const dated = config?.timestamps === false || has('createdAt') ? [] : ['-createdAt']
  return [...given, ...dated, ...(has('id') ? [] : ['id'])]
}

function targetOf(payload: Payload, kind: Chosen, args: Arguments): Target {
  const { req } = args
  const asker = { req, locale: args.locale ?? req?.locale ?? undefined }
  const { collection, global, globalSlug } = args
  if (collection === undefined) return globalVersionTarget(payload, String(global ?? globalSlug), asker)
  return kind === 'versions' ? versionTarget(payload, collection, asker) : documentTarget(payload, collection, asker)
}

/** By which of several values a document would be sorted, each database decides in its own way. */
function refuseSortByList(payload: Payload, target: Target, sort: string | string[] | undefined): void {
  const keys = typeof sort === 'string' ? sort.split(',') : (sort ?? [])
  for (const key of keys) {
    const path = key.replace(/^-/, '').replaceAll('__', '.')
    const read = readPath(payload, target.fields, path)
    const isList = read.kind === 'list' || read.kind === 'refused' || (read.kind === 'through' && read.many)
    if (isList)
      throw new CodedError(400, [notQueryable(path, 'sorted by', 'A document has any number of values there.')])
  }
}

async function joinsAlike(
  rewriting: { payload: Payload; dialect: Dialect },
  { collection, joins, locale, req }: Arguments,
  drafts: boolean,
): Promise<JoinQuery | null> {
  if (!joins || collection === undefined) return null
  const { payload } = rewriting
  const entries = await Promise.all(
    Object.entries(joins).map(async ([path, join]) => {
      const read = readPath(payload, collectionOf(payload, collection).flattenedFields, path)
      if (!join || read.kind !== 'through') return [path, join] as const
      const { sort: asked } = join
      const fields = collectionOf(payload, read.to).flattenedFields
      const sort = asked === undefined ? {} : { sort: sortAlike(payload, fields, asked) }
      if (!join.where) return [path, { ...join, ...sort }] as const
      const asker = { req, locale: locale ?? req?.locale ?? undefined }
      const ofDrafts = drafts && hasDraftsEnabled(collectionOf(payload, read.to))
      const target = ofDrafts ? joinedTarget(payload, read.to, asker) : documentTarget(payload, read.to, asker)
      return [path, { ...join, ...sort, where: await rewriteWhere(rewriting, target, join.where) }] as const
    }),
  )
  return Object.fromEntries(entries)
}
