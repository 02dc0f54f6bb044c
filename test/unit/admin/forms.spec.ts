import type { ClientField } from 'payload'
import { describe, expect, it } from 'vitest'
import { fieldLabel } from '../../../packages/plugin-imprimatur/src/admin/fieldLabel.ts'
import { pieceText } from '../../../packages/plugin-imprimatur/src/admin/pieceText.ts'
import { queueAddress, readQueueQuery } from '../../../packages/plugin-imprimatur/src/admin/queueQuery.ts'
import { readTextFile } from '../../../src/newsroom/admin/readTextFile.ts'

const FIELDS = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Text',
        fields: [
          { type: 'text', name: 'headline', label: 'Headline' },
          { type: 'richText', name: 'body', label: 'Body' },
        ],
      },
      {
        label: 'Credits',
        fields: [
          {
            type: 'array',
            name: 'credits',
            label: 'Credits',
            fields: [
              {
                type: 'row',
                fields: [
                  { type: 'relationship', name: 'author', label: 'Person' },
                  { type: 'text', name: 'creditedAs', label: 'Name with this piece' },
                ],
              },
            ],
          },
          {
            type: 'group',
            name: 'seo',
            label: 'Search',
            fields: [{ type: 'textarea', name: 'description', label: 'Description' }],
          },
        ],
      },
    ],
  },
  {
    type: 'blocks',
    name: 'boxes',
    label: 'Boxes',
    blocks: [{ slug: 'quote', fields: [{ type: 'text', name: 'quote', label: 'Quote' }] }],
  },
  { type: 'number', name: 'rank', label: 'Rank' },
] as unknown as ClientField[]

const labelOf = (field: ClientField) => ('label' in field && typeof field.label === 'string' ? field.label : '')
const plain = (state: unknown) => (state as { words: string }).words

describe('pieceText', () => {
  it('takes along every word, in the order of the form, under its label', () => {
    const doc = {
      boxes: [{ blockType: 'quote', quote: 'Said.' }],
      headline: ' A headline ',
      body: { words: 'One.\n\nTwo.' },
      credits: [{ author: 'a1', creditedAs: 'A. Name' }, { author: 'a2' }],
      seo: { description: 'For machines.' },
      rank: 7,
    }
    expect(pieceText(FIELDS, doc, plain, labelOf)).toBe(
      'Headline\nA headline\n\nBody\nOne.\n\nTwo.\n\nName with this piece\nA. Name\n\nDescription\nFor machines.\n\nQuote\nSaid.',
    )
  })

  it('is empty for an empty form, and does not stumble over what is not there', () => {
    expect(pieceText(FIELDS, {}, plain, labelOf)).toBe('')
    expect(
      pieceText(FIELDS, { credits: null, seo: null, boxes: [{ blockType: 'gone' }], body: null }, plain, labelOf),
    ).toBe('')
  })
})

describe('fieldLabel', () => {
  const label = (path: string) =>
    fieldLabel(FIELDS, path, 'the pictures it shows', (own) => (typeof own === 'string' ? own : undefined))

  it('finds a field in tabs, and the field that a path begins at', () => {
    expect([label('headline'), label('credits.0.author'), label('seo.description')]).toEqual([
      'Headline',
      'Credits',
      'Search',
    ])
  })

  it('does not take a field within another for one of the piece', () => {
    expect(label('creditedAs')).toBe('creditedAs')
  })

  it('has words for the pictures, which are content and no field, and the name itself for the rest', () => {
    expect([label('_media'), label('unheardOf')]).toEqual(['the pictures it shows', 'unheardOf'])
  })
})

describe('readQueueQuery', () => {
  const read = (search: Record<string, string | string[] | undefined>) =>
    readQueueQuery(search, ['articles', 'authors'])

  it('takes what the queue knows', () => {
    const search = {
      stage: 'approved',
      collection: 'authors',
      assignee: 'me',
      overdue: 'true',
      fastTracked: 'true',
      search: 'ferry',
      page: '2',
      view: 'board',
    }
    expect(read(search)).toEqual(search)
  })

  it.each([
    { stage: 'finished' },
    { stage: ['draft', 'approved'] },
    { collection: 'users' },
    { collection: '' },
    { page: '0' },
    { page: '-1' },
    { page: '1e9' },
    { page: '999999999' },
    { limit: '5' },
    { fastTracked: 'false' },
    { fastTracked: 'yes' },
    { fastTracked: ['true', 'true'] },
    { assignee: 'somebody' },
    { overdue: '1' },
    { search: ' ' },
    { view: 'cards' },
  ])('leaves out %j', (search) => {
    expect(read(search)).toEqual({})
  })

  it('keeps the filters from page to page', () => {
    expect(queueAddress('/admin/review-queue', { stage: 'draft', page: '1' }, 2)).toBe(
      '/admin/review-queue?stage=draft&page=2',
    )
  })
})

describe('readTextFile', () => {
  const aFile = (bytes: Uint8Array) => new File([Buffer.from(bytes)], 'page.txt')

  it('reads UTF-8 as it is', async () => {
    expect(await readTextFile(aFile(new TextEncoder().encode('António\n“x”')), 1_000)).toEqual({ text: 'António\n“x”' })
  })

  it('refuses what is no UTF-8: 0xC3 begins a pair and 0x28 does not end it', async () => {
    expect(await readTextFile(aFile(Uint8Array.of(0x41, 0xc3, 0x28)), 1_000)).toEqual({
      fault: expect.stringContaining('not text in UTF-8') as string,
    })
  })

  it('refuses a file over the limit without reading it, and takes one at the limit', async () => {
    const unread = { size: 1_001, arrayBuffer: () => Promise.reject(new Error('it was read')) }
    expect(await readTextFile(unread, 1_000)).toHaveProperty('fault')
    expect(await readTextFile(aFile(new Uint8Array(1_000).fill(0x41)), 1_000)).toHaveProperty('text')
  })
})
