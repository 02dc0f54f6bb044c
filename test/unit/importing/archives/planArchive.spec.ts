import { describe, expect, it } from 'vitest'
import {
  formatPlan,
  formatResult,
  planArchive,
  runImport,
  type ArchivePlan,
  type PlannedArticle,
  type PlanOptions,
} from '../../../../src/importing/index.ts'
import { namedKey } from '../../../../src/importing/sourceKey.ts'
import { MemoryPieces } from '../MemoryPieces.ts'
import { aWxr, anAuthor, anItem } from './aWxr.ts'
import { readArchive } from './readArchive.ts'

const planFor = (store: MemoryPieces, text = aWxr(), options: PlanOptions = {}): Promise<ArchivePlan> =>
  planArchive(readArchive(text), store, 'notes.xml', options)

async function importInto(store: MemoryPieces, text = aWxr(), options: PlanOptions = {}): Promise<ArchivePlan> {
  const plan = await planFor(store, text, options)
  await runImport(plan, store)
  return plan
}

const actions = (plan: ArchivePlan): string[] => plan.pieces.map((piece) => `${piece.action} ${piece.collection}`)
const codes = (plan: ArchivePlan): string[] => plan.doubts.map((doubt) => doubt.code)
const articles = (plan: ArchivePlan): PlannedArticle[] =>
  plan.pieces.filter((piece): piece is PlannedArticle => piece.collection === 'articles')

const category = (name: string, domain = 'category'): string => `<category domain="${domain}">${name}</category>`
const filing = (id: string, name: string) => ({ id, name, slug: name.toLowerCase() })

