import { describe, expect, it } from 'vitest'
import { asksForUnpublished, canonicalTarget } from '../../../src/delivery/target.ts'

const isPublic = (path: string) => path.startsWith('/api/articles')

describe('the one form of a target', () => {
  it.each<[string, string | undefined]>([
    ['/api/articles', '/api/articles'],
    ['/api/articles?', '/api/articles'],
    ['/api/articles?b=2&a=1', '/api/articles?a=1&b=2'],
    ['/api/articles?&&a=1&', '/api/articles?a=1'],
    ['/api/articles?a=2&b=1&a=1', '/api/articles?a=2&a=1&b=1'],
    ['http://anywhere.example/api/articles?a=1', '/api/articles?a=1'],
    ['/api/users', undefined],
    ['//api/articles', undefined],
    ['*', undefined],
    ['/api/articles?a=%ff&%c3%28=1', undefined],
    ['/api/articles#a', undefined],
    // As long as a valid query may be, and longer than any address that the server takes.
    [`/api/articles?a=${'x'.repeat(8_190)}`, `/api/articles?a=${'x'.repeat(8_190)}`],
    [`/api/articles?a=${'x'.repeat(16 * 1024)}`, undefined],
    ['/api/articles?draft=false', undefined],
    ['/api/articles?a=1&%64raft[x]=true', undefined],
    ['/api/articles?TRASH=1', undefined],
    ['/api/articles?drafts=1', '/api/articles?drafts=1'],
    ['/api/articles?a=draft', '/api/articles?a=draft'],
  ])('%s', (raw, expected) => {
    expect(canonicalTarget(raw, isPublic)).toBe(expected)
  })

  it.each([
    ['/api/articles?draft=true', true],
    ['/api/articles?a=1&tr%61sh=true', true],
    ['/api/articles?a=draft=true', false],
    ['/api/articles', false],
  ])('%s asks for what is not public: %s', (target, expected) => {
    expect(asksForUnpublished(target)).toBe(expected)
  })
})
