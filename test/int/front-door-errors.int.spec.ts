import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inFull } from '../helpers/inFull.ts'
import { openNewsroom, STAFF, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'
import { sendRaw, type RawRequest } from '../helpers/sendRaw.ts'

/** Requests that are made up; FC_RUNS takes another number, FC_SEED another seed, which is printed with a failure. */
const RUNS = Number(process.env.FC_RUNS ?? inFull(400, 100))
const SEED = Number(process.env.FC_SEED ?? 20_261_125)

/** Every code that may leave, from the page that tells clients about them. */
const CODES = new Set(
  [...readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8').matchAll(/^\| `(\w+)`/gm)].map(
    ([, code]) => code,
  ),
)

/** What would give away how the software is made. */
const INNER =
  /node_modules|\bat [\w.<>]+ \(|\.(?:ts|js|mjs):\d+|SQLITE|sqlite|select .+ from|insert into|Mongo|mongoose|BSON|CastError|ObjectId|drizzle|libsql|\/work\/|\/tmp\/|file:\/\/|Cannot (?:read|convert|set)|is not a function|is not iterable|undefined \(|TypeError|RangeError|SyntaxError|ReferenceError/

const ODD_WORDS = [
  '',
  '0',
  '-1',
  '1e999',
  '9007199254740993',
  'NaN',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀',
  '‮',
  '%',
  '%00',
  '%E0%A4%A',
  '../..',
  '..%2f..%2fetc',
  "' or 1=1 --",
  '"',
  '$where',
  '{"$gt":""}',
  '(a+)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '*',
  '[',
  '\\',
  'a'.repeat(5000),
  '2026-13-45',
  '2026-02-30T25:61:00Z',
  '١٢٣',
  '00000000-0000-0000-0000-000000000000',
  '507f1f77bcf86cd799439011',
]

const oddWord = fc.oneof(
  fc.constantFrom(...ODD_WORDS),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)

const oddValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddWord,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, -0, 2 ** 53, 1.5, [], {}, [[]], [null], { id: null }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'id',
        'value',
        'relationTo',
        '__proto__',
        'constructor',
        'root',
        'children',
        '$gt',
        'equals',
        'docs',
        'toString',
        '0',
      ),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value

/** Without lone surrogates, which have no percent-encoding. */
const wellFormed = (word: string): string => Buffer.from(word).toString()

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'less_than_equal',
  'near',
  'within',
  'intersects',
  '$gt',
  'nope',
  '__proto__',
]

describe('whatever is sent', () => {
  let newsroom: TestNewsroom
  const tokens = new Map<Staff, string>()
  const ids: Record<string, string> = {}
  let request: fc.Arbitrary<RawRequest & { as: Staff | null }>

  beforeAll(async () => {
    newsroom = await openNewsroom()
    const make = pieces(newsroom)
    ids.articles = await make.anArticle()
    ids.authors = await make.publicAuthor()
    for (const who of STAFF) {
      const body = { email: `${who}@imprimatur.example`, password: 'a password for tests only' }
      tokens.set(who, (await newsroom.ask('POST', '/api/users/login', { body })).body.token)
    }
    request = aRequest(newsroom)
  })
  afterAll(async () => newsroom.close())

  /** Requests to the routes that this application has, as odd as they get. */
  function aRequest({ payload: { config } }: TestNewsroom): fc.Arbitrary<RawRequest & { as: Staff | null }> {
    const routes = [
      ...config.endpoints.map(({ method, path }) => ({
        method,
        path: `/api${path}`,
        fields: [] as string[],
        slug: '',
      })),
      ...config.collections.flatMap(({ endpoints, flattenedFields, slug }) =>
        (endpoints || []).map(({ method, path }) => ({
          method,
          path: `/api/${slug}${path}`,
          fields: flattenedFields.map(({ name }) => name),
          slug,
        })),
      ),
      ...config.globals.flatMap(({ endpoints, flattenedFields, slug }) =>
        (endpoints || []).map(({ method, path }) => ({
          method,
          path: `/api/globals/${slug}${path}`,
          fields: flattenedFields.map(({ name }) => name),
          slug,
        })),
      ),
      { method: 'post', path: '/api/graphql', fields: ['query', 'variables', 'operationName'], slug: '' },
      ...['/healthz', '/readyz', '/api/:id', '/api/:id/:id'].map((path) => ({
        method: 'get',
        path,
        fields: [],
        slug: '',
      })),
    ]
    expect(routes.length).toBeGreaterThan(150)

    const method = (usual: string) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(usual.toUpperCase()) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'),
        },
      )

    return fc.constantFrom(...routes).chain((route) => {
      const fieldName = fc.oneof(
        fc.constantFrom('id', 'createdAt', '_status', 'nope', '__proto__', 'a.b', ...route.fields),
        oddWord,
      )
      const id = fc
        .oneof(fc.constant(ids[route.slug] ?? 'x'), oddWord)
        .map((word) => encodeURIComponent(wellFormed(word)) || 'x')
      const rawId = fc.constantFrom('%', '%zz', '%ff', '%00', '..', '%2e%2e', '//', ';a=b', '*', ':id')
      const path = fc
        .array(fc.oneof({ weight: 5, arbitrary: id }, { weight: 1, arbitrary: rawId }), { minLength: 3, maxLength: 3 })
        .map((all) => {
          const left = [...all]
          return route.path.replaceAll(/:\w+\??/g, () => left.pop() ?? 'x')
        })
      const pair = fc.oneof(
        fc
          .tuple(fieldName, fc.constantFrom(...OPERATORS), oddWord)
          .map(([field, operator, value]) => [`where[${field}][${operator}]`, value]),
        fc.tuple(
          fc.constantFrom(
            'where[or][0][and][0][id][equals]',
            'where',
            'where[and]',
            'where[or][]',
            'where[id]',
            'select[id]',
            'select',
            'populate[authors][nope]',
            'joins',
            'sort',
            'limit',
            'page',
            'depth',
            'draft',
            'trash',
            'locale',
            'fallback-locale',
            'autosave',
            'data',
            'pagination',
            'overrideLock',
            'pieces',
            'piece',
            'than',
            'prefix',
            'stage',
            'assignee',
            'overdue',
          ),
          oddWord,
        ),
        fc.tuple(fc.constantFrom('sort', 'select', 'where[id][in]', 'populate'), fieldName),
        fc.tuple(oddWord, oddWord),
      )
      const query = fc.array(pair, { maxLength: 3 }).map((pairs) => {
        const text = pairs.map(
          ([name = '', value = '']) =>
            `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`,
        )
        return text.length === 0 ? '' : `?${text.join('&')}`
      })
      const rawQuery = fc.constantFrom(
        '?%',
        '?a=%ff',
        '?where[',
        '?[]=1',
        '?__proto__[x]=1',
        '?where[__proto__][equals]=1',
        '?a[b]=1&a=2',
        `?${'a[b]'.repeat(40)}=1`,
        `?where${'[and][0]'.repeat(30)}[id][equals]=1`,
      )
      const json = fc
        .oneof(
          fc.dictionary(fieldName, oddValue, { maxKeys: 4 }),
          fc.record({ email: oddValue, password: oddValue, token: oddValue, roles: oddValue }),
          fc.record({
            transition: fc.oneof(fc.constantFrom('submit', 'publish', 'schedule', 'retract', 'sign_off'), oddValue),
            digest: fc.oneof(fc.constant(`sha256:${'0'.repeat(64)}`), oddValue),
            at: oddValue,
            reason: oddValue,
            notice: oddValue,
            review: oddValue,
            items: oddValue,
          }),
          fc.record({
            query: fc.oneof(
              fc.constantFrom(
                '{ Articles { docs { id } } }',
                'query($a: JSON) { Articles(where: $a) { totalDocs } }',
                '{ Article(id: "\\u0000") { id } }',
                'mutation { createArticle(data: {headline: 1}) { id } }',
                '{',
                'subscription { a }',
                '{ __typename @skip(if: $x) }',
              ),
              oddWord,
            ),
            variables: oddValue,
            operationName: oddValue,
          }),
          oddValue,
        )
        .map((value) => JSON.stringify(value))
      const raw = fc.constantFrom(
        '',
        '{',
        '[',
        'null',
        '"a"',
        '{"a":1}x',
        '{"__proto__":{"admin":true}}',
        '{"constructor":{"prototype":{"x":1}}}',
        '['.repeat(10_000),
        `{"a":${'{"a":'.repeat(3000)}1${'}'.repeat(3001)}`,
        '{"a":1e999}',
        '\ufeff{}',
        '{"a":"\\ud800"}',
        '{"headline":"\\u0000"}',
      )
      const form = fc
        .tuple(
          fc.oneof(json, raw),
          fc.constantFrom('_payload', 'file', 'nope'),
          fc.constantFrom('', '; filename="a.svg"', '; filename="../../x.png"', '; filename="\u0000"'),
        )
        .map(
          ([value, name, file]) =>
            `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n--b--\r\n`,
        )
      const body = fc.oneof(
        { weight: 6, arbitrary: json.map((text) => ({ text: text, type: 'application/json' })) },
        { weight: 2, arbitrary: raw.map((text) => ({ text: text, type: 'application/json' })) },
        {
          weight: 2,
          arbitrary: form.map((text) => ({
            text: text,
            type: 'multipart/form-data; boundary=b',
          })),
        },
        {
          weight: 1,
          arbitrary: fc
            .uint8Array({ maxLength: 40 })
            .chain((text) =>
              fc
                .constantFrom(
                  'application/json',
                  'multipart/form-data; boundary=b',
                  'multipart/form-data',
                  'text/plain',
                  'application/x-www-form-urlencoded',
                  'application/json; charset=utf-16',
                  '',
                )
                .map((type) => ({ text: text, type })),
            ),
        },
      )
      const header = fc.constantFrom<Record<string, string | string[]>>(
        {},
        {},
        {},
        {},
        { 'x-http-method-override': 'GET' },
        { 'x-payload-http-method-override': 'GET' },
        { 'x-http-method-override': 'DELETE' },
        { authorization: 'JWT a.b.c' },
        { authorization: 'Bearer' },
        { authorization: 'users API-Key x' },
        { cookie: 'payload-token=%ff; payload-token=x; =; ;;' },
        { 'accept-language': '\u00ff;q=x,,*' },
        { 'if-match': '"a", W/"b"' },
        { 'if-match': 'x' },
        { range: 'bytes=9-1,x' },
        { 'if-modified-since': 'x' },
        { 'x-forwarded-for': 'x,y' },
        { 'x-forwarded-host': 'evil example' },
        { 'accept-encoding': '\u00ff' },
        { 'content-encoding': 'gzip' },
        { expect: 'x' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'transfer-encoding': 'gzip, chunked' },
        { 'x-locale': '__proto__' },
      )
      // Administrators change no accounts here: the requests after it would be nobody's.
      const as = fc.constantFrom<Staff | null>(
        null,
        'contributor',
        'editor',
        'reviewer',
        'publisher',
        ...(route.slug === 'users' ? [] : (['admin'] as const)),
      )
      return fc
        .record({
          method: method(route.method),
          path,
          query: fc.oneof({ weight: 4, arbitrary: query }, { weight: 1, arbitrary: rawQuery }),
          body: fc.option(body),
          header,
          as,
        })
        .map(({ as: who, body: sent, header: odd, method: verb, path: where, query: asked }) => ({
          as: who,
          method: verb,
          path: where + asked,
          headers: {
            ...(who && tokens.get(who) ? { authorization: `JWT ${String(tokens.get(who))}` } : {}),
            ...(sent?.type ? { 'content-type': sent.type } : {}),
            ...odd,
          },
          ...(sent && !['GET', 'HEAD'].includes(verb) ? { body: sent.text } : {}),
        }))
    })
  }

  function problemsIn({ status, body }: { status: number; body: string }): string[] {
    const faults: string[] = []
    if (status >= 500) faults.push(`status ${String(status)}: ${body.slice(0, 300)}`)
    if (status >= 400 && body !== '') {
      if (INNER.test(body)) faults.push(`inner: ${INNER.exec(body)?.[0] ?? ''}: ${body.slice(0, 300)}`)
      const errors =
        (parsed(body) as { errors?: { code?: string; extensions?: { code?: string } }[] } | undefined)?.errors ?? []
      if (errors.length === 0) faults.push(`no errors[]: ${String(status)} ${body.slice(0, 200)}`)
      for (const error of errors) {
        const code = error.code ?? error.extensions?.code ?? ''
        if (!CODES.has(code)) faults.push(`code ${code}: ${body.slice(0, 200)}`)
      }
    }
    return faults
  }

  function parsed(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  }

  it('is answered with a code of docs/errors.md and nothing of the inside, and the server lives on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constant(null).chain(() => request),
        async (asked) => {
          const answer = await sendRaw(newsroom.url, asked).catch((error: unknown) => ({
            status: 0,
            body: String(error),
          }))
          const faults = answer.status === 0 ? [] : problemsIn(answer)
          expect(faults, JSON.stringify(asked)).toEqual([])
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
    expect((await newsroom.ask('GET', '/healthz')).status).toBe(200)
  }, 600_000)
})
