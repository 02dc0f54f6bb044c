import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorIn, locate, passagesOf } from '../../packages/plugin-imprimatur/src/domain/comments/index.ts'
import type { JsonObject } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'

/** A word that is told from the same word elsewhere by its number: what an edit does to it is known. */
type Word = { readonly number: number; readonly word: string }
type Text = readonly (readonly Word[])[]

const RUNS = { numRuns: 1_500 }

// Many of them again and again, as texts have them.
const COMMON = ['the', 'of', 'in', 'and', 'a', 'to', 'the', 'of']
const RARE =
  'harbour ministers talks Geneva resumed ships sanctions treaty border grain winter envoy Élysée 和平 budget port vote drought refugees ceasefire senate archive quarrel lantern orchard copper verdict monsoon railway embassy pilgrim glacier tariff vaccine lighthouse census'.split(
    ' ',
  )
const word = fc.oneof(fc.constantFrom(...COMMON), fc.constantFrom(...RARE), fc.constantFrom(...RARE))
const paragraph = fc.array(word, { minLength: 1, maxLength: 30 })
const text = fc.array(paragraph, { minLength: 1, maxLength: 5 })

type Edit = {
  readonly kind: 'put' | 'cut' | 'replace' | 'write' | 'drop' | 'move' | 'split' | 'join'
  readonly where: number
  readonly at: number
  readonly length: number
  readonly words: readonly string[]
}
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('put', 'put', 'cut', 'cut', 'replace', 'replace', 'write', 'drop', 'move', 'split', 'join'),
  where: fc.nat(1_000),
  at: fc.nat(1_000),
  length: fc.nat(8),
  words: fc.array(word, { minLength: 1, maxLength: 8 }),
})

const counted = () => {
  let number = 0
  return (words: readonly string[]): readonly Word[] => words.map((each) => ({ number: ++number, word: each }))
}

function edited(before: Text, { at, kind, length, where, words }: Edit, count: ReturnType<typeof counted>): Text {
  const place = where % Math.max(1, before.length)
  const row = before[place] ?? []
  const from = at % (row.length + 1)
  const instead = (...rows: readonly (readonly Word[])[]): Text => before.toSpliced(place, 1, ...rows)
  switch (kind) {
    case 'put':
      return instead([...row.slice(0, from), ...count(words), ...row.slice(from)])
    case 'cut':
      return instead([...row.slice(0, from), ...row.slice(from + length)])
    case 'replace':
      return instead([...row.slice(0, from), ...count(words), ...row.slice(from + length)])
    case 'write':
      return before.toSpliced(place, 0, count(words))
    case 'drop':
      return before.toSpliced(place, 1)
    case 'move':
      return before.toSpliced(place, 1).toSpliced(at % Math.max(1, before.length), 0, row)
    case 'split':
      return instead(row.slice(0, from), row.slice(from))
    case 'join':
      return before.toSpliced(place, 2, [...row, ...(before[place + 1] ?? [])])
  }
}

const lineOf = (row: readonly Word[]): string => row.map((each) => each.word).join(' ')

function contentOf(all: Text): JsonObject {
  const children = all.map((row) => ({ type: 'paragraph', children: [{ type: 'text', text: lineOf(row) }] }))
  return { headline: 'Talks resume in Geneva', body: { root: { type: 'root', children } } }
}

/** The words of a paragraph that a stretch of its line covers, in whole or in part. */
function covered(row: readonly Word[], start: number, end: number): readonly Word[] {
  let at = 0
  return row.filter(({ word: each }) => {
    const from = at
    at += each.length + 1
    return from < end && from + each.length > start
  })
}

/**
 * Whether what was found stands between the same words as what was meant: it was taken away there and written again, which nobody can tell
 * from words that stayed.
 */
function isTypedAgain(row: Text[number], found: readonly Word[], words: readonly Word[], all: Text): boolean {
  const [first, last] = [words[0], words.at(-1)]
  const before = all.find((each) => each.some((own) => own === first)) ?? []
  const [from, to] = [before.findIndex((own) => own === first), before.findIndex((own) => own === last)]
  const survivors = (some: readonly Word[]) => some.map((each) => before.indexOf(each)).filter((at) => at !== -1)
  const left = survivors(
    row.slice(
      0,
      row.findIndex((each) => each === found[0]),
    ),
  )
  const right = survivors(row.slice(row.findIndex((each) => each === found.at(-1)) + 1))
  return left.length + right.length > 0 && left.every((at) => at < from) && right.every((at) => at > to)
}

