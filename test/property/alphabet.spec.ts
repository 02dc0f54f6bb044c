import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphabetKey } from '../../packages/plugin-imprimatur/src/hardening/alphabet/alphabetKey.ts'

/** What the collator does not take for another character: those stand in no name that somebody types. */
const isComposed = (character: string) => character.normalize('NFKC') === character && !/\p{Cn}/u.test(character)

const ALPHABETS = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x20a0, 0x20bf],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).filter(isComposed),
)

const character = fc.constantFrom(...ALPHABETS)
const name = fc.array(character, { minLength: 1, maxLength: 6 })

/** Two names that differ in little: else the first letter decides, and nothing else is ever compared. */
const alike = name.chain((letters) =>
  fc
    .array(
      fc.record({
        at: fc.nat(letters.length - 1),
        change: fc.constantFrom(
          (each: string) => each.toUpperCase(),
          (each: string) => each.toLowerCase(),
          (each: string) => Array.from(each.normalize('NFD'))[0] ?? each,
          (each: string) => each.normalize('NFD'),
          (each: string) => `${each}e`,
          () => '',
        ),
      }),
      { maxLength: 3 },
    )
    .map((changes) => {
      const other = [...letters]
      for (const { at, change } of changes) other[at] = change(other[at] ?? '')
      return [letters.join(''), other.join('')] as const
    }),
)

const collator = new Intl.Collator('en')

describe('keys of the alphabet', () => {
  it('are in the order of Intl.Collator', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          alike,
          fc.tuple(name, name).map(([a, b]) => [a.join(''), b.join('')] as const),
        ),
        ([a, b]) => {
          const [first, second] = [alphabetKey(a) ?? '', alphabetKey(b) ?? '']
          const order = first < second ? -1 : first > second ? 1 : 0
          expect(order).toBe(Math.sign(collator.compare(a, b)))
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('tell every two characters apart that it tells apart', () => {
    const inOrder = ALPHABETS.toSorted(collator.compare)
    for (const [index, each] of inOrder.entries()) {
      const next = inOrder[index + 1]
      if (next === undefined) continue
      const same = collator.compare(each, next) === 0
      expect(
        same ? alphabetKey(each) === alphabetKey(next) : String(alphabetKey(each)) < String(alphabetKey(next)),
        each + next,
      ).toBe(true)
    }
  })
})
