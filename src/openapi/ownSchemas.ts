import type { Schema } from './documentSchemas.ts'

const TEXT = { type: 'string' } as const
const DIGEST = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const
const SIGN_OFF = {
  type: 'object',
  required: ['role', 'at'],
  properties: { review: TEXT, role: TEXT, at: TEXT },
} as const

/** A list as Payload has it. */
const PAGE = {
  docs: { type: 'array' },
  totalDocs: { type: 'integer' },
  limit: { type: 'integer' },
  page: { type: 'integer' },
  pagingCounter: { type: 'integer' },
  totalPages: { type: 'integer' },
  hasNextPage: { type: 'boolean' },
  hasPrevPage: { type: 'boolean' },
  nextPage: { type: ['integer', 'null'] },
  prevPage: { type: ['integer', 'null'] },
} as const

/** What is not a document: refusals, pages, proofs, what followers get. */
export const OWN_SCHEMAS: Readonly<Record<string, Schema>> = {
  Refusal: {
    type: 'object',
    required: ['code', 'message'],
    properties: {
      code: TEXT,
      message: TEXT,
      hint: TEXT,
      field: TEXT,
      blockers: { type: 'array', items: { type: 'object' } },
    },
  },
  Page: {
    type: 'object',
    required: ['docs', 'totalDocs', 'limit', 'page', 'totalPages', 'hasNextPage', 'hasPrevPage', 'after'],
    properties: { ...PAGE, after: { type: ['string', 'null'], description: 'Where the next page begins.' } },
  },
  Log: { type: 'object', required: Object.keys(PAGE), properties: PAGE },
  Count: {
    type: 'object',
    required: ['totalDocs'],
    properties: { totalDocs: { type: 'integer' } },
    additionalProperties: false,
  },
  Proof: {
    type: 'object',
    required: ['digest', 'canonical', 'signOffs', 'publishedAt', 'event'],
    properties: {
      digest: DIGEST,
      canonical: { type: 'string', description: 'RFC 8785 JSON; SHA-256 of its UTF-8 bytes is the digest.' },
      signOffs: { type: 'array', items: SIGN_OFF },
      publishedAt: TEXT,
      event: { type: 'object' },
      fastTracked: { type: 'object' },
    },
    additionalProperties: false,
  },
  Changes: {
    type: 'object',
    required: ['changes', 'cursor', 'more'],
    properties: {
      changes: {
        type: 'array',
        items: {
          type: 'object',
          required: ['seq', 'op', 'collection', 'id', 'slug', 'reason'],
          properties: {
            seq: { type: 'integer' },
            op: { enum: ['upsert', 'remove'] },
            collection: TEXT,
            id: { type: ['string', 'integer'] },
            slug: { type: ['string', 'null'] },
            digest: { type: ['string', 'null'] },
            etag: { type: ['string', 'null'] },
            at: TEXT,
            reason: { enum: ['published', 'withdrawn', 'retracted', 'moved', 'expired'] },
            doc: { type: 'object' },
          },
        },
      },
      cursor: TEXT,
      more: { type: 'boolean' },
    },
    additionalProperties: false,
  },
}
