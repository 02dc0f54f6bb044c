import { describe, expect, it } from 'vitest'
import {
  targetArticleExists,
  targetArticlePublic,
  targetExternal,
  targetPresent,
} from '../../../src/newsroom/gates/target.ts'
import { runGates, type RelatedPiece } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { GOING_PUBLIC, GONE, PUBLIC, someFacts, UNPUBLISHED } from './builders.ts'

const gates = [targetPresent, targetArticleExists, targetArticlePublic, targetExternal]

function told(target: unknown, related: Readonly<Record<string, RelatedPiece>> = {}) {
  const facts = someFacts({ target }, { collection: 'news-teasers', related: new Map(Object.entries(related)) })
  return runGates(gates, facts).map(({ gate, field, blocks }) => `${gate} at ${String(field)} blocks ${blocks}`)
}

describe('a teaser that leads nowhere', () => {
  it.each([
    undefined,
    null,
    {},
    [],
    '',
    { kind: null, article: null, url: null, sourceName: null },
    { kind: '', article: '', url: '' },
  ])('%j: only warns', (target) => {
    expect(told(target)).toEqual(['target_present at target blocks never'])
  })
})

describe('a teaser for an article', () => {
  const target = { kind: 'article', article: 'a', url: null, sourceName: null }

  it.each([PUBLIC, GOING_PUBLIC])('that is public or going to be (%j) is fine', (article) => {
    expect(told(target, { 'articles:a': article })).toEqual([])
  })

  it('that is not public waits with its publication', () => {
    expect(told(target, { 'articles:a': UNPUBLISHED })).toEqual([
      'target_article_public at target.article blocks publish',
    ])
  })

  it.each<Readonly<Record<string, RelatedPiece>>>([
    {},
    { 'articles:a': GONE },
    { 'authors:a': PUBLIC },
    { 'articles:b': PUBLIC },
  ])('that is not there (%j) cannot be submitted', (related) => {
    expect(told(target, related)).toEqual(['target_article_exists at target.article blocks submit'])
  })

  it.each([null, undefined, ''])('of which none is chosen (%j) cannot be submitted', (article) => {
    expect(told({ ...target, article })).toEqual(['target_article_exists at target.article blocks submit'])
  })

  it('is one without a kind, too', () => {
    expect(told({ article: 'a' }, { 'articles:a': UNPUBLISHED })).toEqual([
      'target_article_public at target.article blocks publish',
    ])
  })

  it('an address left over from before does not matter', () => {
    expect(told({ ...target, url: 'javascript:alert(1)' }, { 'articles:a': PUBLIC })).toEqual([])
  })
})

describe('a teaser for a page elsewhere', () => {
  const target = { kind: 'external', article: null, url: 'https://example.org/news', sourceName: 'Example' }

  it('has an address and the name of the site', () => {
    expect(told(target)).toEqual([])
    expect(told({ ...target, url: 'http://example.org' })).toEqual([])
  })

  it.each([
    undefined,
    null,
    '',
    'example.org',
    '/news',
    '#news',
    'mailto:desk@example.org',
    'javascript:alert(1)',
    'ftp://example.org',
    'https://user:pw@example.org',
    'https://localhost',
    7,
  ])('%j is no address to send readers to', (url) => {
    expect(told({ ...target, url })).toEqual(['target_external at target.url blocks submit'])
  })

  it.each([undefined, null, '', ' ', '\u200b', 7])('%j is no name of a site', (sourceName) => {
    expect(told({ ...target, sourceName })).toEqual(['target_external at target.sourceName blocks submit'])
  })

  it('without both is told both', () => {
    expect(told({ kind: 'external' })).toEqual([
      'target_external at target.url blocks submit',
      'target_external at target.sourceName blocks submit',
    ])
  })

  it('an article left over from before does not stand in', () => {
    expect(told({ kind: 'external', article: 'a' }, { 'articles:a': PUBLIC })).toHaveLength(2)
  })
})
