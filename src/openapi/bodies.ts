import type { TransitionName } from 'payload-plugin-imprimatur/workflow'
import type { Schema } from './documentSchemas.ts'

/** What an operation takes that is no document. */
export type Body = {
  readonly members: Readonly<Record<string, Schema>>
  /** Those that cannot be left out; without it the whole body can. */
  readonly needs?: readonly string[]
  /** Whether anything else in it is refused. */
  readonly closed?: true
}

const MOVES: Readonly<Record<TransitionName, true>> = {
  submit: true,
  recall: true,
  request_changes: true,
  sign_off: true,
  schedule: true,
  unschedule: true,
  publish: true,
  revise: true,
  withdraw: true,
  retract: true,
  spike: true,
  restore: true,
  fast_track: true,
}

const TEXT = { type: 'string' } as const
const WORDS = { type: 'string', pattern: '\\S' } as const
const TEXT_OR_NOT = { type: ['string', 'null'] } as const
const FLAG = { type: 'boolean' } as const
const ID = { type: ['string', 'integer'] } as const
const ID_OR_NOT = { type: ['string', 'integer', 'null'] } as const
const TIME = { type: 'string', format: 'date-time', description: 'ISO 8601 with an offset or Z.' } as const
const TIME_OR_NOT = { ...TIME, type: ['string', 'null'] } as const
const DIGEST = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const
const DIGEST_OR_NOT = { ...DIGEST, type: ['string', 'null'] } as const
const VERSION = { type: ['integer', 'null'], minimum: 1 } as const

const list = (items: Schema, minItems: number, maxItems: number): Schema => ({
  type: 'array',
  items,
  minItems,
  maxItems,
})
const closedObject = (properties: Schema, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const MOVE = {
  transition: { enum: Object.keys(MOVES) },
  digest: DIGEST,
  review: TEXT_OR_NOT,
  reason: TEXT_OR_NOT,
  notice: TEXT_OR_NOT,
  at: TIME_OR_NOT,
} as const
const PIECE = { collection: TEXT, id: ID } as const
const PIECES = list(closedObject({ ...PIECE, digest: DIGEST_OR_NOT }, ['collection', 'id']), 1, 50)
const ANCHOR = {
  ...closedObject({ digest: DIGEST, path: TEXT, exact: TEXT, prefix: TEXT, suffix: TEXT }, ['digest', 'path']),
  type: ['object', 'null'],
}

/** By what they are for. Each is as strict as the server and no stricter; what of two members excludes or needs the other is in docs/api.md. */
export const BODIES = {
  move: { members: MOVE, needs: ['transition', 'digest'] },
  moves: {
    members: {
      items: list(
        { type: 'object', properties: { ...PIECE, ...MOVE }, required: ['collection', 'id', 'transition', 'digest'] },
        1,
        50,
      ),
    },
    needs: ['items'],
  },
  assignment: {
    members: {
      assignees: { type: 'array', items: ID },
      dueAt: TIME_OR_NOT,
      priority: { enum: ['normal', 'high', 'urgent'] },
      claim: FLAG,
    },
    needs: [],
    closed: true,
  },
  comment: {
    members: {
      text: { ...TEXT, maxLength: 5_000 },
      anchor: ANCHOR,
      suggestion: TEXT_OR_NOT,
      parent: ID_OR_NOT,
      mentions: { type: ['array', 'null'], items: ID, maxItems: 20 },
    },
    needs: [],
    closed: true,
  },
  commentChange: { members: { text: { ...WORDS, maxLength: 5_000 }, resolved: FLAG }, needs: [], closed: true },
  taking: { members: { baseDigest: DIGEST, mayVoid: FLAG }, closed: true },
  reviewLink: {
    members: {
      name: { ...WORDS, maxLength: 120 },
      expiresAt: TIME,
      review: TEXT_OR_NOT,
      maySign: FLAG,
      digest: DIGEST_OR_NOT,
    },
    needs: ['name', 'expiresAt'],
    closed: true,
  },
  exception: {
    members: { digest: DIGEST, rule: TEXT, path: { ...TEXT, maxLength: 500 }, start: { type: 'integer', minimum: 0 } },
    needs: ['digest', 'rule', 'path', 'start'],
    closed: true,
  },
  login: { members: { email: TEXT, password: TEXT }, needs: ['email', 'password'] },
  email: { members: { email: TEXT }, needs: ['email'] },
  newPassword: { members: { token: TEXT, password: TEXT }, needs: ['token', 'password'] },
  told: { members: { ids: list(ID, 1, 100), all: { const: true } }, needs: [], closed: true },
  release: {
    members: { name: { ...WORDS, maxLength: 200 }, items: PIECES },
    needs: ['name'],
    closed: true,
  },
  pieces: { members: { items: PIECES }, needs: ['items'], closed: true },
  schedule: { members: { at: TIME_OR_NOT, version: VERSION }, needs: ['at'], closed: true },
  version: { members: { version: VERSION }, closed: true },
  rules: { members: { text: WORDS }, needs: ['text'] },
  secret: {
    members: { overlapHours: { type: 'number', minimum: 0, maximum: 720 }, kind: { enum: ['hmac', 'ed25519'] } },
  },
  import: {
    members: {
      text: TEXT,
      file: TEXT,
      as: { enum: ['page', 'wxr', 'feed'] },
      asNew: { type: 'array', items: TEXT },
    },
    needs: ['text'],
  },
  graphql: {
    members: { query: TEXT, variables: { type: ['object', 'null'] }, operationName: TEXT_OR_NOT },
    needs: ['query'],
  },
} as const satisfies Readonly<Record<string, Body>>
