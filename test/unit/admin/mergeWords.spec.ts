import { describe, expect, it } from 'vitest'
import { changesBetween, mergeWords } from '../../../packages/plugin-imprimatur/src/admin/mergeWords.ts'
import { aText } from '../../helpers/pieces.ts'

const base = { headline: 'Old', standfirst: 'Old', body: aText('One', 'Two', 'Three') }
const changed = (now: Partial<Record<keyof typeof base, unknown>>) =>
  Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, { stored: base[name as keyof typeof base], now: value }]),
  )
const textsOf = (value: unknown) => [...JSON.stringify(value).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text)

describe('what somebody changed', () => {
  it('is nothing that the server keeps for itself, which an answer to a save brings into the form', () => {
    const formOf = (headline: string, updatedAt: string) => ({
      headline: { value: headline, initialValue: headline, valid: true, passesCondition: true },
      updatedAt: { value: updatedAt, initialValue: updatedAt, valid: true, passesCondition: true },
    })
    const [sent, now] = [formOf('Old', '2026-03-01T10:00:00.000Z'), formOf('New', '2026-03-01T10:00:01.000Z')]
    expect(changesBetween(sent, now, base)).toEqual({ headline: { stored: 'Old', now: 'New' } })
  })
})

describe('one’s own words and somebody else’s', () => {
  it('are put together field by field', () => {
    const merged = mergeWords(changed({ headline: 'Mine' }), base, { ...base, standfirst: 'Theirs' })
    expect(merged).toEqual({
      mine: { headline: 'Mine' },
      theirs: { headline: 'Mine' },
      touching: [],
      changedByThem: ['standfirst'],
    })
  })

  it('touch where both changed one line', () => {
    const merged = mergeWords(changed({ headline: 'Mine' }), base, { ...base, headline: 'Theirs' })
    expect(merged).toMatchObject({ mine: { headline: 'Mine' }, theirs: { headline: 'Theirs' }, touching: ['headline'] })
  })

  it('do not touch where both wrote the same', () => {
    expect(mergeWords(changed({ headline: 'Same' }), base, { ...base, headline: 'Same' }).touching).toEqual([])
  })

  it('are put together paragraph by paragraph in a text', () => {
    const merged = mergeWords(changed({ body: aText('One of mine', 'Two', 'Three') }), base, {
      ...base,
      body: aText('One', 'Two', 'Between', 'Three of theirs'),
    })
    expect(textsOf(merged.mine['body'])).toEqual(['One of mine', 'Two', 'Between', 'Three of theirs'])
    expect(merged.touching).toEqual([])
  })

  it('leave the choice where both changed one paragraph, with what touches nothing on both sides', () => {
    const merged = mergeWords(changed({ body: aText('One', 'Mine', 'Three', 'End of mine') }), base, {
      ...base,
      body: aText('Start of theirs', 'One', 'Theirs', 'Three'),
    })
    expect(textsOf(merged.mine['body'])).toEqual(['Start of theirs', 'One', 'Mine', 'Three', 'End of mine'])
    expect(textsOf(merged.theirs['body'])).toEqual(['Start of theirs', 'One', 'Theirs', 'Three', 'End of mine'])
    expect(merged.touching).toEqual(['body'])
  })

  it('touch where one removed the paragraph that the other changed', () => {
    const merged = mergeWords(changed({ body: aText('One', 'Three') }), base, {
      ...base,
      body: aText('One', 'Two of theirs', 'Three'),
    })
    expect(merged.touching).toEqual(['body'])
    expect(textsOf(merged.theirs['body'])).toEqual(['One', 'Two of theirs', 'Three'])
  })

  it('are not told from each other by what the editor sets as it likes', () => {
    const asEdited = structuredClone(base.body) as unknown as { root: { children: Record<string, unknown>[] } }
    for (const block of asEdited.root.children) Object.assign(block, { direction: 'ltr', textStyle: 'x' })
    const last = asEdited.root.children.at(-1) as { children: { text: string }[] }
    if (last.children[0]) last.children[0].text = 'Three of mine'
    const merged = mergeWords(changed({ body: asEdited }), base, {
      ...base,
      body: aText('One of theirs', 'Two', 'Three'),
    })
    expect(textsOf(merged.mine['body'])).toEqual(['One of theirs', 'Two', 'Three of mine'])
    expect(merged.touching).toEqual([])
  })

  it('touch in a list of rows as a whole', () => {
    const credits = { stored: [{ id: 'a' }], now: [{ id: 'a' }, { id: 'b' }] }
    expect(mergeWords({ credits }, {}, { credits: [{ id: 'c' }] }).touching).toEqual(['credits'])
  })
})
