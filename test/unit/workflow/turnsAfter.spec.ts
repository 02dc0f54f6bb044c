import { describe, expect, it } from 'vitest'
import { turnsAfter } from '../../../packages/plugin-imprimatur/src/operations/clock/turnsAfter.ts'

describe('turnsAfter', () => {
  // 5, then 10, 20, 40 later, then a minute each: 5, 15, 35, 75, 135, 195 seconds.
  it.each([
    [-1, 0],
    [0, 0],
    [4.999, 0],
    [5, 1],
    [14.999, 1],
    [15, 2],
    [35, 3],
    [74.999, 3],
    [75, 4],
    [134.999, 4],
    [135, 5],
    [195, 6],
    [86_475, 1_444],
  ])('after %s seconds: %s', (seconds, turns) => {
    expect(turnsAfter(seconds * 1000)).toBe(turns)
  })
})
