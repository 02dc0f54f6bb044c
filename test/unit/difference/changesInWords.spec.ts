import { describe, expect, it } from 'vitest'
import { changesInWords, type Change } from '../../../packages/plugin-imprimatur/src/domain/difference/index.ts'
import { sayOfDifference } from '../../helpers/wordsFor.ts'

const drawing = {
  labels: new Map([
    ['body', 'Body'],
    ['credits.author', 'Person'],
  ]),
  called: (path: string, value: string) => (path === 'credits.author' ? { name: `Person ${value}` } : undefined),
  say: sayOfDifference,
}
const inWords = (change: Partial<Change>) =>
  changesInWords([{ path: 'body.root.children.0.children.0.text', kind: 'text', visible: true, ...change }], drawing)[0]

describe('a change in a line', () => {
  it('has the words that came and went, under the label of their field', () => {
    expect(inWords({ before: 'Paris', after: 'Geneva' })).toMatchObject({
      field: 'Body',
      before: 'Paris',
      after: 'Geneva',
    })
  })

  it('has the text of what is new, and not its JSON', () => {
    const after = { type: 'paragraph', children: [{ type: 'text', text: 'New words' }] }
    expect(inWords({ kind: 'added', after })).toMatchObject({ what: 'new:', after: 'New words' })
  })

  it('calls documents by their names', () => {
    const change = { path: 'credits.1.author', kind: 'field', before: 'a', after: 'b' } as const
    expect(inWords(change)).toMatchObject({ field: 'Person', before: 'Person a', after: 'Person b' })
  })

  it('counts places from one, and says what an unseen one is about', () => {
    expect(inWords({ kind: 'moved', before: 2, after: 0 })).toMatchObject({ before: '3', after: '1' })
    const unseen = {
      kind: 'link',
      before: false,
      after: true,
      words: 'the report',
      property: 'fields.newTab',
      visible: false,
    } as const
    expect(inWords(unseen)).toMatchObject({ what: 'fields.newTab of “the report”:', before: 'no', after: 'yes' })
  })

  it('is short, without cutting a letter in two', () => {
    expect(inWords({ after: '👩‍🚀'.repeat(200) })?.after).toBe(`${'👩‍🚀'.repeat(90)}…`)
  })

  it('says nothing as nothing, and an empty value as what it is', () => {
    expect(inWords({ kind: 'field', before: '', after: [] })).toMatchObject({ before: '""', after: '[]' })
    expect(inWords({ kind: 'field', after: null })).toMatchObject({ after: 'null' })
  })
})
