import { describe, expect, it } from 'vitest'
import {
  contentOf,
  lexicalToText,
  textToLexical,
} from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { openAndSave } from './openAndSave.ts'

// Expected states: what lexical 0.50 exports (its exportJSON methods), checked by loading and saving them with
// Payload's nodes.

describe('textToLexical', () => {
  it('makes a paragraph of each string', () => {
    expect(textToLexical(['One.', 'Two.'])).toEqual({
      root: {
        type: 'root',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        children: ['One.', 'Two.'].map((text) => ({
          type: 'paragraph',
          version: 1,
          direction: null,
          format: '',
          indent: 0,
          textFormat: 0,
          textStyle: '',
          children: [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }],
        })),
      },
    })
  })

  it.each([
    [['One.', 'Two “three”.']],
    [['a\nb\r\nc\rd\te', '']],
    [[]],
    [['  spaces  ', '\n', '\t']],
    [['António 🎉 中国']],
  ])('makes a state of %j that the editor loads and saves unchanged', (paragraphs) => {
    const state = textToLexical(paragraphs)
    expect(openAndSave(state)).toEqual(state)
    expect(openAndSave(state, true)).toEqual(state)
  })

  it('has one empty paragraph if there is no text, and that is no content', () => {
    expect(textToLexical([]).root.children).toHaveLength(1)
    expect(textToLexical([''])).toEqual(textToLexical([]))
    expect(
      contentOf({ body: textToLexical([]) }, [{ kind: 'richText', name: 'body', blocks: {}, uploadCollections: [] }]),
    ).toEqual({})
  })

  it('makes text that reads as it did', () => {
    expect(lexicalToText(textToLexical(['One\ntwo.', '', 'Three\tfour.']))).toBe('One\ntwo.\n\nThree\tfour.')
  })
})
