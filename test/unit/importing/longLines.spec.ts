import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/importing/index.ts'
import { utf8 } from './aPage.ts'

describe('a line of the greatest length', () => {
  it.each([
    ['white space', ' '],
    ['shortcodes that are not closed', '[a b=c '],
    ['tags that are not closed', '<br '],
    ['links that are not closed', '!['],
    ['bytes of mails', 'a=E9'],
    ['quotation marks', '"a",'],
  ])('of %s is read in time that grows with its length, not with its square', { timeout: 60_000 }, (_, part) => {
    const milliseconds = (length: number): number => {
      const line = `x${part.repeat(length / part.length)}x`
      const bytes = utf8(`Headline\n\nBy Ida Holm and Jon Lie\n\n${`${line}\n\n`.repeat(3)}`)
      const runs = Array.from({ length: 3 }, () => {
        const start = performance.now()
        parsePage(bytes)
        return performance.now() - start
      })
      return Math.min(...runs)
    }
    milliseconds(1_900)
    // Ten times the length: a square would take a hundred times as long.
    expect(milliseconds(19_000) / milliseconds(1_900)).toBeLessThan(40)
  })
})
