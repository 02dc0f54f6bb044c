import { describe, expect, it } from 'vitest'
import {
  DOUBTS,
  formatImportError,
  formatPlan,
  formatProgress,
  formatResult,
  ImportError,
  parsePage,
  planImport,
  runImport,
} from '../../../src/importing/index.ts'
import type { ImportPlan, OnProgress } from '../../../src/importing/index.ts'
import { sourceKey } from '../../../src/importing/sourceKey.ts'
import { aPage, utf8 } from './aPage.ts'
import type { PageText } from './aPage.ts'
import { MemoryPieces } from './MemoryPieces.ts'

function planFor(store: MemoryPieces, changes: Partial<PageText> = {}): Promise<ImportPlan> {
  return planImport(parsePage(utf8(aPage(changes))), store, 'page.txt')
}
async function importInto(store: MemoryPieces, changes: Partial<PageText> = {}): Promise<ImportPlan> {
  const plan = await planFor(store, changes)
  await runImport(plan, store)
  return plan
}
function actions(plan: ImportPlan): string[] {
  return plan.pieces.map((piece) => `${piece.action} ${piece.collection}`)
}
function codes(plan: ImportPlan): string[] {
  return plan.doubts.map((doubt) => doubt.code)
}

describe('the key of a source', () => {
  it('is 40 digits of SHA-256 over collection and folded identity', () => {
    // printf '%s' '["page","articles","a \"quoted\" communiqué - 1"]' | sha256sum
    expect(sourceKey('articles', ['A “Quoted”  COMMUNIQUÉ – 1'])).toBe('6c9f978bfa3f6eef83dde59a2f2398eebd6a1506')
  })

  it('tells headlines apart that differ by a diacritic, and collections that do not', () => {
    expect(sourceKey('articles', ['Resume'])).not.toBe(sourceKey('articles', ['Résumé']))
    expect(sourceKey('articles', ['A headline'])).not.toBe(sourceKey('news-teasers', ['A headline']))
    expect(sourceKey('articles', ['ab', 'c'])).not.toBe(sourceKey('articles', ['a', 'bc']))
  })
})

