import { aText } from '../pieces.ts'

/** A piece under attack. */
export type Target = {
  readonly collection: string
  readonly id: string
  /** Names in GraphQL. */
  readonly one: string
  /** Field that holds the title. */
  readonly title: string
  /** Ids of its versions, oldest first. */
  readonly versions: readonly string[]
  /** Id of a public piece of the same collection. */
  readonly other: string
}

export type Call = {
  readonly method: string
  readonly address: string
  /** Sent as JSON, unless it is a form or text already. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * What a request tries, which says what may come of it when somebody sends it who may write the piece:
 *
 * - `edit`    saves a draft with a new title
 * - `publish` asks in an ordinary write for what only a transition does: always refused
 * - `trash`   into the trash: for unseen pieces
 * - `delete`  for good: for unseen pieces
 * - `copy`    makes another draft
 * - `restore` makes an old version the newest draft
 * - `never`   is no request that this software knows, or one with a wrong digest: always refused
 * - `nothing` may be answered or refused, and changes nothing that readers see
 */
export type Aim = 'edit' | 'publish' | 'trash' | 'delete' | 'copy' | 'restore' | 'never' | 'nothing'

export type Attack = {
  /** The route as the register names it, with `*` for the collection. */
  readonly route: string
  readonly name: string
  readonly aim: Aim
  readonly call: (target: Target, title: string) => Call
  /** Tried by everybody at every stage; the others by those who may write, where there is most to win. */
  readonly core?: true
}

const NOW = '2026-01-01T00:00:00.000Z'
const NO_DIGEST = `sha256:${'0'.repeat(64)}`

const at = ({ collection, id }: Target, query = '') => `/api/${collection}/${id}${query}`
const where = ({ collection, id }: Target, query = '') => `/api/${collection}?where[id][equals]=${id}${query}`

function form(payload: unknown): FormData {
  const data = new FormData()
  data.set('_payload', JSON.stringify(payload))
  return data
}

type Body = (target: Target, title: string) => unknown

/** One variant of a request: its query, its body, its headers. */
function variants(
  route: string,
  method: string,
  address: (target: Target, query: string) => string,
  rows: readonly [name: string, aim: Aim, query: string, body?: Body, headers?: Record<string, string>][],
  core = 0,
): readonly Attack[] {
  return rows.map(([name, aim, query, body, headers], place) => ({
    route,
    name: `${method} ${route.split(' ')[1] ?? ''}${query} ${name}`.trim(),
    aim,
    call: (target, title) => ({
      method,
      address: address(target, query),
      ...(body ? { body: body(target, title) } : {}),
      ...(headers ? { headers } : {}),
    }),
    ...(place < core ? { core: true as const } : {}),
  }))
}

const titled: Body = (target, title) => ({ [target.title]: title })
const titledAnd =
  (more: object | ((target: Target) => object)): Body =>
  (target, title) => ({ [target.title]: title, ...(typeof more === 'function' ? more(target) : more) })

const published = titledAnd({ _status: 'published' })

/** Fields that the software alone writes. */
const MACHINE = {
  createdBy: 'somebody',
  changedBy: 'somebody',
  publishedAt: NOW,
  firstPublishedAt: NOW,
  createdAt: NOW,
  updatedAt: NOW,
  shown: true,
}

const update = variants(
  'PATCH /api/*/:id',
  'PATCH',
  at,
  [
    ['', 'edit', '', titled],
    ['', 'edit', '?draft=false', titled],
    ['a status', 'publish', '', published],
    ['to the trash', 'trash', '', () => ({ deletedAt: NOW })],
    ['', 'edit', '?draft=true', titled],
    ['', 'edit', '?autosave=true', titled],
    ['', 'edit', '?autosave=true&draft=false', titled],
    ['back to draft', 'edit', '', titledAnd({ _status: 'draft' })],
    ['no status', 'edit', '', titledAnd({ _status: null })],
    ['another spelling', 'nothing', '', titledAnd({ _status: 'PUBLISHED' })],
    ['a list', 'nothing', '', titledAnd({ _status: ['published'] })],
    ['an object', 'nothing', '', titledAnd({ _status: { equals: 'published' } })],
    ['a number', 'nothing', '', titledAnd({ _status: 1 })],
    ['a status', 'publish', '?draft=true', published],
    ['a status', 'publish', '?draft=false&overrideLock=true', published],
    ['a status', 'publish', '?autosave=true', published],
    ['a status', 'publish', '?publishAllLocales=true', published],
    ['a status in a form', 'publish', '', (target, title) => form(published(target, title))],
    ['a status and the trash', 'publish', '', titledAnd({ _status: 'published', deletedAt: NOW })],
    ['a status out of the trash', 'publish', '?trash=true', titledAnd({ _status: 'published', deletedAt: null })],
    ['', 'edit', '?publishAllLocales=true', titled],
    ['', 'edit', '?unpublishAllLocales=true', titled],
    ['', 'edit', '?publishSpecificLocale=en', titled],
    ['', 'nothing', '?publishAllLocales=true&unpublishAllLocales=true', titled],
    ['', 'edit', '?locale=all', titled],
    ['', 'edit', '?locale=de&fallback-locale=none', titled],
    ['', 'edit', '?overrideLock=true', titled],
    ['', 'edit', '?select[id]=false&depth=0', titled],
    ['', 'never', '?overrideAccess=true&user=1&disableTransaction=true', titled],
    ['a context in the query', 'never', '?context[imprimaturSystem]=import', titled],
    ['data in the query', 'never', `?data=${encodeURIComponent('{"_status":"published"}')}`, titled],
    ['a form', 'edit', '', (target, title) => form(titled(target, title))],
    ['another id', 'edit', '', titledAnd((target) => ({ id: target.other }))],
    ['fields of the machine', 'edit', '', titledAnd(MACHINE)],
    [
      'parameters in the body',
      'edit',
      '',
      titledAnd({ draft: false, autosave: true, overrideAccess: true, context: { isRestoringVersion: true } }),
    ],
    ['a wrong base', 'never', '', titledAnd({ baseDigest: NO_DIGEST })],
    ['a wrong base', 'never', '', titled, { 'if-match': `"${NO_DIGEST}"` }],
    [
      'form fields',
      'never',
      '',
      () => 'headline=Attack&_status=published',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['plain text', 'never', '', () => '{"_status":"published"}', { 'content-type': 'text/plain' }],
    ['to the trash with a text', 'trash', '?draft=true', titledAnd({ deletedAt: NOW })],
    ['no date', 'nothing', '', () => ({ deletedAt: '' })],
    ['no date', 'nothing', '', () => ({ deletedAt: 0 })],
    ['no date', 'nothing', '?trash=true', () => ({ deletedAt: false })],
    ['no date', 'never', '', () => ({ deletedAt: 'tomorrow' })],
  ],
  4,
)

const bulk = variants(
  'PATCH /api/*',
  'PATCH',
  where,
  [
    ['', 'edit', '', titled],
    ['a status', 'publish', '', published],
    ['to the trash', 'trash', '', () => ({ deletedAt: NOW })],
    ['', 'edit', '&draft=false', titled],
    ['', 'edit', '&draft=true', titled],
    ['back to draft', 'edit', '', titledAnd({ _status: 'draft' })],
    ['a status', 'publish', '&draft=true&publishAllLocales=true', published],
    ['a status out of the trash', 'publish', '&trash=true', titledAnd({ _status: 'published', deletedAt: null })],
    ['', 'edit', '&unpublishAllLocales=true', titled],
    ['', 'edit', '&select[id]=false', titled],
    ['fields of the machine', 'edit', '', titledAnd(MACHINE)],
    ['where in the body', 'edit', '', titledAnd({ where: {} })],
  ],
  3,
)

const removal = [
  ...variants(
    'DELETE /api/*/:id',
    'DELETE',
    at,
    [
      ['', 'delete', ''],
      ['', 'delete', '?trash=true&overrideLock=true'],
    ],
    1,
  ),
  ...variants(
    'DELETE /api/*',
    'DELETE',
    where,
    [
      ['', 'delete', ''],
      ['', 'delete', '&trash=true&overrideLock=true'],
    ],
    1,
  ),
]

const duplicate = variants(
  'POST /api/*/:id/duplicate',
  'POST',
  (target, query) => at(target, `/duplicate${query}`),
  [
    ['', 'copy', '?draft=false', () => ({})],
    ['a status', 'publish', '?draft=false', published],
    ['', 'copy', '', titled],
    ['', 'copy', '?publishAllLocales=true', () => ({ _status: 'draft' })],
    ['', 'copy', '?selectedLocales=en', () => ({})],
    ['fields of the machine', 'copy', '', titledAnd(MACHINE)],
    ['the same slug', 'copy', '', titledAnd({ slug: 'public', generateSlug: false })],
    ['a status in a form', 'publish', '', (target, title) => form(published(target, title))],
  ],
  2,
)

const restore = variants(
  'POST /api/*/versions/:id',
  'POST',
  ({ collection, versions }, query) => `/api/${collection}/versions/${versions[0] ?? ''}${query}`,
  [
    ['the oldest', 'restore', '?draft=false', () => ({})],
    ['the oldest', 'restore', '?draft=true', () => ({ _status: 'published' })],
    ['the oldest', 'restore', '?publishAllLocales=true&overrideAccess=true'],
  ],
  1,
)

const newest = variants(
  'POST /api/*/versions/:id',
  'POST',
  ({ collection, versions }, query) => `/api/${collection}/versions/${versions.at(-1) ?? ''}${query}`,
  [['the newest', 'restore', '?draft=false']],
)

const OVERRIDES = ['x-http-method-override', 'x-payload-http-method-override']

const overridden = OVERRIDES.flatMap((header) =>
  ['PATCH', 'PUT', 'DELETE'].flatMap((method) =>
    variants('PATCH /api/*/:id', 'POST', at, [[`as ${method}`, 'never', '', published, { [header]: method }]]),
  ),
).concat(
  OVERRIDES.flatMap((header) =>
    variants('POST /api/*', 'POST', where, [
      [
        'as GET',
        'nothing',
        '',
        () => 'draft=true&trash=true',
        { [header]: 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      ],
    ]),
  ),
)

/** Words are taken by those who may write the piece, which suggestions.int.spec.ts tries; a comment that is not there has none. */
const takes = variants('POST /api/comments/:id/take', 'POST', ({ id }) => `/api/comments/${id}/take`, [
  ['by the id of a piece', 'never', '', () => ({ baseDigest: NO_DIGEST })],
  ['published', 'never', '', () => ({ baseDigest: NO_DIGEST, _status: 'published' })],
])

const moves = [
  ...variants(
    'POST /api/*/:id/transitions',
    'POST',
    (target, query) => at(target, `/transitions${query}`),
    [
      ['a wrong digest', 'never', '', () => ({ transition: 'publish', digest: NO_DIGEST })],
      ['no digest', 'never', '?digest=any', () => ({ transition: 'publish' })],
      ['no transition', 'never', '', () => ({ transition: 'constructor', digest: NO_DIGEST, to: 'published' })],
      ['of the live text', 'never', '', () => ({ transition: 'withdraw', digest: NO_DIGEST, reason: 'x' })],
      ['a list', 'never', '', () => [{ transition: 'publish', digest: NO_DIGEST }]],
    ],
    1,
  ),
  // A release moves pieces only with the right to do so, which releases.int.spec.ts tries; one that is not there moves none.
  ...['schedule', 'publish'].flatMap((act) =>
    variants(`POST /api/releases/:id/${act}`, 'POST', ({ id }) => `/api/releases/${id}/${act}`, [
      ['by the id of a piece', 'never', '', () => (act === 'publish' ? {} : { at: '2099-01-01T00:00:00Z' })],
      ['with a list', 'never', '', ({ collection, id }) => [{ collection, id }]],
    ]),
  ),
  ...variants('POST /api/transitions', 'POST', () => '/api/transitions', [
    [
      'a wrong digest',
      'never',
      '',
      ({ collection, id }) => ({ items: [{ collection, id, transition: 'publish', digest: NO_DIGEST }] }),
    ],
    [
      'twice',
      'never',
      '',
      ({ collection, id }) => ({
        items: [1, 2].map(() => ({ collection, id, transition: 'publish', digest: NO_DIGEST })),
      }),
    ],
  ]),
]

type Fields = (target: Target, title: string) => string

/** One mutation; `fields` is what stands between its braces. */
function mutation(route: string, aim: Aim, fields: Fields, core = false, name = ''): Attack {
  return {
    route: `mutation ${route}`,
    name: `GraphQL ${route} ${name}`.trim(),
    aim,
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: { query: `mutation { ${fields(target, title)} }` },
    }),
    ...(core ? { core: true as const } : {}),
  }
}

const data = (target: Target, title: string, more = '') => `data: { ${target.title}: "${title}" ${more} }`
const updated =
  (args: string, more = ''): Fields =>
  (target, title) =>
    `update${target.one}(id: "${target.id}", ${args} ${data(target, title, more)}) { id }`

/** A whole document, as GraphQL insists on it where one is made. */
function whole({ collection, title: field }: Target, title: string, more: object = {}): object {
  const required =
    collection === 'authors' ? {} : { language: 'en', ...(collection === 'articles' ? { body: aText('A text.') } : {}) }
  return { ...required, slug: title.toLowerCase().replaceAll(' ', '-'), [field]: title, ...more }
}

const graphql: readonly Attack[] = [
  mutation('update<One>', 'edit', updated(''), true),
  mutation('update<One>', 'publish', updated('', '_status: published'), true, 'a status'),
  mutation('delete<One>', 'delete', ({ one, id }) => `delete${one}(id: "${id}") { id }`, true),
  mutation(
    'restoreVersion<One>',
    'publish',
    ({ one, versions }) => `restoreVersion${one}(id: "${versions[0] ?? ''}", draft: false) { id }`,
    true,
    'to the public',
  ),
  mutation(
    'transition<One>',
    'never',
    ({ one, id }) => `transition${one}(id: "${id}", transition: "publish", digest: "${NO_DIGEST}") { event { seq } }`,
    true,
  ),
  mutation('update<One>', 'edit', updated('draft: false,'), false, 'no draft'),
  mutation('update<One>', 'edit', updated('draft: true, autosave: true,'), false, 'autosave'),
  mutation('update<One>', 'edit', updated('draft: false,', '_status: draft'), false, 'back to draft'),
  mutation('update<One>', 'publish', updated('draft: true, autosave: true,', '_status: published')),
  mutation('update<One>', 'publish', updated('trash: true,', `_status: published, deletedAt: null`)),
  mutation(
    'update<One>',
    'trash',
    ({ one, id }) => `update${one}(id: "${id}", data: { deletedAt: "${NOW}" }) { id }`,
    false,
    'to the trash',
  ),
  mutation('update<One>', 'edit', updated('', `publishedAt: "${NOW}", createdAt: "${NOW}"`), false, 'dates'),
  mutation(
    'delete<One>',
    'delete',
    ({ one, id }) => `delete${one}(id: "${id}", trash: true) { id }`,
    false,
    'in the trash too',
  ),
  mutation(
    'restoreVersion<One>',
    'publish',
    ({ one, versions }) => `restoreVersion${one}(id: "${versions.at(-1) ?? ''}") { id }`,
    false,
    'the newest',
  ),
  mutation(
    'restoreVersion<One>',
    'restore',
    ({ one, versions }) => `restoreVersion${one}(id: "${versions[0] ?? ''}", draft: true) { id }`,
  ),
  {
    route: 'mutation update<One>',
    name: 'GraphQL several in one document',
    aim: 'nothing',
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: {
        query: `mutation {
          restored: restoreVersion${target.one}(id: "${target.versions[0] ?? ''}", draft: true) { id }
          first: ${updated('draft: false,')(target, title)}
          second: ${updated('draft: false,', '_status: published')(target, title)}
          third: transition${target.one}(id: "${target.id}", transition: "publish", digest: "${NO_DIGEST}") { event { seq } }
          fourth: ${updated('', '_status: draft')(target, title)}
        }`,
      },
    }),
  },
  {
    route: 'mutation update<One>',
    name: 'GraphQL with variables',
    aim: 'publish',
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: {
        query: `mutation ($data: mutation${target.one}UpdateInput!) { update${target.one}(id: "${target.id}", data: $data) { id } }`,
        variables: { data: { [target.title]: title, _status: 'published' } },
      },
    }),
  },
  {
    route: 'mutation duplicate<One>',
    name: 'GraphQL duplicate',
    aim: 'copy',
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: {
        query: `mutation ($data: mutation${target.one}Input!) { duplicate${target.one}(id: "${target.id}", data: $data) { id } }`,
        variables: { data: whole(target, title) },
      },
    }),
  },
  {
    route: 'mutation duplicate<One>',
    name: 'GraphQL duplicate with a status',
    aim: 'publish',
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: {
        query: `mutation ($data: mutation${target.one}Input!) { duplicate${target.one}(id: "${target.id}", data: $data) { id } }`,
        variables: { data: whole(target, title, { _status: 'published' }) },
      },
    }),
  },
  {
    route: 'mutation update<One>',
    name: 'GraphQL in a batch',
    aim: 'never',
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: [{ query: `mutation { ${updated('')(target, title)} }` }],
    }),
  },
  {
    route: 'mutation update<One>',
    name: 'GraphQL by GET',
    aim: 'never',
    call: (target, title) => ({
      method: 'GET',
      address: `/api/graphql?query=${encodeURIComponent(`mutation { ${updated('')(target, title)} }`)}`,
    }),
  },
]

