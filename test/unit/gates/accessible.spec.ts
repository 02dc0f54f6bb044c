import { describe, expect, it } from 'vitest'
import {
  altTextSaysSomething,
  headingsHaveWords,
  headingsInOrder,
  linksHaveWords,
  linksSaySomething,
} from '../../../src/newsroom/gates/accessible.ts'
import { aLink, aParagraph, aPicture, aText, fieldsOf, messagesOf, someFacts } from './builders.ts'

const aHeading = (tag: string, text: string) => ({
  type: 'heading',
  tag,
  version: 1,
  children: text === '' ? [] : [{ type: 'text', text, version: 1 }],
})
const withHeadings = (...headings: readonly (readonly [string, string])[]) =>
  someFacts({ headline: 'H', body: aText(...headings.map(([tag, text]) => aHeading(tag, text)), aParagraph('Text.')) })
const withLink = (text: string) =>
  someFacts({ body: aText(aParagraph('See ', aLink(text, { linkType: 'custom', url: 'https://example.org' }))) })

describe('headings', () => {
  it('have words', () => {
    expect(fieldsOf(headingsHaveWords, withHeadings(['h2', 'One'], ['h3', ' \u00ad']))).toEqual(['body'])
    expect(fieldsOf(headingsHaveWords, withHeadings(['h2', '']))).toEqual(['body'])
    expect(fieldsOf(headingsHaveWords, withHeadings(['h2', 'One'], ['h3', 'Two']))).toEqual([])
    expect(headingsHaveWords.blocks).toBe('review')
  })

  it.each([
    [
      [
        ['h2', 'A'],
        ['h3', 'B'],
        ['h4', 'C'],
        ['h2', 'D'],
        ['h3', 'E'],
      ],
      0,
    ],
    [[['h3', 'A']], 1],
    [
      [
        ['h2', 'A'],
        ['h4', 'B'],
      ],
      1,
    ],
    [
      [
        ['h2', 'A'],
        ['h4', 'B'],
        ['h4', 'C'],
      ],
      1,
    ],
    [[], 0],
  ] as const)('leave out no level: %j', (headings, faults) => {
    expect(fieldsOf(headingsInOrder, withHeadings(...headings))).toHaveLength(faults)
    expect(headingsInOrder.blocks).toBe('never')
  })

  it('are named, with the level that is right', () => {
    expect(messagesOf(headingsInOrder, withHeadings(['h2', 'A'], ['h4', 'Deep']))).toEqual([
      'The heading “Deep” leaves out a level. Make it a heading 3, or put one above it.',
    ])
  })
})

describe('links', () => {
  it('have words', () => {
    expect(fieldsOf(linksHaveWords, withLink(' '))).toEqual(['body'])
    expect(fieldsOf(linksHaveWords, withLink('the report'))).toEqual([])
    expect(linksHaveWords.blocks).toBe('review')
  })

  it.each([
    'Click here',
    'HERE.',
    'cliquez ici',
    'aquí',
    '„hier“',
    'read more …',
    'https://example.org/a',
    'www.example.org',
  ])('do not say %j', (text) => {
    expect(fieldsOf(linksSaySomething, withLink(text))).toEqual(['body'])
    expect(linksSaySomething.blocks).toBe('never')
  })

  it.each(['the report of 2025', 'here is the report', 'example.org', 'Hierarchy'])('may say %j', (text) => {
    expect(fieldsOf(linksSaySomething, withLink(text))).toEqual([])
  })
})

describe('alternative texts', () => {
  it.each(['IMG_2044.JPG', 'photo', 'Bild.', ' image '])('are not %j', (alt) => {
    expect(messagesOf(altTextSaysSomething, someFacts({}, { media: [aPicture('1', { alt })] }))).toHaveLength(1)
    expect(altTextSaysSomething.blocks).toBe('never')
  })

  it.each(['Two delegates shake hands.', '', 'A photo of the harbour'])('may be %j', (alt) => {
    expect(messagesOf(altTextSaysSomething, someFacts({}, { media: [aPicture('1', { alt })] }))).toEqual([])
  })
})
