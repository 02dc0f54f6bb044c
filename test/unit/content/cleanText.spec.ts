import { describe, expect, it } from 'vitest'
import { cleanLine, cleanRichText, cleanText } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

describe('cleanText', () => {
  it.each([
    ['a bell and an escape of a terminal', 'A\u0007B\u001b[31mC', 'AB[31mC'],
    ['U+0000 and half characters', 'a\0b\ud83dc\ude00', 'abc'],
    ['a whole character of two halves', '\u{1f600}', '\u{1f600}'],
    ['a line break of a word processor', 'First\u000bsecond', 'First\nsecond'],
    ['a new page', 'First\fsecond', 'First\nsecond'],
    ['separators of lines and paragraphs', 'One\u2028two\u2029three', 'One\ntwo\nthree'],
    ['tabs and line ends', 'a\tb\nc\r\nd', 'a\tb\nc\r\nd'],
    ['spaces of all kinds', ' a  b\u00a0c\u202fd ', ' a  b\u00a0c\u202fd '],
    ['quotation marks read as controls', 'It\u0092s \u0093so\u0094 \u0096 and\u0085', 'It’s “so” – and…'],
    ['a control that Windows-1252 does not have either', 'a\u0081b\u009dc', 'abc'],
    ['U+007F', 'a\u007fb', 'ab'],
    ['code points that are no characters', 'a\ufffeb\uffffc\ufdd0d\u{1fffe}e\u{10ffff}f', 'abcdef'],
    ['a byte order mark, in front and within', '\ufeffa\ufeffb', 'ab'],
    ['the place of a picture', 'a\ufffcb', 'ab'],
    ['overrides of the order', 'report\u202egpj.exe\u202c', 'reportgpj.exe\u202c'],
    [
      'marks, embeddings and isolates',
      'a\u200eb\u200fc\u2067שלום\u2069\u202bד\u202c',
      'a\u200eb\u200fc\u2067שלום\u2069\u202bד\u202c',
    ],
    ['soft hyphens and joiners', 'Wort\u00adteil 👩\u200d🚀 می\u200cخواهم', 'Wort\u00adteil 👩\u200d🚀 می\u200cخواهم'],
    ['U+FFFD, which says that something was lost', 'Caf\ufffd', 'Caf\ufffd'],
    ['letters in two compositions', 'é e\u0301', 'é e\u0301'],
  ])('%s', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean)
    expect(cleanText(clean)).toBe(clean)
  })
})

describe('cleanLine', () => {
  it.each([
    ['a tab', 'Harbour\topens', 'Harbour opens'],
    ['a line end and what is around it', 'Harbour \r\n  opens', 'Harbour opens'],
    ['a line break of a word processor', 'Harbour\u000bopens', 'Harbour opens'],
    ['blanks around it', '\u00a0 Harbour opens \n', 'Harbour opens'],
    ['two spaces within', 'Harbour  opens', 'Harbour  opens'],
    ['nothing but blanks', ' \t\u2028 ', ''],
  ])('%s', (_what, text, clean) => {
    expect(cleanLine(text)).toBe(clean)
  })
})

describe('cleanRichText', () => {
  const text = (value: string, format = 0) => ({ type: 'text', version: 1, format, text: value })
  const state = (...children: object[]) => ({ root: { type: 'root', children: [{ type: 'paragraph', children }] } })
  const same = (fields: Readonly<Record<string, unknown>>) => fields

  it('puts a node where a text had the line end of another program', () => {
    const line = { type: 'linebreak', version: 1 }
    expect(cleanRichText(state(text('a\u0007\u000bb', 1), text('c')), same)).toEqual(
      state(text('a', 1), line, text('b', 1), text('c')),
    )
    expect(cleanRichText(state(text('\u2028b')), same)).toEqual(state(line, text('b')))
  })

  it('leaves a clean state as it is, empty texts and unknown nodes too', () => {
    const clean = state(text(''), { type: 'unheard', text: 'of\n', list: [1, null, ['x']] })
    expect(cleanRichText(clean, same)).toEqual(clean)
  })

  it('cleans addresses, unknown nodes and blocks', () => {
    const link = { type: 'link', fields: { url: 'https://example.org/\u0007' }, children: [text('x\u0001')] }
    const block = { type: 'block', fields: { blockType: 'box', title: 'T\u0007' } }
    expect(
      cleanRichText(state(link, block, { type: 'unheard', of: ['a\u0008'] }), (fields) => ({ ...fields, seen: 'yes' })),
    ).toEqual(
      state(
        { type: 'link', fields: { url: 'https://example.org/' }, children: [text('x')] },
        { type: 'block', fields: { blockType: 'box', title: 'T', seen: 'yes' } },
        { type: 'unheard', of: ['a'] },
      ),
    )
  })

  it.each([null, undefined, 7, 'a\u0007', []])('takes %j, which is no state', (value) => {
    expect(() => cleanRichText(value, same)).not.toThrow()
  })
})
