import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocuments } from '../../src/public-api/index.ts'
import { openNewsroom, type Asked, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

const HEADLINES =
  'query Headlines($limit: Int) { Articles(limit: $limit, sort: "headline") { docs { headline } totalDocs } }\n'
const STAFF_ONLY = 'query { Articles { docs { headline createdBy } } }\n'

let newsroom: TestNewsroom
let folder: string
let id: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
  await writeFile(path.join(folder, 'headlines.graphql'), HEADLINES)
  await writeFile(path.join(folder, 'staff.gql'), STAFF_ONLY)
  await writeFile(path.join(folder, 'sorted.graphql'), 'query ($by: String) { Articles(sort: $by) { totalDocs } }')
  await writeFile(path.join(folder, 'README.md'), 'No document.')
  newsroom = await openNewsroom({ env: { GRAPHQL_DOCUMENTS: folder } })
  const desk = pieces(newsroom)
  id = await desk.published('articles', await desk.anArticle({ headline: 'Adders', slug: 'adders' }))
})
afterAll(async () => {
  await newsroom.close()
  await rm(folder, { recursive: true })
})

const ask = (parameters: Record<string, string>, asked: Asked = {}, method = 'GET') =>
  newsroom.ask(method, `/api/graphql?${new URLSearchParams(parameters).toString()}`, asked)
const codesOf = (body: { errors: { extensions: { code: string } }[] }) =>
  body.errors.map(({ extensions }) => extensions.code)

