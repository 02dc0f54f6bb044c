import { BODIES, type Body } from './bodies.ts'

/** Who may ask: `anybody` gets what is public, `staff` logs in. */
export type Operation = {
  readonly summary: string
  readonly who: 'anybody' | 'staff'
  /** What comes when it worked; a JSON object when left out. */
  readonly answer?: 'document' | 'page' | 'count' | 'proof' | 'changes' | 'events' | 'log' | 'file' | 'html'
  /** Its status; 200 when left out. */
  readonly status?: number
  /** Refusals beside those that every operation has. */
  readonly refusals?: readonly number[]
  /** Its parameters: those of a read or a write of this kind, or by name. */
  readonly query?: 'list' | 'count' | 'document' | 'made' | 'changed' | 'many' | readonly string[]
  /** Whether it takes `If-Match` with the digest that it is based on. */
  readonly isConditional?: boolean
  /** What it takes in its body: a document, a document with its file, or else. */
  readonly body?: Body | 'document' | 'upload'
}

const staff = (summary: string, more: Omit<Operation, 'summary' | 'who'> = {}): Operation => ({
  summary,
  who: 'staff',
  refusals: [401, 403, 404],
  ...more,
})
const anybody = (summary: string, more: Omit<Operation, 'summary' | 'who'> = {}): Operation => ({
  summary,
  who: 'anybody',
  ...more,
})
const CHANGES = [400, 401, 403, 404, 409, 422]

/** What Payload's own routes of any collection do. */
const OF_COLLECTIONS: Readonly<Record<string, Operation>> = {
  'GET /': staff('List documents', { refusals: [400, 401, 403] }),
  'GET /:id': staff('Read a document'),
  'GET /count': staff('Count documents', { refusals: [400, 401, 403] }),
  'GET /versions': staff('List versions', { refusals: [400, 401, 403] }),
  'GET /versions/:id': staff('Read a version'),
  'POST /versions/:id': staff('Restore a version as the newest draft', { refusals: CHANGES }),
  'POST /access/:id': staff('What one may do with a document'),
  'POST /access/:id?': staff('What one may do'),
  'POST /': staff('Make a document', { query: 'made', body: 'document', status: 201, refusals: CHANGES }),
  'PATCH /': staff('Change the documents that `where` finds, all or none', {
    query: 'many',
    body: 'document',
    refusals: CHANGES,
  }),
  'PATCH /:id': staff('Change a document', { query: 'changed', body: 'document', refusals: [...CHANGES, 412] }),
  'DELETE /': staff('Delete the documents that `where` finds, all or none', { query: 'many', refusals: CHANGES }),
  'DELETE /:id': staff('Delete a document', { query: 'changed', refusals: [...CHANGES, 412] }),
  'POST /:id/duplicate': staff('Copy a document', { refusals: CHANGES }),
}

/** What is written of a piece on the base of a text. */
const CONDITIONAL = Object.fromEntries(
  (['PATCH /:id', 'DELETE /:id'] as const).map((route) => [route, { ...OF_COLLECTIONS[route], isConditional: true }]),
)

/** What readers read. */
const PUBLIC: Readonly<Record<string, Operation>> = {
  'GET /': anybody('List what is public', { answer: 'page', query: 'list', refusals: [400, 401, 413] }),
  'GET /:id': anybody('Read what is public, by id', {
    answer: 'document',
    query: 'document',
    refusals: [400, 401, 404, 410],
  }),
  'GET /count': anybody('Count what is public', { answer: 'count', query: 'count', refusals: [400, 401, 413] }),
  'GET /by-slug/:slug': anybody('Read what is public, by slug', {
    answer: 'document',
    query: 'document',
    refusals: [308, 400, 401, 404, 410],
  }),
}

