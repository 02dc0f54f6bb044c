import { describe, expect, it } from 'vitest'
import { markupSize } from '../../../../src/importing/archives/markupSize.ts'

describe('the size of markup', () => {
  it.each<[string, string, number, number]>([
    // text, tags, characters of the longest: by hand
    ['none', 'a > b', 0, 0],
    ['two tags', '<a>b</a>', 2, 3],
    ['a > in a value', `<a b='>' c=">">`, 1, 14],
    ['a mark of the other kind in a value', `<a b="'>" c='">'>`, 1, 16],
    ['an apostrophe that is no quotation mark', `<a>it's<b>`, 2, 2],
    ['a value without an end', `<a b="c><d>`, 2, 11],
    ['no end', '<a b', 1, 4],
    ['an apostrophe that no value begins with, as the parser takes it', `<a b=c'd>e<f>`, 2, 13],
    ['no comment, section or instruction', `<!-- it's <b> --><![CDATA[<c>]]><?d <e>?><a>`, 1, 2],
    ['a value that looks like a comment', `<a b="<!--"><c d="-->">`, 3, 11],
  ])('counts %s', (_, text, tags, longest) => {
    expect(markupSize(text)).toMatchObject({ tags, longest })
  })
})