describe('a plan', () => {
  it('is made of authors, the article, the teasers, with what each is going to be', async () => {
    const plan = await planFor(new MemoryPieces())
    expect(plan.pieces.map(({ action, collection, title, line }) => ({ action, collection, title, line }))).toEqual([
      { action: 'make', collection: 'authors', title: 'Ida Holm', line: 7 },
      { action: 'make', collection: 'articles', title: 'Ferries return to the strait', line: 1 },
      { action: 'make', collection: 'news-teasers', title: 'Fog closes the bridge', line: 11 },
    ])
    const [author, article, teaser] = plan.pieces
    expect(author?.source).toMatchObject({
      kind: 'page',
      uri: 'page.txt',
      key: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
    })
    expect(author?.data).toEqual({
      displayName: 'Ida Holm',
      sortName: 'Holm, Ida',
      fullName: 'Ida Maria Holm',
      jobTitle: 'Lecturer in Port Economics',
      affiliations: [{ organization: 'Norvik University', department: 'School of Trade', country: 'NO' }],
      shortBio: 'Ida Maria Holm is Lecturer in Port Economics at the School of Trade, Norvik University, Norway.',
      biography: ['Ida Maria Holm is Lecturer in Port Economics at the School of Trade, Norvik University, Norway.'],
    })
    expect(article?.data).toMatchObject({
      headline: 'Ferries return to the strait',
      byline: 'Ida Holm',
      credits: [
        {
          author: author?.source.key,
          creditedAs: 'Ida Holm',
          role: 'author',
          affiliationAtPublication: 'School of Trade, Norvik University, Norway',
        },
      ],
      language: 'en',
    })
    expect(teaser?.data).toEqual({
      headline: 'Fog closes the bridge',
      excerpt: 'For the second time this week drivers turned back…',
      excerptTruncated: true,
      language: 'en',
    })
  })

  it('sets no target for a teaser and says so', async () => {
    expect(codes(await planFor(new MemoryPieces()))).toContain('teaser_target_missing')
  })

  it('keeps a piece whose text has changed as it is, and says so', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    const plan = await planFor(store, {
      paragraphs: ['It was all different.'],
      headline: 'FERRIES return to the  strait',
    })
    expect(actions(plan)).toEqual(['keep authors', 'keep articles', 'keep news-teasers'])
    expect(codes(plan).filter((code) => code === 'text_changed_since_import')).toHaveLength(1)
    expect(codes(plan)).not.toContain('teaser_target_missing')
  })

  describe('of a title that was imported before from another text', () => {
    const next: Partial<PageText> = { paragraphs: ['It was all different.'] }
    const parsed = (changes: Partial<PageText>) => parsePage(utf8(aPage(changes)))
    const article = (plan: ImportPlan) => plan.pieces.find((piece) => piece.collection === 'articles')

    it('asks, and makes it when told that it is another piece; after that finds both', async () => {
      const store = new MemoryPieces()
      await importInto(store)
      const asking = article(await planFor(store, next))
      expect(asking).toMatchObject({ action: 'keep', otherText: true })

      const titleKey = asking?.titleKey ?? ''
      const plan = await planImport(parsed(next), store, 'next.txt', { asNew: [titleKey] })
      expect(article(plan)).toMatchObject({ action: 'make', existingId: null, otherText: true })
      expect(codes(plan)).not.toContain('text_changed_since_import')
      const result = await runImport(plan, store)
      expect(result.pieces.filter((piece) => piece.outcome === 'made').map((piece) => piece.collection)).toEqual([
        'articles',
      ])

      const again = article(await planFor(store, next))
      expect(again?.action).toBe('keep')
      expect(again?.existingId).not.toBe(asking?.existingId)
      expect(article(await planFor(store))?.existingId).toBe(asking?.existingId)
    })

    it('makes neither a second author nor what nobody asked for', async () => {
      const store = new MemoryPieces()
      await importInto(store)
      const plan = await planImport(parsed(next), store, 'next.txt', { asNew: ['a key of nothing'] })
      expect(actions(plan)).toEqual(['keep authors', 'keep articles', 'keep news-teasers'])
      const all = await planImport(parsed(next), store, 'next.txt', { asNew: 'all' })
      expect(actions(all)).toEqual(['keep authors', 'make articles', 'keep news-teasers'])
    })

    it('is for teasers, too', async () => {
      const store = new MemoryPieces()
      await importInto(store)
      const rail = ['Fog closes the bridge', 'This time it was for an hour...']
      expect(actions(await planFor(store, { rail }))).toContain('keep news-teasers')
      const plan = await planImport(parsed({ rail }), store, 'next.txt', { asNew: 'all' })
      expect(actions(plan)).toContain('make news-teasers')
    })

    it('says on the terminal how to make it', async () => {
      const store = new MemoryPieces()
      await importInto(store)
      expect(formatPlan(await planFor(store, next))).toContain('--as-new')
    })
  })

  it('takes the same person and the same teaser on another page for the same', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    expect(actions(await planFor(store, { headline: 'Ferries stop again' }))).toEqual([
      'keep authors',
      'make articles',
      'keep news-teasers',
    ])
  })

  it('does not take a person for the same by name alone', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    for (const signature of [
      ['Ida Holm', 'Ida Holm', 'Ida Maria Holm is a judge at the Lisbon Court, Portugal.'],
      ['Ida Holm', 'Ida Holm'],
    ]) {
      const plan = await planFor(store, { headline: 'Ferries stop again', signature })
      expect(actions(plan)[0]).toBe('make authors')
      expect(codes(plan)).toContain('author_same_name')
    }
  })

  it('takes a person without an organisation for the same only under the same article', async () => {
    const store = new MemoryPieces()
    await importInto(store, { signature: ['By Ida Holm'] })
    expect(actions(await planFor(store, { signature: ['By Ida Holm'] }))[0]).toBe('keep authors')
    expect(actions(await planFor(store, { signature: ['By Ida Holm'], headline: 'Ferries stop again' }))[0]).toBe(
      'make authors',
    )
  })

  it('makes no author for an article that is there already', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    store.pieces = store.pieces.filter((piece) => piece.collection !== 'authors')
    const plan = await planFor(store)
    expect(actions(plan)).toEqual(['omit authors', 'keep articles', 'keep news-teasers'])
    expect(codes(plan)).toContain('author_gone')
    expect(await runImport(plan, store)).toMatchObject({
      made: 0,
      kept: 2,
      pieces: [{ outcome: 'omitted', id: null }, {}, {}],
    })
  })

  it('leaves what is in the trash there', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    for (const piece of store.pieces) piece.trashed = true
    const plan = await planFor(store)
    expect(actions(plan)).toEqual(['keep authors', 'keep articles', 'keep news-teasers'])
    expect(codes(plan).filter((code) => code === 'found_in_trash')).toHaveLength(3)
  })

  it('keeps teasers of one headline apart by their excerpts', async () => {
    const store = new MemoryPieces()
    const rail = ['Weather', 'Fog in the north...', 'Weather', 'Rain in the south...']
    expect((await importInto(store, { rail })).pieces.map((piece) => piece.action)).toEqual([
      'make',
      'make',
      'make',
      'make',
    ])
    expect(store.pieces).toHaveLength(4)
    expect((await planFor(store, { rail })).pieces.map((piece) => piece.action)).toEqual([
      'keep',
      'keep',
      'keep',
      'keep',
    ])
  })
})