/** By the kind of collection, before what is true of all. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  pieces: {
    ...OF_COLLECTIONS,
    ...PUBLIC,
    ...CONDITIONAL,
    'GET /:id/transitions': staff('What may be done with a piece, and what is in the way', {
      refusals: [400, 401, 403, 404],
    }),
    'POST /:id/transitions': staff('Move a piece', {
      body: BODIES.move,
      refusals: CHANGES,
    }),
    'GET /:id/dossier': staff('The record of a piece', { refusals: [400, 401, 403, 404] }),
    'GET /:id/events': staff('The events of a piece', { answer: 'log', refusals: [400, 401, 403, 404] }),
    'GET /:id/imprimatur': anybody('The proof of a published piece', { answer: 'proof', refusals: [400, 404] }),
    'GET /:id/diff': staff('What is different between two revisions', {
      query: ['from', 'to'],
      refusals: [400, 401, 403, 404],
    }),
    'PATCH /:id/assignment': staff('Say who works on a piece', {
      body: BODIES.assignment,
      refusals: CHANGES,
    }),
    'GET /:id/comments': staff('The comments on a piece'),
    'POST /:id/comments': staff('Comment on a piece', {
      body: BODIES.comment,
      status: 201,
      refusals: CHANGES,
    }),
    'GET /:id/lease': staff('Who writes in a piece'),
    'PUT /:id/lease': staff('Take hold of a piece', { query: ['takeOver'], refusals: CHANGES }),
    'DELETE /:id/lease': staff('Let go of a piece', { refusals: CHANGES }),
    'GET /counts': anybody('How many readers find, by the values of fields', {
      query: ['by'],
      refusals: [400, 401, 413],
    }),
    'GET /:id/companions': staff('What may go out together with a piece', { refusals: [400, 401, 403, 404] }),
    'GET /:id/review-links': staff('Who was shown a revision of a piece', { refusals: [400, 401, 403, 404] }),
    'POST /:id/review-links': staff('Show one revision to somebody without an account', {
      body: BODIES.reviewLink,
      status: 201,
      refusals: [...CHANGES, 413],
    }),
    'DELETE /:id/review-links/:link': staff('End a review link', { refusals: CHANGES }),
    'GET /:id/style': staff('Where the newest text does not keep to the house style'),
    'POST /:id/style/exceptions': staff('Let a passage stand', {
      body: BODIES.exception,
      refusals: CHANGES,
    }),
    'DELETE /:id/style/exceptions/:exception': staff('Let a passage stand no more', { refusals: CHANGES }),
    'POST /:id/preview-token': staff('A token that opens the newest draft for an hour', {
      status: 201,
      refusals: [400, 401, 403, 404],
    }),
    'DELETE /:id/preview-token': staff('End one’s own preview tokens of a piece', { refusals: [400, 401, 403, 404] }),
  },
  media: {
    ...OF_COLLECTIONS,
    ...PUBLIC,
    'POST /': staff('Upload a picture', { body: 'upload', status: 201, refusals: [...CHANGES, 413, 503] }),
    'PATCH /:id': staff('Change a picture, or its file', { body: 'upload', refusals: [...CHANGES, 413, 503] }),
    'GET /file/:filename': anybody('A file that a public piece shows', { answer: 'file', refusals: [404, 416] }),
    'GET /file/:stem/:width': anybody('A width of a picture that a public piece shows', {
      answer: 'file',
      refusals: [404, 416, 503],
    }),
  },
  filing: { ...OF_COLLECTIONS, ...PUBLIC },
  users: {
    ...OF_COLLECTIONS,
    'GET /me': anybody('Who is logged in'),
    'POST /login': anybody('Log in', { body: BODIES.login, refusals: [400, 401, 403, 429] }),
    'POST /logout': staff('End the session', { refusals: [400, 401] }),
    'POST /refresh-token': staff('A new token'),
    'POST /forgot-password': anybody('Ask for a link that sets a new password', {
      body: BODIES.email,
      refusals: [400, 429],
    }),
    'POST /reset-password': anybody('Set a new password by a link', {
      body: BODIES.newPassword,
      refusals: [400, 403],
    }),
    'POST /unlock': staff('Let an account in again', { body: BODIES.email, refusals: [400, 401, 403, 404] }),
  },
  comments: {
    'PATCH /:id': staff('Change or resolve a comment', { body: BODIES.commentChange, refusals: CHANGES }),
    'DELETE /:id': staff('Delete a comment', { refusals: CHANGES }),
    'POST /:id/take': staff('Take suggested words into the text', {
      body: BODIES.taking,
      refusals: CHANGES,
    }),
    'POST /:id/leave': staff('Leave suggested words', { refusals: CHANGES }),
  },
  notifications: {
    'GET /': staff('What one was told', { query: ['unread', 'limit', 'page'], refusals: [400, 401, 403] }),
    'POST /read': staff('Mark as read', { body: BODIES.told, refusals: [400, 401, 403] }),
  },
  releases: {
    'GET /': staff('List releases', { query: ['state', 'limit', 'page'], refusals: [400, 401, 403] }),
    'GET /:id': staff('A release, its pieces, and what is in their way'),
    'POST /': staff('Make a release', { body: BODIES.release, status: 201, refusals: CHANGES }),
    'POST /:id/add': staff('Add pieces to a release', { body: BODIES.pieces, refusals: CHANGES }),
    'POST /:id/remove': staff('Take pieces out of a release', { body: BODIES.pieces, refusals: CHANGES }),
    'POST /:id/schedule': staff('Have all its pieces go out at a time', { body: BODIES.schedule, refusals: CHANGES }),
    'POST /:id/publish': staff('Publish all its pieces, or none', { body: BODIES.version, refusals: CHANGES }),
  },
  others: {
    ...OF_COLLECTIONS,
    'POST /import': staff('Make rules of a list', {
      query: ['dryRun'],
      body: BODIES.rules,
      refusals: [...CHANGES, 413],
    }),
    'POST /:id/key': staff('Make the key, which is told once', { refusals: CHANGES }),
    'POST /:id/revoke': staff('Revoke a key', { refusals: CHANGES }),
    'GET /:id/secret': staff('What messages are signed with now, without the secrets'),
    'POST /:id/secret': staff('A new secret, which is told once', {
      body: BODIES.secret,
      refusals: CHANGES,
    }),
    'POST /:id/test': staff('Send a test', { status: 202, refusals: CHANGES }),
    'POST /:id/replay': staff('Send a message again', { status: 202, refusals: CHANGES }),
    'GET /:key': staff('A preference of the panel', { refusals: [401, 403] }),
    'POST /:key': staff('Keep a preference of the panel', { refusals: CHANGES }),
    'DELETE /:key': staff('Forget a preference of the panel', { refusals: CHANGES }),
  },
  globals: {
    'GET /': anybody('Read a global', { answer: 'document', query: 'document', refusals: [400, 401] }),
    'POST /': staff('Change a global', { body: 'document', refusals: CHANGES }),
    'POST /access': staff('What one may do with a global'),
  },
  newsroom: {
    'GET /openapi.json': anybody('This description', { refusals: [400] }),
    'GET /docs': anybody('This description as a page', { answer: 'html', refusals: [400] }),
    'GET /changes': anybody('What became of what readers get', {
      answer: 'changes',
      query: ['since', 'limit', 'collection', 'include'],
      refusals: [400, 410],
    }),
    'GET /changes/stream': anybody('The same as it happens', {
      answer: 'events',
      query: ['since', 'collection', 'include'],
      refusals: [400, 410],
    }),
    'GET /changes/export': anybody('All that is public, a line each, and the cursor to follow from', {
      answer: 'file',
      query: ['collection'],
      refusals: [400],
    }),
    'GET /search': anybody('Find pieces by their words', {
      query: ['q', 'collection', 'stage', 'limit', 'page'],
      refusals: [400, 503],
    }),
    'GET /reports/desk': staff('How long pieces stay at each stage, are sent back and wait', {
      query: ['from', 'to', 'section', 'genre', 'format'],
      refusals: [400, 401, 403],
    }),
    'POST /transitions': staff('Move several pieces, all or none', { body: BODIES.moves, refusals: CHANGES }),
    'POST /import': staff('Make drafts of the text of a page, an export of WordPress or a feed', {
      query: ['dryRun'],
      body: BODIES.import,
      refusals: [400, 401, 403, 413],
    }),
    'GET /review-queue': staff('What waits', {
      query: [
        'stage',
        'collection',
        'assignee',
        'overdue',
        'fastTracked',
        'section',
        'genre',
        'age',
        'search',
        'limit',
        'page',
      ],
      refusals: [400, 401, 403],
    }),
    'GET /desk': staff('What the first page of the panel shows'),
    'GET /stages': staff('The stages of pieces in a list', { query: ['pieces'], refusals: [400, 401, 403] }),
    'GET /newer-revision': staff('What was saved since a revision', {
      query: ['piece', 'than'],
      refusals: [400, 401, 403, 404],
    }),
    'GET /access': staff('What one may do'),
  },
}

/** What is answered beside Payload’s endpoints: whole paths. */
export const BESIDE: Readonly<Record<string, Operation>> = {
  'GET /api/graphql': anybody('A query, or a document of the server by its name', {
    query: ['query', 'variables', 'operationName', 'documentId', 'extensions'],
    refusals: [400, 404, 405],
  }),
  'POST /api/graphql': anybody('Queries and mutations', {
    body: BODIES.graphql,
    refusals: [400, 401, 403, 415],
  }),
  'GET /api/corrections': anybody(
    'Corrections, clarifications and retractions, newest first; the `url` of a teaser is that of the front page',
    { query: ['limit'], refusals: [400] },
  ),
  'GET /feeds/rss.xml': anybody('RSS 2.0', { answer: 'file', query: ['after'], refusals: [400] }),
  'GET /feeds/atom.xml': anybody('Atom', { answer: 'file', query: ['after'], refusals: [400] }),
  'GET /feeds/feed.json': anybody('JSON Feed 1.1', { answer: 'file', query: ['after'], refusals: [400] }),
  'GET /feeds/ninjs.json': anybody('ninjs 3.1', { answer: 'file', query: ['after'], refusals: [400] }),
  'GET /feeds/corrections.xml': anybody('Corrections as RSS', { answer: 'file', refusals: [400] }),
  'GET /feeds/corrections.json': anybody('Corrections as JSON Feed', { answer: 'file', refusals: [400] }),
  'GET /sitemap.xml': anybody('The index of the sitemaps', { answer: 'file', refusals: [400] }),
  'GET /news-sitemap.xml': anybody('The sitemap for Google News', { answer: 'file', refusals: [400] }),
  'GET /robots.txt': anybody('What crawlers may read', { answer: 'file', refusals: [400] }),
  'GET /healthz': anybody('Whether the server is alive'),
  'GET /metrics': anybody('How the process is, for Prometheus', { answer: 'file' }),
  'GET /readyz': anybody('Whether it can answer', { refusals: [503] }),
}
