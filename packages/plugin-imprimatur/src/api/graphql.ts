import type { GraphQLFieldConfig, GraphQLObjectType, GraphQLOutputType, GraphQLScalarType } from 'graphql'
import { formatNames, isolateObjectProperty, type GraphQLExtension, type PayloadRequest } from 'payload'
import { commandOf } from './command.ts'
import { refuseCondition } from '../hooks/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { requireStaff } from '../store/index.ts'
import {
  attributeNames,
  dossierOf,
  executeAndView,
  QUEUE_PARAMETERS,
  reviewQueue,
  type QueueQuery,
  transitionsOf,
} from '../operations/index.ts'

type Library = Parameters<GraphQLExtension>[0]
type Schema = Parameters<GraphQLExtension>[1]
type Arguments = Record<string, unknown>
type Fields = Record<string, GraphQLFieldConfig<unknown, { readonly req: PayloadRequest }>>

/** `articleTransitions(id)`, `articleDossier(id)` and their siblings, and `reviewQueue`. */
export function workflowQueries(library: Library, schema: Schema, collections: readonly string[]): Fields {
  const types = typesOf(library)
  const text = { type: library.GraphQLString }
  const whole = { type: library.GraphQLInt }
  const queue = {
    type: types.queue,
    args: {
      ...Object.fromEntries([...QUEUE_PARAMETERS, ...attributeNames(schema)].map((name) => [name, text])),
      age: whole,
      limit: whole,
      page: whole,
    },
    resolve: (_, args: Arguments, { req }) => inSnapshot(own(req), (seen) => queueOf(seen, args)),
  } satisfies Fields[string]
  const ofPieces = collections.flatMap((slug): [string, Fields[string]][] => {
    const name = singularName(schema, slug)
    const id = required(library, idType(library, schema, slug))
    const start = name.charAt(0).toLowerCase() + name.slice(1)
    return [
      [
        `${start}Transitions`,
        {
          type: types.transitions,
          args: { id },
          resolve: (_, args: Arguments, { req }) =>
            inSnapshot(own(req), (seen) => transitionsOf(seen, slug, idOf(args))),
        },
      ],
      [
        `${start}Dossier`,
        {
          type: types.dossier,
          args: { id },
          resolve: (_, args: Arguments, { req }) => inSnapshot(own(req), (seen) => dossierOf(seen, slug, idOf(args))),
        },
      ],
    ]
  })
  return { ...Object.fromEntries(ofPieces), reviewQueue: queue }
}

/** `transitionArticle(id, transition, digest, …)` and its siblings; each runs in a transaction of its own. */
export function workflowMutations(library: Library, schema: Schema, collections: readonly string[]): Fields {
  const types = typesOf(library)
  const needed = required(library, library.GraphQLString)
  const text = { type: library.GraphQLString }
  const args = { transition: needed, digest: needed, review: text, reason: text, notice: text, at: text }
  return Object.fromEntries(
    collections.map((slug): [string, Fields[string]] => {
      const name = singularName(schema, slug)
      const result = new library.GraphQLObjectType({
        name: `Transitioned${name}`,
        fields: {
          doc: { type: documentType(schema, slug) },
          dossier: { type: types.dossier },
          event: { type: types.event },
        },
      })
      return [
        `transition${name}`,
        {
          type: result,
          args: { id: required(library, idType(library, schema, slug)), ...args },
          resolve: (_, given: Arguments, { req }) => move(own(req), slug, given),
        },
      ]
    }),
  )
}

async function move(req: PayloadRequest, slug: string, args: Record<string, unknown>) {
  const { id, ...command } = args
  const actor = requireStaff(req)
  refuseCondition(req)
  const [moved] = await executeAndView(req, actor, [{ collection: slug, id: String(id), command: commandOf(command) }])
  return moved
}

/**
 * A request with a transaction of its own: the fields of one GraphQL document share the request, but not the
 * transaction.
 */
function own(req: PayloadRequest): PayloadRequest {
  return isolateObjectProperty(req, 'transactionID')
}

/** GraphQL has no objects with names of a project's own: attributes are a list. */
async function queueOf(req: PayloadRequest, args: Arguments) {
  const page = await reviewQueue(req, textsOf(args))
  const docs = page.docs.map(({ attributes, ...entry }) => ({
    ...entry,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  }))
  return { ...page, docs }
}

/** The queue's arguments as its address would have them. */
function textsOf(args: Record<string, unknown>): QueueQuery {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value as number | string)] as const],
    ),
  )
}

function idOf(args: Record<string, unknown>): string {
  return String(args.id)
}

function required(library: Library, type: GraphQLScalarType) {
  return { type: new library.GraphQLNonNull(type) }
}

