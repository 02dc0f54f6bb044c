import { describe, expect, it } from 'vitest'
import {
  addressesLanguage,
  adviceFault,
  exceptionFor,
  findStyle,
  mayExcuse,
  patternFault,
  STYLE_LIMITS,
  styleFindings,
  type StyleException,
  type StyleRule,
} from '../../../packages/plugin-imprimatur/src/domain/style/index.ts'

const aRule = (more: Partial<StyleRule> = {}): StyleRule => ({
  id: '1',
  pattern: 'utilise',
  advice: 'Write “use”.',
  severity: 'advice',
  language: '',
  wholeWords: true,
  matchCase: false,
  ...more,
})

const inText = (text: string, more: Partial<StyleRule> = {}, language: string | null = 'en') =>
  findStyle([{ path: 'body.root.children.0', text }], [aRule(more)], language).map(({ exact, start }) => [start, exact])

describe('words of a rule', () => {
  it.each<[string, string, Partial<StyleRule>, [number, string][]]>([
    ['as they are', 'We utilise it.', {}, [[3, 'utilise']]],
    [
      'whatever their case',
      'Utilise it, UTILISE it.',
      {},
      [
        [0, 'Utilise'],
        [12, 'UTILISE'],
      ],
    ],
    ['in their case where it matters', 'The net and the Net.', { pattern: 'Net', matchCase: true }, [[16, 'Net']]],
    ['and not within others', 'It was misutilised.', {}, []],
    ['but where that is wanted', 'It was misutilised.', { wholeWords: false }, [[10, 'utilise']]],
    ['beside an apostrophe', 'à l’Etat', { pattern: 'Etat' }, [[4, 'Etat']]],
    [
      'with either apostrophe',
      "Don’t. Don't.",
      { pattern: "don't" },
      [
        [0, 'Don’t'],
        [7, "Don't"],
      ],
    ],
    ['with spaces of any kind', 'click\u00a0here', { pattern: 'click here' }, [[0, 'click\u00a0here']]],
    ['over a line break', 'click\nhere', { pattern: 'click  here' }, [[0, 'click\nhere']]],
    ['of signs', 'What -- now?!', { pattern: '?!' }, [[11, '?!']]],
    [
      'the rest of a word',
      'governs, government, govern',
      { pattern: 'govern*' },
      [
        [0, 'governs'],
        [9, 'government'],
        [21, 'govern'],
      ],
    ],
    ['one word between others', 'click right here, click here', { pattern: 'click * here' }, [[0, 'click right here']]],
    ['without spaces around them', '新闻自由', { pattern: '自由', wholeWords: false }, [[2, '自由']]],
    ['of astral letters', '𝒜𝒷 𝒜', { pattern: '𝒜' }, [[5, '𝒜']]],
    ['an asterisk of the text is no wildcard', 'a* b', { pattern: 'ab' }, []],
    [
      'once, where they could overlap',
      'aaaa',
      { pattern: 'aa', wholeWords: false },
      [
        [0, 'aa'],
        [2, 'aa'],
      ],
    ],
  ])('are found %s', (_, text, more, expected) => {
    expect(inText(text, more)).toEqual(expected)
  })

  it('are not looked for in addresses', () => {
    expect(inText('https://utilise.example/utilise')).toEqual([])
  })

  it('are of their language, and of all its regions', () => {
    const ranges: [string, string | null, boolean][] = [
      ['en', 'en', true],
      ['en', 'en-GB', true],
      ['EN', 'en-gb', true],
      ['en-GB', 'en', false],
      ['en', 'eng', false],
      ['en', 'de', false],
      ['en', null, false],
      ['', 'de', true],
      ['', null, true],
    ]
    for (const [range, language, expected] of ranges)
      expect(addressesLanguage(range, language), `${range} ${String(language)}`).toBe(expected)
    expect(inText('We utilise it.', { language: 'de' })).toEqual([])
  })

  it('are told in the order of the text, the first of each severity', () => {
    const text = Array.from({ length: 300 }, () => 'bad ok').join(' ')
    const rules = [aRule({ id: 'a', pattern: 'bad' }), aRule({ id: 'b', pattern: 'ok', severity: 'blocks' })]
    const found = findStyle([{ path: 'headline', text }], rules, 'en')
    expect(found.slice(0, 3).map(({ rule, start }) => [rule.id, start])).toEqual([
      ['a', 0],
      ['b', 4],
      ['a', 7],
    ])
    expect(found.filter(({ rule }) => rule.id === 'a')).toHaveLength(STYLE_LIMITS.found)
    expect(found.filter(({ rule }) => rule.id === 'b')).toHaveLength(STYLE_LIMITS.found)
  })
})