const DIGEST = `sha256:${'0'.repeat(64)}`

/** An anchor on some words of a paragraph; null for an empty one. */
function anchored(all: Text, where: number, at: number, length: number) {
  const place = where % all.length
  const row = all[place] ?? []
  const from = at % row.length
  const words = row.slice(from, from + 1 + length)
  const before = lineOf(row.slice(0, from))
  const start = before === '' ? 0 : before.length + 1
  const line = lineOf(row)
  const exact = lineOf(words)
  const asked = {
    digest: DIGEST,
    path: `body.root.children.${String(place)}`,
    exact,
    prefix: line.slice(Math.max(0, start - 32), start),
    suffix: line.slice(start + exact.length, start + exact.length + 32),
  }
  const anchor = anchorIn(passagesOf(contentOf(all)), asked)
  return { anchor, words, place: { path: asked.path, start, end: start + exact.length } }
}

const chosen = fc.record({ where: fc.nat(1_000), at: fc.nat(1_000), length: fc.nat(12) })

describe('the words that a comment is about', () => {
  it('are found where they are while nothing has changed', () => {
    fc.assert(
      fc.property(text, chosen, (rows, { at, length, where }) => {
        const all = rows.map(counted())
        const { anchor, words } = anchored(all, where, at, length)
        const place = anchor && locate(anchor, passagesOf(contentOf(all)))
        // Of several with the same words and surroundings, the first that was meant; they read the same.
        expect(place).not.toBeNull()
        const line = lineOf(all[Number(place?.path.split('.').at(-1))] ?? [])
        expect(line.slice(place?.start, place?.end)).toBe(lineOf(words))
      }),
      RUNS,
    )
  })

  it('are found, or said to be gone, and never other words are taken for them, whatever was edited', () => {
    fc.assert(
      fc.property(
        text,
        chosen,
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (rows, { at, length, where }, edits) => {
          const count = counted()
          const all = rows.map(count)
          const { anchor, words } = anchored(all, where, at, length)
          if (!anchor) throw new Error('The words stand in their own text.')
          const after = edits.reduce<Text>((now, each) => edited(now, each, count), all)
          const place = locate(anchor, passagesOf(contentOf(after)))
          if (!place) return
          const row = after[Number(place.path.split('.').at(-1))] ?? []
          const line = lineOf(row)
          const surrounded = `\u0002${line}\u0003`.slice(
            place.start + 1 - anchor.before.length,
            place.end + 1 + anchor.after.length,
          )
          // The same words in the same surroundings: nobody could tell them apart.
          if (surrounded === anchor.before + anchor.exact + anchor.after) return
          const found = covered(row, place.start, place.end)
          // It lies on the words that were meant, or on the same ones typed again at that place; beside a word that is there twice, either will do.
          expect(found.some((each) => words.includes(each)) || isTypedAgain(row, found, words, all)).toBe(true)
          const own = words.map((each) => each.word)
          expect(own).toContain(found[0]?.word)
          expect(own).toContain(found.at(-1)?.word)
        },
      ),
      RUNS,
    )
  })

  it('are found when only other paragraphs were edited, moved or removed', () => {
    fc.assert(
      fc.property(
        text,
        chosen,
        fc.array(edit, { maxLength: 4 }),
        fc.nat(10),
        (rows, { at, length, where }, edits, to) => {
          const count = counted()
          const all = rows.map(count)
          const { anchor, words } = anchored(all, where, at, length)
          if (!anchor || anchor.of > 1) return
          const place = where % all.length
          const own = all[place] ?? []
          const others = edits.reduce<Text>((now, each) => edited(now, each, count), all.toSpliced(place, 1))
          const after = others.toSpliced(Math.min(to, others.length), 0, own)
          const wanted = anchor.before + anchor.exact + anchor.after
          // An edit may have made the same words in the same surroundings once more.
          if (others.some((row) => `\u0002${lineOf(row)}\u0003`.includes(wanted))) return
          const found = locate(anchor, passagesOf(contentOf(after)))
          expect(found?.path).toBe(`body.root.children.${String(Math.min(to, others.length))}`)
          expect(lineOf(own).slice(found?.start, found?.end)).toBe(lineOf(words))
        },
      ),
      RUNS,
    )
  })
})
