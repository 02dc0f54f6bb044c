import { expect, it } from 'vitest'
import { isNestedBeyond } from '../../../src/server/http/isNestedBeyond.ts'

const isBeyond = (json: string, levels: number) => isNestedBeyond(new TextEncoder().encode(json), levels)
const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

it('counts lists and objects in each other', () => {
  expect(isBeyond('1', 0)).toBe(false)
  expect(isBeyond('[]', 0)).toBe(true)
  expect(isBeyond('{"a": [{"b": [1]}]}', 4)).toBe(false)
  expect(isBeyond('{"a": [{"b": [1]}]}', 3)).toBe(true)
  expect(isBeyond('[[],[],{},[{}]]', 3)).toBe(false)
  expect(isBeyond(lists(128), 128)).toBe(false)
  expect(isBeyond(lists(129), 128)).toBe(true)
  expect(isBeyond(lists(500_000), 128)).toBe(true)
})

it('takes no notice of brackets in texts, whatever is escaped in them', () => {
  expect(isBeyond('["[[[["]', 1)).toBe(false)
  expect(isBeyond('["\\"[[[["]', 1)).toBe(false)
  expect(isBeyond('["\\\\", [[]]]', 2)).toBe(true)
  expect(isBeyond('{"[[": "é[\u{1F600}["}', 1)).toBe(false)
  expect(isBeyond('{"a]]]]": [[]]}', 2)).toBe(true)
})