describe('a rule', () => {
  it.each([
    ['', 'Write the words'],
    ['  ', 'Write the words'],
    ['*wise', 'cannot stand first'],
    ['colo*r', 'nothing of the word'],
    ['a**', 'nothing of the word'],
    ['a* b* c* d* e*', 'at most'],
    ['x'.repeat(STYLE_LIMITS.pattern + 1), 'at most'],
  ])('has no words %j', (pattern, fault) => {
    expect(patternFault(pattern)).toContain(fault)
  })

  it.each(['govern*', 'click * here', '--', '(sic)', 'x'.repeat(STYLE_LIMITS.pattern)])('has words %j', (pattern) => {
    expect(patternFault(pattern)).toBeNull()
  })

  it('has advice', () => {
    expect(adviceFault(' ')).toBe('Write what to do instead.')
    expect(adviceFault('x'.repeat(STYLE_LIMITS.advice + 1))).toContain('at most')
    expect(adviceFault('Write “use”.')).toBeNull()
  })
})

describe('what is let stand', () => {
  const rule = aRule({ severity: 'blocks' })
  const match = { rule, path: 'headline', start: 3, end: 10, exact: 'utilise' }
  const anException = (more: Partial<StyleException> = {}): StyleException => ({
    id: 'e',
    piece: 'articles:1',
    digest: `sha256:${'0'.repeat(64)}`,
    rule: '1',
    path: 'headline',
    start: 3,
    exact: 'utilise',
    severity: 'blocks',
    by: 'u',
    at: '2026-01-01T00:00:00.000Z',
    ...more,
  })

  it('is that one passage', () => {
    expect(exceptionFor(match, [anException()])?.id).toBe('e')
    for (const more of [{ rule: '2' }, { path: 'kicker' }, { start: 4 }, { exact: 'Utilise' }])
      expect(exceptionFor(match, [anException(more)]), JSON.stringify(more)).toBeUndefined()
  })

  it('is not what has come to block since', () => {
    expect(exceptionFor(match, [anException({ severity: 'advice' })])).toBeUndefined()
    expect(exceptionFor({ ...match, rule: aRule() }, [anException()])?.id).toBe('e')
  })

  it('is no finding', () => {
    expect(styleFindings([match], [anException()])).toEqual([])
    expect(styleFindings([match], [])).toEqual([
      {
        gate: 'house_style',
        blocks: 'review',
        message: '“utilise”: Write “use”.',
        field: 'headline',
        passage: { path: 'headline', start: 3, end: 10, exact: 'utilise' },
      },
    ])
    expect(styleFindings([{ ...match, rule: aRule() }], [])[0]?.blocks).toBe('never')
  })

  it('is said of advice by anybody, and of what blocks by whoever reviews it and did not write it', () => {
    for (const givesReview of [true, false])
      for (const hadAHand of [true, false]) {
        expect(mayExcuse('advice', { givesReview, hadAHand })).toBe(true)
        expect(mayExcuse('blocks', { givesReview, hadAHand })).toBe(givesReview && !hadAHand)
      }
  })
})
