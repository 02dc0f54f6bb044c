import { describe, expect, it } from 'vitest'
import { dryRunOf } from '../../../src/newsroom/import/importEndpoint.ts'

describe('whether an import is a dry run', () => {
  it.each([
    [{}, false],
    [{ dryRun: 'false' }, false],
    [{ dryRun: 'true' }, true],
  ])('is said: %j', (query, is) => {
    expect(dryRunOf({ query })).toBe(is)
  })

  it.each([{ dryRun: '1' }, { dryRun: 'TRUE' }, { dryRun: '' }, { dryRun: ['true', 'true'] }, { dryRun: null }])(
    'is refused: %j',
    (query) => {
      expect(() => dryRunOf({ query })).toThrow('dryRun is true or false.')
    },
  )
})
