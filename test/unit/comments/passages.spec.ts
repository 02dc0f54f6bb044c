import { describe, expect, it } from 'vitest'
import {
  anchorIn,
  locate,
  openThreads,
  passagesOf,
  type Comment,
} from '../../../packages/plugin-imprimatur/src/domain/comments/index.ts'

const text = (words: string, format?: number) => ({ type: 'text', text: words, ...(format ? { format } : {}) })
const body = (...children: readonly object[]) => ({ body: { root: { type: 'root', children } } }) as never

describe('the passages of a content', () => {
  it('are its texts, and the lines of its rich texts whatever they are cut into', () => {
    const content = {
      headline: 'Harbour reopens',
      pinned: true,
      topics: ['6f2b3c4d5e6f7a8b9c0d1e2f'],
      credits: [{ author: '6f2b3c4d5e6f7a8b9c0d1e2f', creditedAs: 'Ama Boateng' }],
      body: {
        root: {
          type: 'root',
          children: [
            { type: 'paragraph', children: [text('Ships '), text('came', 1), text(' in.')] },
            { type: 'paragraph' },
            {
              type: 'list',
              children: [{ type: 'listitem', children: [text('One'), { type: 'linebreak' }, text('two')] }],
            },
            { type: 'block', fields: { blockType: 'quote', words: 'Said so.', image: '6f2b3c4d5e6f7a8b9c0d1e2f' } },
          ],
        },
      },
      _media: [{ id: 'a', hash: 'b', alt: 'A ship' }],
    }
    expect(passagesOf(content as never)).toEqual([
      { path: 'headline', text: 'Harbour reopens' },
      { path: 'credits.0.creditedAs', text: 'Ama Boateng' },
      { path: 'body.root.children.0', text: 'Ships came in.' },
      { path: 'body.root.children.2.children.0', text: 'One\ntwo' },
      { path: 'body.root.children.3.fields.words', text: 'Said so.' },
      { path: '_media.0.alt', text: 'A ship' },
    ])
  })
})

describe('words in another text', () => {
  const LINE = 'The port authority said that both cranes are back in service since Monday.'
  const anchored = (exact: string) => {
    const at = LINE.indexOf(exact)
    const anchor = anchorIn(passagesOf(body({ type: 'paragraph', children: [text(LINE)] })), {
      digest: '',
      path: 'body.root.children.0',
      exact,
      prefix: LINE.slice(Math.max(0, at - 10), at),
      suffix: '',
    })
    if (!anchor) throw new Error('They stand there.')
    return anchor
  }
  const found = (exact: string, ...lines: readonly string[]) => {
    const passages = passagesOf(body(...lines.map((line) => ({ type: 'paragraph', children: [text(line)] }))))
    const place = locate(anchored(exact), passages)
    return place && passages.find(({ path }) => path === place.path)?.text.slice(place.start, place.end)
  }

  it.each([
    ['a word beside them was changed', 'The port authority wrote that both cranes are back in service since Monday.'],
    ['a sentence was put before them', `It is over. ${LINE}`],
    ['their end was rewritten', 'The port authority said that both cranes are back in use since last Monday.'],
  ])('are found when %s', (_, line) => {
    expect(found('both cranes are back', 'Something else.', line)).toBe('both cranes are back')
  })

  it('are found as far as they are left when they were edited themselves', () => {
    expect(found('both cranes are back in service', LINE.replace('both cranes', 'both red cranes'))).toBe(
      'both red cranes are back in service',
    )
    expect(found('both cranes are back in service', LINE.replace('both ', ''))).toBe('cranes are back in service')
  })

  it.each([
    ['they were taken out', 'The port authority said nothing since Monday.'],
    [
      'only they are left, among others',
      'Nobody knows when both cranes are back, nor who would repair them, or where.',
    ],
    ['they are a part of longer words only', LINE.replace('cranes are', 'cranesare')],
  ])('are gone when %s', (_, line) => {
    expect(found('both cranes are back', line)).toBeNull()
  })

  it('are not put to one of two that are the same', () => {
    expect(found('both cranes are back', LINE, LINE)).toBeNull()
  })

  it('are not put to one of two that were made of them', () => {
    expect(found('both cranes are back', LINE.replace('said', 'wrote'), LINE.replace('Monday', 'Friday'))).toBeNull()
  })

  it('are not put to what stood in a like sentence before, when their own was taken out', () => {
    const [own, like] = [
      'The ministers met in the harbour on Monday.',
      'The ministers met in the harbour on Sunday night.',
    ]
    const paragraphs = (...lines: readonly string[]) =>
      passagesOf(body(...lines.map((line) => ({ type: 'paragraph', children: [text(line)] }))))
    const anchor = anchorIn(paragraphs(own, like), {
      digest: '',
      path: 'body.root.children.0',
      exact: 'met in the harbour',
      prefix: '',
      suffix: '',
    })
    expect(anchor && locate(anchor, paragraphs('Elsewhere.', own, like))).toMatchObject({ start: 14, end: 32 })
    expect(anchor && locate(anchor, paragraphs(like))).toBeNull()
  })
})

describe('a thread', () => {
  const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
    id,
    piece: 'articles:1',
    by: 'u1',
    at: '2026-03-02T08:00:00.000Z',
    text: 'x',
    editedAt: null,
    guest: null,
    parent: null,
    mentions: [],
    anchor: null,
    suggestion: null,
    resolved: null,
    removed: null,
    ...more,
  })
  const deed = { by: 'u1', at: '2026-03-02T09:00:00.000Z' }

  it('is open until somebody resolves it, or deletes it while nobody has answered', () => {
    const all = [
      comment('open'),
      comment('resolved', { resolved: deed }),
      comment('deleted', { removed: deed }),
      comment('answered', { removed: deed }),
      comment('a1', { parent: 'answered' }),
      comment('answer deleted', { removed: deed }),
      comment('a2', { parent: 'answer deleted', removed: deed }),
    ]
    expect(openThreads(all).map(({ id }) => id)).toEqual(['open', 'answered'])
  })
})
