import { describe, expect, it } from 'vitest'
import { bodyPresent } from '../../../src/newsroom/gates/body.ts'
import { aBlock, aLink, aParagraph, aText, anUpload, fieldsOf, someFacts } from './builders.ts'

describe('a body', () => {
  it.each([
    ['a word', aText(aParagraph('No.'))],
    [
      'words in a link only',
      aText(aParagraph(aLink('the communiqué', { linkType: 'custom', url: 'https://example.org' }))),
    ],
    ['words after empty paragraphs', aText(aParagraph(), aParagraph(''), aParagraph('At last.'))],
    ['text without spaces', aText(aParagraph('我们支持联合国。'))],
    ['a heading', aText({ ...aParagraph('Annex'), type: 'heading', tag: 'h2' })],
  ])('with %s is one', (_, body) => {
    expect(fieldsOf(bodyPresent, someFacts({ body }))).toEqual([])
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['plain text', 'Text that is no editor state.'],
    ['no nodes', aText()],
    ['an empty paragraph', aText(aParagraph())],
    ['spaces', aText(aParagraph(' \u00a0\t'))],
    ['punctuation', aText(aParagraph('— … ***'))],
    ['a picture', aText(anUpload('m1'))],
    ['a pull quote', aText(aBlock('pullQuote', { quote: 'Words that repeat the text.' }))],
    ['a fact box', aText(aBlock('factBox', { title: 'Background', text: aText(aParagraph('In 2015.')) }))],
    ['a rule', aText({ type: 'horizontalrule', version: 1 })],
    ['a malformed state', { root: { children: 'text' } }],
  ])('of %s is none', (_, body) => {
    expect(fieldsOf(bodyPresent, someFacts({ body }))).toEqual(['body'])
  })

  it('is needed from submit on', () => {
    expect(bodyPresent.blocks).toBe('submit')
  })
})
