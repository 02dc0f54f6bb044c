import { describe, expect, it } from 'vitest'
import {
  byRelevance,
  searchTerms,
  snippetOf,
  tokensOf,
} from '../../../packages/plugin-imprimatur/src/domain/search/index.ts'

const tokens = (text: string) => [...tokensOf(text)]
const terms = (query: string) => {
  const asked = searchTerms(query)
  if ('fault' in asked) throw new Error(asked.fault)
  return asked.terms
}
const asked = (query: string) => terms(query).map(({ prefix, token }) => (prefix ? `${token}…` : token))
/** Whether a text is found by a query. */
const finds = (query: string, text: string) =>
  terms(query).every(({ prefix, token }) =>
    tokens(text).some((each) => (prefix ? each.startsWith(token) : each === token)),
  )

describe('what a text is found by', () => {
  it.each([
    ['Élysée, Łódź and Ærø', ['elysee', 'lodz', 'and', 'aero']],
    ['GROSSE Größe groß', ['grosse', 'grosse', 'gross']],
    ['İstanbul ısı', ['istanbul', 'isi']],
    ['Œuvre ﬁn ＡＢＣ H₂O', ['oeuvre', 'fin', 'abc', 'h2o']],
    // With points of every kind, which stand apart from their letters.
    ['ש\u05c1\u05b8ל\u05c4ו\u05b9ם\u05bf ק\u05c7ק\u05c5', ['שלום', 'קק']],
    ['محـمد', ['محمد']],
    ['Ёлка ёлка', ['елка']],
    ['Σίσυφος ΣΊΣΥΦΟΣ', ['σισυφοσ']],
    ['It’s', ['it', 's', 'its']],
    ["l'Europe", ['l', 'europe', 'leurope']],
    ['Secretary-General', ['secretary', 'general', 'secretarygeneral']],
    ['U.S. and 3.14', ['u', 's', 'us', 'and', '3', '14', '314']],
    ['50%', ['50%', '50', '%']],
    ['snake_case', ['snake_case', 'snake', '_', 'case']],
    ['北京大学', ['北京', '京大', '大学', '学']],
    ['東京タワー', ['東京', '京タ', 'タワ', 'ワー', 'ー']],
    ['서울에서', ['서울', '울에', '에서', '서']],
    ['ประเทศ', ['ปร', 'ระ', 'ะเ', 'เท', 'ทศ', 'ศ']],
    ['2026年', ['2026', '年']],
    ['soft\u00adhy\u00adphen', ['softhyphen']],
    ['a-北京', ['a', '北京', '京']],
    ['— … “” ¿', []],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual([...new Set(expected)])
  })

  it('is no more than is wanted', () => {
    expect(tokens(Array.from({ length: 50 }, (_, at) => `w${String(at)}`).join(' '))).toHaveLength(50)
    expect([...tokensOf('one two three four', 2)]).toEqual(['one', 'two'])
  })

  it('is the beginning of a word of any length', () => {
    expect(tokens('x'.repeat(100))).toEqual(['x'.repeat(40)])
    expect(finds('x'.repeat(60), 'x'.repeat(100))).toBe(true)
  })
})

describe('a query', () => {
  it.each([
    ['harbour', ['harbour…']],
    ['Old Harbour', ['old', 'harbour…']],
    ['It’s', ['it', 's…']],
    ['the the', ['the…']],
    ['50%', ['50%…']],
    ['snake_case', ['snake_case…']],
    ['大学', ['大学…']],
    ['大 学', ['大…', '学…']],
    ['…', []],
  ])('%s', (query, expected) => {
    expect(asked(query)).toEqual(expected)
  })

  it.each([
    ["It's", 'It’s raining'],
    ['It’s', "It's raining"],
    ['europe', 'L’Europe'],
    ['obrien', 'Seán O’Brien'],
    ['Secretary General', 'the Secretary-General'],
    ['e\u0301lyse\u0301e', 'Élysée'],
    ['привет', 'Привет'],
    ['dipl', 'a diplomat'],
    ['京大', '北京大学'],
    ['学', '北京大学'],
    ['%', 'by 50%'],
    ['50', 'by 50%'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  it.each([
    ['50%', '50 of them'],
    ['snake_case', 'snakeXcase'],
    ['snake_case', 'a snake in a case'],
    ['dipl mat', 'a diplomat'],
    ['大京', '北京大学'],
    ['plomat', 'a diplomat'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false)
  })

  it.each([
    ['', 'empty'],
    [' \u00a0 ', 'empty'],
    ['a\u0000b', 'control'],
    ['a\nb', 'control'],
    ['a'.repeat(201), 'too_long'],
    [Array.from({ length: 31 }, (_, at) => `w${String(at)}`).join(' '), 'too_long'],
  ])('%j is refused', (query, fault) => {
    expect(searchTerms(query)).toEqual({ fault })
  })
})

describe('the order', () => {
  it('is the score, then the time, then the name', () => {
    const found = [
      { piece: 'b', score: 2, at: 1 },
      { piece: 'a', score: 2, at: 1 },
      { piece: 'c', score: 2, at: 5 },
      { piece: 'd', score: 9, at: 0 },
    ]
    expect(found.sort(byRelevance).map(({ piece }) => piece)).toEqual(['d', 'c', 'a', 'b'])
  })
})

describe('a snippet', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `word${String(from + at)}`).join(' ')

  it('is a short text as it is, on one line', () => {
    expect(snippetOf(' One\n\ntwo  three ', terms('two'))).toBe('One two three')
    expect(snippetOf('', terms('two'))).toBe('')
  })

  it('has the word that was found, and is cut between words', () => {
    const snippet = snippetOf(`${words(0, 100)} Élysée ${words(100, 200)}`, terms('elys'))
    expect(snippet).toMatch(/^…word\d+ .* Élysée .* word\d+…$/u)
    expect(snippet.length).toBeLessThanOrEqual(202)
  })

  it('is the beginning where no word was found', () => {
    expect(snippetOf(words(0, 100), terms('harbour'))).toMatch(/^word0 word1 .*word\d+…$/u)
  })

  it('is of one text alone: the first in which a word was found', () => {
    expect(snippetOf('The body.\fThe standfirst.\fPaul Wang', terms('wang'))).toBe('Paul Wang')
    expect(snippetOf('The body.\fThe standfirst.', terms('the'))).toBe('The body.')
    expect(snippetOf('The body.\fThe standfirst.', terms('x'))).toBe('The body.')
  })

  it('never cuts a character', () => {
    const snippet = snippetOf('𠮷'.repeat(300), terms('x'))
    expect(Buffer.from(snippet).toString()).toBe(snippet)
  })
})
