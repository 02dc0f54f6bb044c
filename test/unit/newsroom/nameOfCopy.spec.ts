import { describe, expect, it } from 'vitest'
import { copyNames, originalName } from '../../../src/newsroom/fields/nameOfCopy.ts'

describe('copyNames', () => {
  it('counts the copies of a piece, and those of a copy as copies of the same piece', () => {
    expect(copyNames('Harbour opens', 1, 3, 240)).toEqual([
      'Harbour opens (copy)',
      'Harbour opens (copy 2)',
      'Harbour opens (copy 3)',
    ])
    expect(copyNames('Harbour opens (copy 2)', 1, 1, 240)).toEqual(['Harbour opens (copy)'])
  })

  it('cuts a long name, never within a character', () => {
    expect(copyNames('x'.repeat(30), 1, 1, 30)).toEqual([`${'x'.repeat(22)}… (copy)`])
    expect(copyNames(`${'x'.repeat(21)}😀${'y'.repeat(7)}`, 1, 1, 30)).toEqual([`${'x'.repeat(21)}… (copy)`])
    expect(copyNames('x'.repeat(23), 1, 1, 30)).toEqual([`${'x'.repeat(23)} (copy)`])
  })

  it.each(['Copy', 'A (copy) of it', 'The (copyist)', 'Nine (copy nine)'])('takes %s for no copy', (name) => {
    expect(originalName(name)).toBe(name)
  })
})
