import { describe, expect, it } from 'vitest'
import {
  csvOf,
  needsEarlier,
  roundsIn,
  staysIn,
  summaryOf,
  type LoggedMove,
} from '../../../packages/plugin-imprimatur/src/domain/reports/index.ts'

const at = (minutes: number) => new Date(Date.UTC(2030, 4, 6, 10, minutes)).toISOString()
const move = (
  piece: string,
  seq: number,
  minutes: number,
  transition: LoggedMove['transition'],
  from: LoggedMove['from'],
  to: LoggedMove['to'],
): LoggedMove => ({ piece, seq, transition, from, to, at: at(minutes) })

describe('median and 90th percentile', () => {
  it('are those of the values by rank', () => {
    expect(summaryOf([])).toEqual({ count: 0, median: null, p90: null })
    expect(summaryOf([7])).toEqual({ count: 1, median: 7, p90: 7 })
    expect(summaryOf([30, 10])).toEqual({ count: 2, median: 20, p90: 30 })
    expect(summaryOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({ count: 10, median: 5.5, p90: 9 })
    expect(summaryOf([11, 10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({ count: 11, median: 6, p90: 10 })
  })
})

describe('time at a stage', () => {
  const created = move('a', 1, 0, 'create', null, 'draft')
  const touched = move('a', 2, 5, 'touch', 'draft', 'draft')
  const submitted = move('a', 3, 20, 'submit', 'draft', 'in_review')
  const signed = move('a', 4, 23, 'sign_off', 'in_review', 'in_review')
  const approved = move('a', 5, 50, 'sign_off', 'in_review', 'approved')

  it('goes from the move that entered it to the one that left it', () => {
    expect(staysIn([approved, touched, signed, created, submitted], [])).toEqual([
      { stage: 'draft', seconds: 1200 },
      { stage: 'in_review', seconds: 1800 },
    ])
  })

  it('may have begun before the period, and is left out when nobody knows when', () => {
    expect(needsEarlier([signed, approved, move('b', 1, 30, 'create', null, 'draft')])).toEqual(['a'])
    expect(staysIn([signed, approved], [created, touched, submitted])).toEqual([{ stage: 'in_review', seconds: 1800 }])
    expect(staysIn([signed, approved], [])).toEqual([])
  })
})

describe('how rounds of review ended', () => {
  it('counts what was approved and what was sent back', () => {
    expect(roundsIn([])).toEqual({ approved: 0, sentBack: 0, rate: null })
    expect(
      roundsIn([
        move('a', 3, 1, 'sign_off', 'in_review', 'in_review'),
        move('a', 4, 2, 'sign_off', 'in_review', 'approved'),
        move('b', 3, 3, 'sign_off', 'in_review', 'approved'),
        move('c', 3, 4, 'sign_off', 'in_review', 'approved'),
        move('d', 3, 5, 'request_changes', 'in_review', 'changes_requested'),
        move('e', 3, 6, 'recall', 'in_review', 'draft'),
        move('f', 9, 7, 'sign_off', 'published', 'published'),
      ]),
    ).toEqual({ approved: 3, sentBack: 1, rate: 0.25 })
  })
})

describe('a table for spreadsheets', () => {
  it('is what RFC 4180 says', () => {
    expect(
      csvOf([
        ['a', 'b', 'c'],
        ['x, y', 'say "so"', null],
        ['two\nlines', 1.5, ''],
      ]),
    ).toBe('a,b,c\r\n"x, y","say ""so""",\r\n"two\nlines",1.5,\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\rx', ' =1', '＝1'])('makes no formula of %j', (text) => {
    const cell = csvOf([[text]])
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
    expect(cell).toContain(text)
  })

  it('leaves numbers and other text alone', () => {
    expect(csvOf([[-5, 'A-1', 'mail@example.org']])).toBe('-5,A-1,mail@example.org\r\n')
  })
})