describe('the plan of an export', () => {
  it('makes authors, then articles, with their sources', async () => {
    const plan = await planFor(new MemoryPieces())
    expect(actions(plan)).toEqual(['make authors', 'make articles'])
    // sha256 of ["named","articles","wxr","canals.example","https://canals.example/?p=41","41"], taken with another tool.
    expect(articles(plan)[0]?.source).toMatchObject({
      kind: 'wxr',
      uri: 'https://canals.example/2024/05/the-lock-opens-late/',
      key: '1954fc541086d26563591232542e9b98ae89350a',
    })
    expect(articles(plan)[0]?.data).toMatchObject({
      slug: 'the-lock-opens-late',
      language: 'en-GB',
      credits: [{ author: plan.pieces[0]?.source.key, creditedAs: 'Ida Holm', role: 'author' }],
    })
  })

  it('finds everything again, also in another file of the site and under another name', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    const plan = await planArchive(
      readArchive(aWxr([anItem(), anItem({ guid: 'urn:2', name: 'another' })])),
      store,
      'b.xml',
    )
    expect(actions(plan)).toEqual(['keep authors', 'keep articles', 'make articles'])
    expect(await runImport(plan, store)).toMatchObject({ made: 1, kept: 2 })
    expect(store.pieces).toHaveLength(3)
  })

  it('keeps what was imported from another text, and makes it when told that it is another piece', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    const changed = aWxr([anItem({ content: '<p>It was all different.</p>' })])
    const asking = await planFor(store, changed)
    expect(actions(asking)).toEqual(['keep authors', 'keep articles'])
    expect(codes(asking)).toContain('text_changed_since_import')
    expect(formatPlan(asking)).toContain('--as-new')

    const [article] = articles(asking)
    const told = await planFor(store, changed, { asNew: [article?.titleKey ?? ''] })
    expect(actions(told)).toEqual(['keep authors', 'make articles'])
    expect(codes(told)).toContain('slug_taken')
    await runImport(told, store)
    expect(actions(await planFor(store, changed, { asNew: 'all' }))).toEqual(['keep authors', 'keep articles'])
  })

  it('says nothing of a piece that who asks may not see, but that it is there', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    store.isHidden = true
    for (const piece of store.pieces) piece.trashed = true
    const plan = await planFor(store, aWxr([anItem({ content: '<p>Other words.</p>' })]))
    expect(plan.pieces.map(({ action, existingId, otherText }) => [action, existingId, otherText])).toEqual([
      ['keep', null, false],
      ['keep', null, false],
    ])
    expect(codes(plan)).not.toContain('found_in_trash')
    expect(codes(plan)).not.toContain('text_changed_since_import')
    expect(formatPlan(plan)).toContain('  = author  Ida Holm: there already\n')
  })

  it('never takes somebody for the same by their login, or by their name alone', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    const item = anItem({ guid: 'urn:2', name: 'b' })
    const byLogin = await planFor(store, aWxr([item], { authors: [anAuthor('ida', 'Ida Berg')] }))
    expect(actions(byLogin)[0]).toBe('make authors')
    const byName = await planFor(store, aWxr([item], { site: 'https://rivers.example' }))
    expect(actions(byName)[0]).toBe('make authors')
    expect(codes(byName)).toContain('author_same_name')
  })

  it('asks once for authors of the names of all that it is going to make', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    const asked: string[][] = []
    const ports = new Proxy(store, {
      get: (target, name) =>
        name === 'authorsNamed'
          ? (names: string[]) => {
              asked.push(names)
              return target.authorsNamed(names)
            }
          : Reflect.get(target, name).bind(target),
    })
    const authors = [
      anAuthor('ida', 'Ida HOLM', { id: '2' }),
      anAuthor('bo', 'Bo Lund', { id: '3', first: 'Bo', last: 'Berg' }),
    ]
    const text = aWxr([anItem({ id: '8' }), anItem({ id: '9', creator: 'bo' })], { authors })
    const plan = await planArchive(readArchive(text), ports, 'notes.xml')
    expect(asked).toEqual([['Ida HOLM', 'Bo Lund', 'Bo Berg']])
    expect(plan.doubts.filter(({ code }) => code === 'author_same_name')).toMatchObject([
      { message: expect.stringContaining('There is an author Ida Holm already (id-1)') as string },
    ])
  })

  it('does not make an author again who is there no longer', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    store.pieces = store.pieces.filter(({ collection }) => collection !== 'authors')
    const plan = await planFor(store)
    expect(actions(plan)).toEqual(['omit authors', 'keep articles'])
    expect(codes(plan)).toContain('author_gone')
    expect(await runImport(plan, store)).toMatchObject({ made: 0, kept: 1 })
  })

  it('keeps a slug where it is free, in the file as here', async () => {
    const store = new MemoryPieces()
    store.reserved = ['taken']
    const plan = await planFor(
      store,
      aWxr([anItem({ name: 'taken' }), anItem({ guid: 'urn:2' }), anItem({ guid: 'urn:3' })]),
    )
    expect(articles(plan).map(({ data }) => data.slug)).toEqual([undefined, 'the-lock-opens-late', undefined])
    expect(codes(plan).filter((code) => code === 'slug_taken')).toHaveLength(2)
  })

  it('gives up a slug that another piece of the same run got', async () => {
    const store = new MemoryPieces()
    await importInto(store, aWxr([anItem({ title: 'Letters', name: 'letters', guid: 'urn:0', id: '1' })]))
    const text = aWxr([
      anItem({ title: 'Letters', name: 'letters', guid: 'urn:1', id: '2' }),
      anItem({ title: 'Letters', name: 'letters-2', guid: 'urn:2', id: '3' }),
      anItem({ title: 'The lock opens late', name: '', status: 'draft', guid: 'urn:3', id: '4' }),
      anItem({ title: 'Of locks', name: 'the-lock-opens-late', guid: 'urn:4', id: '5' }),
    ])
    const result = await runImport(await planFor(store, text), store)
    expect(result).toMatchObject({ made: 4, kept: 1, refused: 0 })
    expect(result.pieces.flatMap(({ note }) => note ?? [])).toEqual([
      'The slug “letters-2” is taken; the draft of “Letters” gets another one.',
      'The slug “the-lock-opens-late” is taken; the draft of “Of locks” gets another one.',
    ])
    expect(store.pieces.flatMap(({ data }) => ('slug' in data ? data.slug : []))).toEqual([
      'letters',
      'letters-2',
      'letters-3',
      'the-lock-opens-late',
      'of-locks',
    ])
  })

  it('files articles under sections and topics that are here, and says what is not', async () => {
    const store = new MemoryPieces()
    store.sections = [filing('s1', 'World'), filing('s2', 'Trade')]
    store.topics = [filing('t1', 'Locks'), filing('t2', 'Trade'), filing('t3', 'World')]
    const more = [
      category('WORLD'),
      category('Trade'),
      category('Locks'),
      category('World', 'post_tag'),
      category('Weather'),
    ].join('')
    const plan = await planFor(store, aWxr([anItem({ more }), anItem({ guid: 'urn:2', more: category('Weather') })]))
    expect(articles(plan)[0]?.data).toMatchObject({ section: 's1', topics: ['t2', 't1', 't3'] })
    expect(articles(plan)[1]?.data.section).toBeUndefined()
    expect(plan.doubts.filter(({ code }) => code === 'category_unknown').map(({ message }) => message)).toEqual([
      'No section or topic is called “Weather”; it was left out (articles: 2).',
    ])
  })

  it('has an article in one section', async () => {
    const store = new MemoryPieces()
    store.sections = [filing('s1', 'World'), filing('s2', 'Trade')]
    const plan = await planFor(store, aWxr([anItem({ more: category('Trade') + category('World') })]))
    expect(articles(plan)[0]?.data.section).toBe('s2')
    expect(codes(plan)).toContain('section_second')
  })

  it('is shown on a terminal', async () => {
    const shown = formatPlan(await planFor(new MemoryPieces(), aWxr([anItem(), anItem({ type: 'page' })])))
    for (const line of [
      'Plan for notes.xml',
      '  format     WXR',
      '  from       Canal Notes',
      '  article    The lock at Ems opens late',
      '    date     2024-05-06T12:30:00+02:00',
      '    address  https://canals.example/2024/05/the-lock-opens-late/',
      '  left out   pages that are no articles (1)',
      '  + author  Ida Holm: a new draft',
      '  + article The lock at Ems opens late: a new draft',
    ])
      expect(shown.split('\n')).toContain(line)
  })

  it('is run with the rich text as it was read', async () => {
    const store = new MemoryPieces()
    await importInto(store)
    expect(store.pieces[1]?.data).toMatchObject({
      body: { root: { children: [{ type: 'paragraph', children: [{}, { text: 'nine', format: 1 }, {}] }, {}] } },
      credits: [{ author: store.pieces[0]?.id }],
    })
  })

  describe('of 31 pieces, which are made 25 at once', () => {
    const text = aWxr(
      Array.from({ length: 30 }, (_, at) =>
        anItem({ guid: `urn:${String(at)}`, id: String(at), title: `Lock ${String(at)}`, name: '' }),
      ),
    )

    it('is run without the piece that was refused, which is told with its reason', async () => {
      const store = new MemoryPieces()
      store.refuse = 'Lock 7'
      const result = await runImport(await planFor(store, text), store)
      expect(result).toMatchObject({ made: 30, kept: 0, refused: 1 })
      expect(result.pieces[8]).toEqual({
        collection: 'articles',
        id: null,
        title: 'Lock 7',
        outcome: 'refused',
        note: 'the store says no',
      })
      expect(formatResult(result)).toContain('Imported notes.xml: 30 made, 0 there already, 1 refused')
      expect(formatResult(result)).toContain('  refused article “Lock 7”: the store says no')
      expect(store.pieces).toHaveLength(30)
      expect(store.pieces.at(-1)?.data).toMatchObject({ credits: [{ author: store.pieces[0]?.id }] })

      store.refuse = null
      expect(await runImport(await planFor(store, text), store)).toMatchObject({ made: 1, kept: 30, refused: 0 })
    })

    it('credits nobody by a piece that was not kept', async () => {
      const store = new MemoryPieces()
      store.refuse = 'Ida Holm'
      const two = aWxr([anItem({ title: 'Hers' }), anItem({ id: '2', guid: 'urn:2', creator: '', name: 'b' })])
      const result = await runImport(await planFor(store, two), store)
      expect(result.pieces.map(({ outcome, note }) => [outcome, note])).toEqual([
        ['refused', 'the store says no'],
        ['refused', 'the credited author Ida Holm is not there'],
        ['made', undefined],
      ])
    })

    it('stops at a store that is busy; what was made before stays, and the next run goes on', async () => {
      const store = new MemoryPieces()
      store.busyAt = 'Lock 27'
      await expect(importInto(store, text)).rejects.toMatchObject({
        code: 'import_failed',
        message: 'article “Lock 27” could not be made: the store is busy',
        hint: 'The first 25 pieces are there and stay. Run the import again; it goes on from there.',
        cause: { message: 'the store is busy' },
      })
      expect(store.pieces).toHaveLength(25)
      store.busyAt = null
      const plan = await planFor(store, text)
      expect(await runImport(plan, store)).toMatchObject({ made: 6, kept: 25 })
      expect(store.pieces.at(-1)?.data).toMatchObject({ credits: [{ author: store.pieces[0]?.id }] })
    })
  })

  it('has keys of which every character counts', () => {
    expect(namedKey('articles', ['feed', 'a'])).not.toBe(namedKey('articles', ['feed', 'A']))
    expect(namedKey('articles', ['feed', 'a'])).not.toBe(namedKey('authors', ['feed', 'a']))
  })
})
