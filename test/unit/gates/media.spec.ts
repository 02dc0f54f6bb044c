import { describe, expect, it } from 'vitest'
import { mediaAltText, mediaCredit, mediaExists } from '../../../src/newsroom/gates/media.ts'
import type { ShownMedia } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { aBlock, aParagraph, aPicture, aText, anUpload, fieldsOf, messagesOf, someFacts } from './builders.ts'

function facts(doc: Readonly<Record<string, unknown>>, ...media: ShownMedia[]) {
  return someFacts(doc, { media })
}

/** Every place where a document of this newsroom shows a picture, and the field that an editor has to go to. */
const PLACES: [string, string, Readonly<Record<string, unknown>>][] = [
  ['the lead picture', 'leadImage', { leadImage: 'm' }],
  ['the picture of a teaser', 'image', { image: 'm' }],
  ['a portrait', 'portrait', { portrait: 'm' }],
  ['the picture for sharing', 'seo.image', { seo: { title: 'T', image: 'm' } }],
  ['a picture in the text', 'body', { body: aText(aParagraph('A.'), anUpload('m')) }],
  ['a figure in the text', 'body', { body: aText(aBlock('figure', { image: 'm' })) }],
  [
    'a figure in a box in the text',
    'body',
    { body: aText(aBlock('factBox', { text: aText(aBlock('figure', { image: 'm' })) })) },
  ],
  ['a picture in a biography', 'biography', { biography: aText(anUpload('m')) }],
]

const BLANK = ['', ' ', '\u00a0\n', '\u200b']

describe.each(PLACES)('%s', (_, field, doc) => {
  it('with an alternative text and a credit is fine', () => {
    const found = facts(doc, aPicture('m'))
    expect([mediaExists, mediaAltText, mediaCredit].flatMap((gate) => gate.check(found))).toEqual([])
  })

  it.each(BLANK)('needs an alternative text; %j is none', (alt) => {
    expect(fieldsOf(mediaAltText, facts(doc, aPicture('m', { alt })))).toEqual([field])
  })

  it.each(BLANK)('needs a credit; %j is none', (credit) => {
    expect(fieldsOf(mediaCredit, facts(doc, aPicture('m', { credit })))).toEqual([field])
  })

  it('that was deleted leaves a hole', () => {
    expect(fieldsOf(mediaExists, facts(doc))).toEqual([field])
    expect(fieldsOf(mediaExists, facts(doc, aPicture('other')))).toEqual([field])
  })
})

describe('a credit', () => {
  const bare = aPicture('m', { credit: '' })

  it('may be given where the picture is shown', () => {
    expect(fieldsOf(mediaCredit, facts({ leadImage: 'm', leadImageCredit: 'Jane Doe' }, bare))).toEqual([])
    expect(
      fieldsOf(mediaCredit, facts({ body: aText(aBlock('figure', { image: 'm', credit: 'Jane Doe' })) }, bare)),
    ).toEqual([])
  })

  it('has to be given at every place', () => {
    const doc = { leadImage: 'm', leadImageCredit: 'Jane Doe', body: aText(anUpload('m')) }
    expect(fieldsOf(mediaCredit, facts(doc, bare))).toEqual(['body'])
    expect(
      fieldsOf(
        mediaCredit,
        facts({ ...doc, leadImageCredit: ' ', body: aText(aBlock('figure', { image: 'm', credit: 'J' })) }, bare),
      ),
    ).toEqual(['leadImage'])
  })

  it('of the lead picture is not one of another picture', () => {
    const doc = { leadImage: 'l', leadImageCredit: 'Jane Doe', image: 'm' }
    expect(fieldsOf(mediaCredit, facts(doc, aPicture('l', { credit: '' }), bare))).toEqual(['image'])
  })

  it('an alternative text cannot be given elsewhere', () => {
    const doc = { body: aText(aBlock('figure', { image: 'm', caption: 'Two delegates.', credit: 'Jane Doe' })) }
    expect(fieldsOf(mediaAltText, facts(doc, aPicture('m', { alt: '' })))).toEqual(['body'])
  })
})

describe('several pictures', () => {
  it('are each told', () => {
    const doc = { leadImage: 'a', body: aText(anUpload('b'), anUpload('c')) }
    const found = facts(doc, aPicture('c', { alt: '' }), aPicture('a', { alt: '' }), aPicture('b'))
    expect(fieldsOf(mediaAltText, found)).toEqual(['body', 'leadImage'])
  })

  it('of which one is shown twice: that one is told once', () => {
    const doc = { leadImage: 'a', body: aText(anUpload('a')) }
    expect(fieldsOf(mediaAltText, facts(doc, aPicture('a', { alt: '' })))).toEqual(['leadImage'])
  })

  it('that were deleted from the text are told in one sentence', () => {
    expect(fieldsOf(mediaExists, facts({ body: aText(anUpload('a'), anUpload('b')), leadImage: 'c' }))).toEqual([
      'leadImage',
      'body',
    ])
  })
})

describe('a picture that the piece shows in a field unknown here', () => {
  it('is held to the same, without a field', () => {
    const found = facts({ gallery: ['m'] }, aPicture('m', { alt: '', credit: '' }))
    expect(mediaAltText.check(found)).toEqual([
      { message: 'Describe a picture of this piece in its alternative text, for readers who cannot see it.' },
    ])
    expect(fieldsOf(mediaCredit, found)).toEqual([undefined])
  })
})

describe('a piece without pictures', () => {
  it.each([{}, { leadImage: null, seo: null, body: null }, { leadImage: '', seo: { image: null } }])(
    '%j is fine',
    (doc) => {
      expect([mediaExists, mediaAltText, mediaCredit].flatMap((gate) => gate.check(facts(doc)))).toEqual([])
    },
  )
})

it('messages name the picture and say what to do', () => {
  expect(messagesOf(mediaCredit, facts({ portrait: 'm' }, aPicture('m', { credit: '' })))).toEqual([
    'Say who made the portrait: enter its credit.',
  ])
  expect(messagesOf(mediaExists, facts({ leadImage: 'm' }))).toEqual([
    'The lead picture does not exist any more. Choose another one, or remove it.',
  ])
})

it('all of it blocks from submit on', () => {
  expect([mediaExists, mediaAltText, mediaCredit].map(({ blocks }) => blocks)).toEqual(['submit', 'submit', 'submit'])
})