describe('a run', () => {
  it('tells its progress, piece by piece', async () => {
    const store = new MemoryPieces()
    const progress: string[] = []
    const tell: OnProgress = (step) => progress.push(formatProgress(step))
    await runImport(await planFor(store), store, tell)
    expect(progress).toEqual([
      '1/3 made author “Ida Holm” (id-1)',
      '2/3 made article “Ferries return to the strait” (id-2)',
      '3/3 made teaser “Fog closes the bridge” (id-3)',
    ])
  })

  it('gives body and biography as rich text of the same paragraphs', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    const text = {
      type: 'text',
      text: 'Ida Maria Holm is Lecturer in Port Economics at the School of Trade, Norvik University, Norway.',
    }
    expect(store.pieces[0]?.data).toMatchObject({
      biography: { root: { children: [{ type: 'paragraph', children: [text] }] } },
    })
    expect(store.pieces[1]?.data).toMatchObject({
      body: { root: { children: [{ type: 'paragraph' }, { type: 'paragraph' }] } },
    })
  })

  it('links an article to the author that was there already', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    await importInto(store, { headline: 'Ferries stop again' })
    expect(store.pieces.filter((piece) => piece.collection === 'authors')).toHaveLength(1)
    expect(store.pieces.at(-1)?.data).toMatchObject({
      headline: 'Ferries stop again',
      credits: [{ author: store.pieces[0]?.id }],
    })
  })

  it('names the piece that was refused, says why, and keeps nothing', async () => {
    const store = new MemoryPieces()
    store.refuse = 'Fog closes the bridge'
    const failed = await runImport(await planFor(store), store).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ImportError)
    expect(failed).toMatchObject({
      code: 'import_failed',
      message: 'teaser “Fog closes the bridge” could not be made: the store says no',
      line: 11,
      cause: { message: 'the store says no' },
    })
    expect(store.pieces).toEqual([])
  })

  it('blames no piece for a store that does not begin', async () => {
    const store = new MemoryPieces()
    const broken = {
      inTransaction: () => Promise.reject(new Error('the database does not answer')),
      isPassing: () => false,
    }
    await expect(runImport(await planFor(store), broken)).rejects.toMatchObject({
      message: 'The import did not begin: the database does not answer',
    })
  })
})

describe('what a terminal shows', () => {
  it('of a plan: what was read, what is unsure, what is to do', async () => {
    const store = new MemoryPieces()
    const shown = formatPlan(await importInto(store))
    for (const line of [
      'Plan for page.txt',
      '  headline   Ferries return to the strait',
      '  body       2 paragraphs',
      '  byline     Ida Holm (printed twice)',
      '  author     Ida Holm, full name Ida Maria Holm',
      '    at       School of Trade, Norvik University, Norway (NO)',
      'Unsure of 4 things; please look at them',
      '  + author  Ida Holm: a new draft',
      '  + article Ferries return to the strait: a new draft',
      '  + teaser  Fog closes the bridge: a new draft',
    ]) {
      expect(shown.split('\n')).toContain(line)
    }
    expect(shown).toMatch(/ line {2}1 .+\[no_date\]/)
    const again = formatPlan(await planFor(store))
    expect(again).toContain('  = author  Ida Holm: there already (id-1)')
    expect(again).toContain('nothing will be made')
  })

  it('of a result and of an error', async () => {
    const store = new MemoryPieces()
    const result = await runImport(await planFor(store), store)
    expect(formatResult(result)).toBe(
      'Imported page.txt: 3 made, 0 there already\n' +
        '  made author “Ida Holm” (id-1)\n' +
        '  made article “Ferries return to the strait” (id-2)\n' +
        '  made teaser “Fog closes the bridge” (id-3)\n',
    )
    expect(formatImportError(new ImportError('import_empty', 'The file has no text.', 'Check it.', { line: 3 }))).toBe(
      'import_empty: The file has no text. (line 3)\nCheck it.\n',
    )
  })

  it('explains every doubt in general', () => {
    for (const [code, text] of Object.entries(DOUBTS)) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
      expect(text).toMatch(/^[A-Z].*\.$/)
    }
  })
})
