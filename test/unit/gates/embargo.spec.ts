import { describe, expect, it } from 'vitest'
import { embargoPassed, embargoWellFormed } from '../../../src/newsroom/gates/embargo.ts'
import { fieldsOf, someFacts } from './builders.ts'

const facts = (embargoUntil: unknown) => someFacts({ embargoUntil })

describe('an embargo', () => {
  it.each([undefined, null, ''])('%j: there is none', (value) => {
    expect(fieldsOf(embargoWellFormed, facts(value))).toEqual([])
    expect(fieldsOf(embargoPassed, facts(value))).toEqual([])
  })

  it.each(['2026-03-02T10:00:00.000Z', '2026-03-02T09:00:01Z', '2026-03-02T10:30:00+01:00', '2027-01-01T00:00Z'])(
    '%s is ahead',
    (value) => {
      expect(fieldsOf(embargoWellFormed, facts(value))).toEqual([])
      expect(fieldsOf(embargoPassed, facts(value))).toEqual([])
    },
  )

  it.each([
    'soon',
    '2026',
    '2026-03-03',
    '2026-03-03T10:00:00',
    '2026-13-03T10:00:00Z',
    '2026-03-03T25:00:00Z',
    'TZ',
    0,
    1772528400000,
    true,
    {},
    [],
    new Date(),
  ])('%j cannot be read, so it could not be kept', (value) => {
    expect(fieldsOf(embargoWellFormed, facts(value))).toEqual(['embargoUntil'])
    expect(fieldsOf(embargoPassed, facts(value))).toEqual([])
  })

  it.each(['2026-03-02T09:00:00.000Z', '2026-03-02T08:59:59Z', '2025-03-03T10:00:00Z', '2026-03-02T10:00:00+01:00'])(
    '%s has passed: a warning',
    (value) => {
      expect(fieldsOf(embargoPassed, facts(value))).toEqual(['embargoUntil'])
      expect(fieldsOf(embargoWellFormed, facts(value))).toEqual([])
    },
  )

  it('that cannot be read blocks from submit on; one that has passed only warns', () => {
    expect(embargoWellFormed.blocks).toBe('submit')
    expect(embargoPassed.blocks).toBe('never')
  })
})
