import { describe, expect, it } from 'vitest'
import { keyHeaders, surrogateKeys } from '../../../src/delivery/surrogateKeys.ts'

const isPublic = (collection: string) => ['articles', 'authors', 'news-teasers'].includes(collection)
const keysOf = (tags: readonly string[], named: readonly string[] = []) =>
  surrogateKeys({ tags: new Set(tags), named: new Set(named) }, isPublic)

describe('the keys of an answer', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['a document', ['articles*', 'articles:1', 'articles!?', 'articles!?a'], ['articles:1'], ['articles:1']],
    ['a list', ['articles*', 'articles!', 'articles:1'], ['articles:1'], ['articles', 'articles:1']],
    ['nothing at an address', ['articles*', 'articles!?', 'articles!?a', 'dossiers*'], [], ['articles']],
    ['a global', ['global:front', 'articles*', 'articles:hidden'], [], ['global:front']],
    ['the software itself', ['dossiers*', 'dossiers', 'versions/articles'], [], []],
  ])('%s', (_, tags, named, keys) => {
    expect(keysOf(tags, named)).toEqual(keys)
  })

  it('are folded, the longest list first, when there are more than 128', () => {
    const articles = Array.from({ length: 100 }, (_, at) => `articles:${String(at)}`)
    const authors = Array.from({ length: 40 }, (_, at) => `authors:${String(at)}`)
    expect(keysOf([], [...articles, ...authors])).toEqual([...authors, 'articles'].sort())
  })

  it('never take more than 16,000 bytes in any of their forms', () => {
    const long = Array.from({ length: 120 }, (_, at) => `articles:${String(at)}${'x'.repeat(200)}`)
    for (const [name, value] of keyHeaders(keysOf([], long)))
      expect([name, Buffer.byteLength(value) <= 16_000]).toEqual([name, true])
    expect(keysOf([], long)).toEqual(['articles'])
  })

  it('are written as each of the caches wants them', () => {
    expect(keyHeaders(['articles:1', 'global:front'])).toEqual([
      ['Surrogate-Key', 'articles:1 global:front'],
      ['Cache-Tag', 'articles:1,global:front'],
      ['Cache-Groups', '"articles:1", "global:front"'],
    ])
    expect(keyHeaders([])).toEqual([])
  })
})
