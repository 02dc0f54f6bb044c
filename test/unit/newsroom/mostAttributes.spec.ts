import { describe, expect, it } from 'vitest'
import { mostAttributes } from '../../../src/newsroom/import/mostAttributes.ts'

describe('the most attributes that a tag of HTML can have', () => {
  it.each<[string, number]>([
    // By the steps of the HTML standard, 13.2.5.8 and 13.2.5.32 to 13.2.5.40.
    ['a b="c" d="e"', 0],
    ['<p>a b="c"', 0],
    ['<p a b=c d=\'e\'\tf = "g" h/>', 5],
    ['<p a="b c d" e>', 2],
    ['<p a=">" b=\'>\' c>', 3],
    ['<p a=b"c d=e\'f g>', 3],
    ['<p a"b c=">" d>', 3],
    ['<p ="> a>', 1],
    ['<p a==">" b>', 1],
    ['<p a="b"c="d"e>', 3],
    ['<p/a/b/=c/>', 3],
    ['<p a=/b/c d>', 2],
    ['<p"a b>', 1],
    ['</p a b>', 2],
    ['</p="a b">', 1],
    ['< p a b>', 0],
    ['<p a', 1],
    ['<!-- <p a b c> --><p d>', 3],
    ['<p a><i b c><u d>', 2],
  ])('is counted: %s', (html, most) => {
    expect(mostAttributes(html)).toBe(most)
  })
})
