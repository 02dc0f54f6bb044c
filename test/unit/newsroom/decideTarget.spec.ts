import { describe, expect, it } from 'vitest'
import { decideTarget } from '../../../src/newsroom/fields/decideTarget.ts'

describe('decideTarget', () => {
  it('empties what belongs to the other kind', () => {
    const both = { article: 'id', url: 'https://example.org/', sourceName: 'Example' }
    expect(decideTarget({ ...both, kind: 'article' })).toEqual({
      kind: 'article',
      article: 'id',
      url: null,
      sourceName: null,
    })
    expect(decideTarget({ ...both, kind: 'external' })).toEqual({
      kind: 'external',
      article: null,
      url: 'https://example.org/',
      sourceName: 'Example',
    })
  })

  it('finds the kind out from what was entered', () => {
    expect(decideTarget({ url: 'https://example.org/' })?.kind).toBe('external')
    expect(decideTarget({ article: 'id' })?.kind).toBe('article')
    expect(decideTarget({ article: 'id', kind: 'neither' })?.kind).toBe('article')
  })

  it.each([[undefined], [null], [{}], [{ kind: null, article: null, url: '' }], ['https://example.org/']])(
    'leaves %j alone',
    (value) => {
      expect(decideTarget(value)).toBeUndefined()
    },
  )
})