describe('a document that the server has', () => {
  it.each(['headlines', `sha256:${createHash('sha256').update(HEADLINES).digest('hex')}`])(
    '%s is answered for everybody, with validators and keys',
    async (documentId) => {
      const answer = await ask({ documentId, variables: '{"limit":5}' })
      expect(answer.body).toEqual({ data: { Articles: { docs: [{ headline: 'Adders' }], totalDocs: 1 } } })
      expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, stale-while-revalidate=1')
      expect(answer.headers.get('surrogate-key')?.split(' ')).toEqual(
        expect.arrayContaining([`articles:${id}`, 'articles']),
      )
      const etag = answer.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"/)
      const again = await ask({ documentId, variables: '{"limit":5}' }, { headers: { 'if-none-match': etag } })
      expect(again.status).toBe(304)
    },
  )

  it('follows what is published, withdrawn and renamed before the writer has the answer', async () => {
    const desk = pieces(newsroom)
    const headlines = async () =>
      (await ask({ documentId: 'headlines' })).body.data.Articles.docs.map(
        ({ headline }: { headline: string }) => headline,
      )
    expect(await headlines()).toEqual(['Adders'])
    const other = await desk.published('articles', await desk.anArticle({ headline: 'Bitterns', slug: 'bitterns' }))
    expect(await headlines()).toEqual(['Adders', 'Bitterns'])
    await desk.move('articles', other, 'withdraw', 'publisher', { reason: 'A test.' })
    expect(await headlines()).toEqual(['Adders'])
  })

  it('is for staff as for staff, and kept from caches', async () => {
    expect((await ask({ documentId: 'staff' })).status).toBe(401)
    const answer = await ask({ documentId: 'staff' }, { as: 'editor' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(answer.headers.get('etag')).toBeNull()
  })

  it('is not kept when part of it failed', async () => {
    const answer = await ask({ documentId: 'sorted', variables: '{"by":"createdBy"}' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(codesOf(answer.body)).toEqual(['field_not_queryable'])
    expect((await ask({ documentId: 'sorted', variables: '{"by":"headline"}' })).headers.get('cache-control')).toMatch(
      /^public/,
    )
  })
})

describe('any other GET', () => {
  it('carries out a query, as urql sends it, and is not kept', async () => {
    const answer = await ask({ query: '{ Articles { totalDocs } }', operationName: '', variables: '{}' })
    expect(answer.body).toEqual({ data: { Articles: { totalDocs: 1 } } })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })

  it('changes nothing', async () => {
    const mutation = `mutation { updateArticle(id: "${id}", data: { kicker: "By a GET" }) { id } }`
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask({ query: mutation }, { as: 'editor' }, method)
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'OPTIONS, POST'])
    }
    const both = `query Reads { Articles { totalDocs } } ${mutation.replace('mutation', 'mutation Writes')}`
    expect((await ask({ query: both, operationName: 'Writes' }, { as: 'editor' })).status).toBe(405)
    expect((await ask({ query: both, operationName: 'Reads' }, { as: 'editor' })).status).toBe(200)
    expect(
      (await newsroom.ask('GET', `/api/articles/${id}?draft=true`, { as: 'editor' })).body.kicker ?? null,
    ).toBeNull()
  })

  it.each<[Record<string, string>, number, string]>([
    [{}, 400, 'invalid_value'],
    [{ documentId: 'headlines', query: '{ Articles { totalDocs } }' }, 400, 'invalid_value'],
    [{ documentId: 'nothing' }, 404, 'not_found'],
    [{ documentId: '../headlines' }, 404, 'not_found'],
    [{ documentId: `sha256:${'0'.repeat(64)}` }, 404, 'not_found'],
    [{ documentId: 'headlines', draft: 'true' }, 400, 'unknown_parameter'],
    [{ documentId: 'headlines', locale: 'de' }, 400, 'unknown_parameter'],
    [{ documentId: 'headlines', variables: '[1]' }, 400, 'invalid_value'],
    [{ documentId: 'headlines', variables: '{' }, 400, 'invalid_value'],
    [{ documentId: 'headlines', variables: '{"limit":101}' }, 400, 'invalid_value'],
    [{ query: `{${'a{'.repeat(70)}b${'}'.repeat(70)}}` }, 400, 'query_too_complex'],
    [{ query: '{ __schema { types { name } } }' }, 403, 'forbidden'],
  ])('%j is refused with %i %s', async (parameters, status, code) => {
    const answer = await ask(parameters)
    expect([answer.status, codesOf(answer.body)]).toEqual([status, [code]])
    // An address that does not exist is the same for everybody.
    expect(answer.headers.get('cache-control')).toMatch(status === 404 ? /^public/ : /no-store/)
  })

  it('asks for the document of a hash that it does not know, as Apollo Client and urql expect it', async () => {
    const hashOf = (document: string) => createHash('sha256').update(document).digest('hex')
    const extensions = (document: string) =>
      JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } })
    const query = '{ Articles { totalDocs } }'
    const unknown = await ask({ operationName: '', variables: '{}', extensions: extensions(query) })
    expect([unknown.status, unknown.body]).toEqual([
      200,
      { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    ])
    expect(unknown.headers.get('cache-control')).toContain('no-store')
    const sent = await ask({ query, extensions: extensions(query) })
    expect([sent.status, sent.body.data.Articles.totalDocs]).toEqual([200, 1])
    const known = await ask({ variables: '{"limit":5}', extensions: extensions(HEADLINES) })
    expect(known.body.data.Articles.docs).toEqual([{ headline: 'Adders' }])
    for (const odd of ['{"persistedQuery":null}', '{"persistedQuery":{"sha256Hash":1}}'])
      expect(codesOf((await ask({ extensions: odd })).body)).toEqual(['invalid_value'])
  })

  it('refuses what is there twice', async () => {
    const answer = await newsroom.ask('GET', '/api/graphql?documentId=headlines&documentId=staff')
    expect([answer.status, codesOf(answer.body)]).toEqual([400, ['invalid_value']])
  })
})

describe('a folder of documents', () => {
  it.each([
    ['mutation { logoutUser }', /nothing but queries/],
    ['fragment A on Article { id }', /nothing but queries/],
    ['{', /no GraphQL document/],
  ])('with %s in it stops the start with a sentence', async (text, sentence) => {
    const other = await mkdtemp(path.join(tmpdir(), 'documents-'))
    await writeFile(path.join(other, 'one.graphql'), text)
    expect(() => readDocuments(other)).toThrow(sentence)
    await writeFile(path.join(other, 'one.graphql'), HEADLINES)
    await writeFile(path.join(other, 'one.gql'), HEADLINES)
    expect(() => readDocuments(other)).toThrow(/two documents called one/)
    await rm(other, { recursive: true })
    expect(() => readDocuments(other)).toThrow(/a folder that can be read/)
  })
})
