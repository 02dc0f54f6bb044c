import { describe, expect, it } from 'vitest'
import Review from '../../../src/app/(site)/review/[token]/page.tsx'
import { reviewTokenIn } from '../../../src/server/http/reviewLinkRoutes.ts'
import { aParagraph, aState, anArticle, MemoryReads } from './builders.ts'
import { renderPage, wordsOf } from './renderPage.ts'

const TOKEN = 'A'.repeat(43)

async function review(token: string, { said, doc = {} }: { said?: string | string[]; doc?: object } = {}) {
  const reads = new MemoryReads({}, { newsroom: { name: 'The Review' } })
  const searchParams = Promise.resolve(said === undefined ? {} : { said })
  const page = await renderPage(() => Review({ params: Promise.resolve({ token }), searchParams }), reads, {
    review: async (asked) =>
      asked === TOKEN
        ? {
            collection: 'articles',
            doc: anArticle({ body: aState(aParagraph('“He said it.”')), ...doc }),
            pictures: [{ alt: 'A pier', caption: 'Before <b>dawn</b>', credit: '' }],
            name: 'Ada <Voss>',
            expiresAt: '2026-03-09T09:00:00.000Z',
          }
        : null,
  })
  return { ...page, words: wordsOf(page.html) }
}

describe('the page of a review link', () => {
  it('shows the text, the words of its pictures and whom it is for, to nobody else and no cache', async () => {
    const { html, verdict, words } = await review(TOKEN)
    expect(verdict).toEqual({ status: 200, private: true, form: true })
    expect(words).toMatch(/For Ada <Voss> \. You see one version .* “He said it\.” .* A pier · Before <b>dawn<\/b>/)
    expect(words).toContain('It ends on 9 March 2026')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toMatch(/canonical|og:|ld\+json|imprimatur"/)
    // Neither the address nor its token stands in the page.
    expect(html).not.toContain(TOKEN)
    expect(html).not.toContain('/admin/collections')
  })

  it.each(['', 'x', 'B'.repeat(43), '%E0%A4%A'])(
    'is 404 for %j, and says nothing of what it might be',
    async (token) => {
      const { verdict, words } = await review(token)
      expect(verdict).toEqual({ status: 404, private: true })
      expect(words).toContain('There is no page at this address')
      expect(words).not.toContain('review')
    },
  )

  it.each([
    ['sent', 'Thank you. The newsroom has your comment.'],
    ['empty', 'there were no words'],
    ['too_long', '5,000 characters'],
    ['full', 'as many comments here as are kept'],
  ])('says what became of a comment: %s', async (said, words) => {
    expect((await review(TOKEN, { said })).words).toContain(words)
  })

  it.each([['constructor'], ['__proto__'], [['sent', 'sent']], ['<b>']])('says nothing of %j', async (said) => {
    expect((await review(TOKEN, { said })).html).not.toContain('role="status"')
  })
})

describe('reviewTokenIn()', () => {
  it.each([
    ['/review/abc', 'abc'],
    ['//review//abc/', 'abc'],
    ['/%72eview/abc', 'abc'],
    ['/Review/abc', 'abc'],
    ['/review/abc/more', 'abc'],
    ['/review', undefined],
    ['/review/', undefined],
    ['/reviews/abc', undefined],
    ['/articles/review/abc', undefined],
    ['/review/%E0%A4%A', undefined],
  ])('finds in %s %s', (path, token) => {
    expect(reviewTokenIn(path)).toBe(token)
  })
})
