import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleGates, authorGates, teaserGates } from '../../../src/newsroom/gates/index.ts'
import { runGates, type Gate, type GateFacts } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aParagraph, aPicture, aText, GOING_PUBLIC, PUBLIC, someFacts } from './builders.ts'

function codes(gates: readonly Gate[], facts: GateFacts): string[] {
  return [...new Set(runGates(gates, facts).map(({ gate, blocks }) => `${gate} ${blocks}`))]
}

const article = {
  headline: 'Communiqué of the Forum',
  slug: 'communique-of-the-forum',
  body: aText(aParagraph('The forum met.')),
  credits: [{ author: 'w', role: 'author' }],
  leadImage: 'm',
  excerpt: 'The forum met.',
  language: 'en',
  embargoUntil: null,
}
const articleFacts = someFacts(article, {
  media: [aPicture('m')],
  related: new Map([['authors:w', GOING_PUBLIC]]),
  limits: { excerptWords: 30 },
})
const author = {
  displayName: 'Paul Wang',
  slug: 'paul-wang',
  biography: aText(aParagraph('Professor.')),
  portrait: null,
}
const teaser = {
  headline: 'António speaks',
  slug: 'antonio-speaks',
  excerpt: 'One two…',
  target: { kind: 'article', article: 'a' },
}

describe('a piece that has everything', () => {
  it('passes: an article with its author in the same step', () => {
    expect(codes(articleGates, articleFacts)).toEqual([])
  })

  it('passes: an author', () => {
    expect(codes(authorGates, someFacts(author))).toEqual([])
  })

  it('passes: a teaser', () => {
    expect(
      codes(
        teaserGates,
        someFacts(teaser, { related: new Map([['articles:a', PUBLIC]]), limits: { excerptWords: 9 } }),
      ),
    ).toEqual([])
  })
})

describe('a piece that has nothing', () => {
  it('is told all of it at once: an article', () => {
    expect(codes(articleGates, someFacts({}))).toEqual([
      'headline_present submit',
      'body_present submit',
      'credits_present submit',
      'excerpt_present submit',
      'slug_present submit',
    ])
  })

  it('is told all of it at once: an author', () => {
    expect(codes(authorGates, someFacts({}))).toEqual(['display_name_present submit', 'slug_present submit'])
  })

  it('is told all of it at once: a teaser', () => {
    expect(codes(teaserGates, someFacts({}))).toEqual([
      'headline_present submit',
      'excerpt_present submit',
      'target_present never',
      'slug_present submit',
    ])
  })
})

describe.each([
  ['articleGates', articleGates],
  ['authorGates', authorGates],
  ['teaserGates', teaserGates],
] as const)('%s', (_, gates) => {
  it('name each gate once, in snake case', () => {
    expect(new Set(gates.map(({ code }) => code)).size).toBe(gates.length)
    for (const { code } of gates) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  it('survive a document of the wrong shapes', () => {
    const fields = [
      'headline',
      'displayName',
      'slug',
      'body',
      'biography',
      'credits',
      'excerpt',
      'leadImage',
      'seo',
      'target',
      'embargoUntil',
      'language',
    ]
    for (const value of [
      null,
      0,
      -1,
      true,
      'x',
      [],
      [null],
      [[]],
      {},
      { root: null },
      { root: { children: [null, 0, {}] } },
      { kind: 'x' },
      new Date(0),
    ]) {
      const doc = Object.fromEntries(fields.map((field) => [field, value]))
      for (const { message } of runGates(gates, someFacts(doc))) expect(message).toMatch(/^[A-Z].+\.$/)
    }
  })

  it('do not change what they look at', () => {
    const before = structuredClone(articleFacts)
    runGates(gates, articleFacts)
    expect(articleFacts).toEqual(before)
  })
})

describe('docs/workflow.md', () => {
  const doc = readFileSync(new URL('../../../docs/workflow.md', import.meta.url), 'utf8')
  const rows = [...doc.matchAll(/^\| `([a-z_]+)` +\| ([^|]+?) +\| ([^|]+?) +\|/gm)].filter(([, , of]) =>
    /article|author|teaser/.test(of ?? ''),
  )
  const lists = { articles: articleGates, authors: authorGates, teasers: teaserGates }

  it('lists every gate, what it is for and what it stops, and no other', () => {
    const documented = rows.map(([, code, of, stops]) => `${String(code)}: ${String(of)}: ${String(stops)}`)
    const all = [
      ...new Map(
        Object.values(lists)
          .flat()
          .map((gate) => [gate.code, gate]),
      ).values(),
    ]
    const stops = {
      submit: 'submitting',
      review: 'submitting and signing off',
      publish: 'publishing',
      never: 'nothing, it warns',
    }
    const expected = all.map((gate) => {
      const of = Object.entries(lists)
        .filter(([, gates]) => gates.includes(gate))
        .map(([name]) => name)
      return `${gate.code}: ${of.join(', ')}: ${stops[gate.blocks]}`
    })
    expect(documented.toSorted()).toEqual(expected.toSorted())
  })
})