/** What is tried on a piece that is there. */
export const ATTACKS: readonly Attack[] = [
  ...update,
  ...bulk,
  ...removal,
  ...duplicate,
  ...restore,
  ...newest,
  ...overridden,
  ...takes,
  ...moves,
  ...graphql,
]

const create = variants('POST /api/*', 'POST', ({ collection }, query) => `/api/${collection}${query}`, [
  ['', 'copy', '', titled],
  ['', 'copy', '?draft=false', titled],
  ['', 'copy', '?draft=false&publishAllLocales=true', titled],
  ['', 'copy', '?autosave=true', titled],
  ['', 'copy', '?publishSpecificLocale=en&locale=all', titled],
  ['', 'copy', '?select[id]=false', titled],
  ['a form', 'copy', '', (target, title) => form(titled(target, title))],
  ['fields of the machine', 'copy', '', titledAnd(MACHINE)],
  ['the id of a public piece', 'nothing', '', titledAnd((target) => ({ id: target.other }))],
  ['the slug of a public piece', 'nothing', '', titledAnd({ slug: 'public', generateSlug: false })],
  ['in the trash at once', 'nothing', '', titledAnd({ deletedAt: NOW })],
  ['a status', 'publish', '', published],
  ['a status', 'publish', '?draft=true', published],
  ['a status', 'publish', '?draft=false&publishAllLocales=true', published],
  ['a status', 'publish', '?autosave=true', published],
  ['a status in a form', 'publish', '', (target, title) => form(published(target, title))],
  ['another spelling', 'nothing', '', titledAnd({ _status: 'PUBLISHED' })],
  ['a list', 'nothing', '', titledAnd({ _status: ['published'] })],
  ['as if duplicated', 'nothing', '', titledAnd((target) => ({ duplicateFromID: target.other }))],
])

const graphqlCreate = (['', 'draft: false', 'draft: true'] as const).flatMap((args) =>
  [undefined, 'published'].map((status): Attack => ({
    route: 'mutation create<One>',
    name: `GraphQL create ${args} ${status ?? ''}`.trim(),
    aim: status ? 'publish' : 'copy',
    call: (target, title) => ({
      method: 'POST',
      address: '/api/graphql',
      body: {
        query: `mutation ($data: mutation${target.one}Input!) { create${target.one}(${args && `${args},`} data: $data) { id } }`,
        variables: { data: whole(target, title, status ? { _status: status } : {}) },
      },
    }),
  })),
)

/** What is tried without a piece. */
export const BIRTHS: readonly Attack[] = [...create, ...graphqlCreate]