/** As the arguments of Payload's own queries have it (`@payloadcms/graphql` 3.90). */
function idType(library: Library, { config }: Schema, slug: string): GraphQLScalarType {
  const collection = config.collections.find((each) => each.slug === slug)
  const own = collection?.flattenedFields.find(({ name }) => name === 'id')
  return (own?.type ?? config.db.defaultIDType) === 'number' ? library.GraphQLInt : library.GraphQLString
}

function singularName(schema: Schema, slug: string): string {
  const collection = schema.config.collections.find((each) => each.slug === slug)
  const given = collection?.graphQL ? collection.graphQL.singularName : undefined
  return given ?? formatNames(slug).singular
}

function documentType(schema: Schema, slug: string): GraphQLOutputType {
  const type = schema.collections[slug]?.graphQL?.type
  if (!type) throw new Error(`imprimatur: “${slug}” has no GraphQL type; workflow collections need graphQL on.`)
  return type
}

type WorkflowTypes = {
  readonly dossier: GraphQLObjectType
  readonly event: GraphQLObjectType
  readonly transitions: GraphQLObjectType
  readonly queue: GraphQLObjectType
}

/** Queries and mutations of one schema share their types. */
const made = new WeakMap<Library, WorkflowTypes>()

function typesOf(library: Library): WorkflowTypes {
  const known = made.get(library)
  if (known) return known
  const { GraphQLBoolean: bool, GraphQLInt: int, GraphQLString: text } = library
  const object = (name: string, fields: Record<string, GraphQLOutputType>) =>
    new library.GraphQLObjectType({
      name,
      fields: Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, { type }])),
    })
  const list = (type: GraphQLOutputType): GraphQLOutputType => new library.GraphQLList(new library.GraphQLNonNull(type))
  const signOff = object('WorkflowSignOff', { review: text, role: text, by: text, digest: text, at: text })
  const dossierFields = {
    collection: text,
    id: text,
    title: text,
    stage: text,
    stageSince: text,
    digest: text,
    live: object('WorkflowLive', { digest: text, since: text, event: int, signOffs: list(signOff) }),
    firstPublishedAt: text,
    owner: text,
    writers: list(text),
    signOffs: list(signOff),
    schedule: object('WorkflowSchedule', { at: text, by: text, digest: text }),
    missed: object('WorkflowMissed', { due: text, at: text, by: text, code: text, message: text }),
    retraction: object('WorkflowRetraction', { notice: text, at: text }),
    fastTracked: object('WorkflowFastTracked', {
      digest: text,
      at: text,
      event: int,
      since: text,
      by: text,
      reason: text,
      hands: list(text),
      signOffs: list(signOff),
      reviewedAt: text,
    }),
    assignees: list(text),
    dueAt: text,
    priority: text,
    seq: int,
    head: text,
  }
  const review = object('WorkflowReview', {
    review: text,
    given: list(signOff),
    missing: int,
    roles: list(text),
    after: list(text),
    waitsFor: list(text),
  })
  const blocker = object('WorkflowBlocker', {
    code: text,
    message: text,
    field: text,
    hint: text,
    gate: text,
    passage: object('WorkflowPassage', { path: text, start: int, end: int, exact: text }),
  })
  const types: WorkflowTypes = {
    dossier: object('WorkflowDossier', { ...dossierFields, reviews: list(review) }),
    event: object('WorkflowEvent', {
      piece: text,
      seq: int,
      transition: text,
      from: text,
      to: text,
      actor: text,
      digest: text,
      at: text,
      accounts: list(text),
      review: text,
      role: text,
      after: list(text),
      afterFastTrack: text,
      reason: text,
      notice: text,
      due: text,
      code: text,
      prevHash: text,
      hash: text,
    }),
    transitions: object('WorkflowTransitions', {
      stage: text,
      digest: text,
      live: text,
      unreviewed: object('WorkflowUnreviewed', {
        since: text,
        missing: list(object('WorkflowMissingReview', { review: text, missing: int, roles: list(text) })),
      }),
      voids: object('WorkflowVoids', { signOffs: int, scheduledAt: text }),
      transitions: list(
        object('WorkflowTransition', {
          name: text,
          label: text,
          to: text,
          actsOn: text,
          allowed: bool,
          blockers: list(blocker),
          needs: list(text),
          reviews: list(text),
          waiting: list(object('WorkflowWaitingReview', { review: text, waitsFor: list(text) })),
        }),
      ),
    }),
    queue: object('WorkflowQueue', {
      docs: list(
        object('WorkflowQueueEntry', {
          ...dossierFields,
          headline: text,
          age: int,
          unreviewedFor: int,
          overdue: bool,
          words: int,
          waitsFor: list(text),
          attributes: list(object('WorkflowAttribute', { name: text, value: text })),
        }),
      ),
      totalDocs: int,
      limit: int,
      page: int,
      totalPages: int,
      hasNextPage: bool,
      hasPrevPage: bool,
    }),
  }
  made.set(library, types)
  return types
}
