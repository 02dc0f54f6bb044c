import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeWords } from '../../packages/plugin-imprimatur/src/admin/mergeWords.ts'
import { aText } from '../helpers/pieces.ts'

/** What becomes of each paragraph of a text: kept, removed, or written anew, with what is put before it. */
const edits = (who: string) =>
  fc
    .array(
      fc.record({ kind: fc.constantFrom('keep', 'remove', 'change'), before: fc.array(fc.nat(9), { maxLength: 2 }) }),
      { minLength: 6, maxLength: 6 },
    )
    .map((each) => ({ who, each }))

type Edits = { readonly who: string; readonly each: readonly { kind: string; before: readonly number[] }[] }

const START = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']

const applied = ({ each, who }: Edits): string[] =>
  START.flatMap((text, at) => {
    const { before = [], kind = 'keep' } = each[at] ?? {}
    const own = kind === 'remove' ? [] : [kind === 'change' ? `${text} by ${who}` : text]
    return [...before.map((word) => `${who}${String(at)}.${String(word)}`), ...own]
  })

const textsOf = (value: unknown) => [...JSON.stringify(value).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text)

describe('two texts that are put together', () => {
  it('lose no word that either wrote: it is in one’s own wording, or in the other’s that may be chosen', () => {
    fc.assert(
      fc.property(edits('me'), edits('them'), (one, other) => {
        const [mine, theirs] = [applied(one), applied(other)]
        const stored = aText(...START)
        const merged = mergeWords(
          { body: { stored, now: aText(...mine) } },
          { body: stored },
          { body: aText(...theirs) },
        )
        const own = textsOf(merged.mine['body'])
        const both = [...own, ...textsOf(merged.theirs['body'])]
        for (const text of mine) if (!START.includes(text)) expect(own).toContain(text)
        for (const text of theirs) if (!START.includes(text)) expect(both).toContain(text)
        if (merged.touching.length === 0) expect(textsOf(merged.theirs['body'])).toEqual(own)
      }),
    )
  })

  it('are the other’s when one changed nothing, and one’s own when the other changed nothing', () => {
    fc.assert(
      fc.property(edits('me'), (one) => {
        const text = aText(...applied(one))
        const stored = aText(...START)
        const same = (merged: ReturnType<typeof mergeWords>) => [textsOf(merged.mine['body']), merged.touching]
        expect(same(mergeWords({ body: { stored, now: text } }, { body: stored }, { body: stored }))).toEqual([
          textsOf(text),
          [],
        ])
        expect(same(mergeWords({ body: { stored, now: stored } }, { body: stored }, { body: text }))).toEqual([
          textsOf(text),
          [],
        ])
      }),
    )
  })
})
