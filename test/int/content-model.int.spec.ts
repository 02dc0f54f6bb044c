import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq, type JsonObject } from 'payload'
import { textToLexical } from '../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { fieldFaults } from '../../packages/plugin-imprimatur/src/errors/index.ts'
import { complaintsOf } from '../helpers/complaintsOf.ts'
import { openContentModel, type ContentModel } from '../helpers/contentModelConfig.ts'
import {
  aPicture,
  anArticleWithEverything,
  aStaffMember,
  lexicalOf,
  type Part,
} from '../helpers/contentModelBuilders.ts'

let model: ContentModel

beforeAll(async () => {
  model = await openContentModel()
})
afterAll(async () => {
  await model.close()
})

/** A document without its empty fields: one database stores them as null, the other not at all. */
function whatIsSet(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  const set = Object.entries(value).map(([name, inner]) => [name, whatIsSet(inner)] as const)
  const kept = set.filter(([, inner]) => inner !== null && inner !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

describe('an article with everything filled in', () => {
  it('comes back as it was saved, as a draft and when published', async () => {
    const { data, expected } = await anArticleWithEverything(model)
    const created = await model.create('articles', data)
    expect(created).toMatchObject(expected)

    expect(await model.read('articles', created.id)).toMatchObject(expected)

    const published = await model.publish('articles', created.id)
    expect(published).toMatchObject({ ...expected, _status: 'published' })
    expect(await model.read('articles', created.id, { draft: false })).toMatchObject(expected)
  })
})

describe('slugs', () => {
  it('number themselves where headlines are the same', async () => {
    const slugs: unknown[] = []
    for (let count = 0; count < 3; count += 1)
      slugs.push((await model.create('articles', { headline: 'Communiqué by António' })).slug)
    expect(slugs).toEqual(['communique-by-antonio', 'communique-by-antonio-2', 'communique-by-antonio-3'])
    expect((await model.create('news-teasers', { headline: 'Communiqué by António' })).slug).toBe(
      'communique-by-antonio',
    )
  })

  it('stay when the headline changes, and are made anew when they are emptied', async () => {
    const { id } = await model.create('articles', { headline: 'First thoughts' })
    expect((await model.save('articles', id, { headline: 'Second thoughts' })).slug).toBe('first-thoughts')
    expect((await model.save('articles', id, { slug: '' })).slug).toBe('second-thoughts')
  })

  it('are transliterated when they are typed', async () => {
    const { id } = await model.create('articles', { headline: 'Anything', slug: ' Ein schöner Titel ' })
    expect((await model.read('articles', id)).slug).toBe('ein-schoener-titel')
  })

  it('are refused when they are typed and taken, with one that is free', async () => {
    await model.create('articles', { headline: 'Taken already' })
    const { id } = await model.create('articles', { headline: 'Something else' })
    const said = await complaintsOf(model.save('articles', id, { slug: 'taken-already' }))
    expect(said.slug).toBe('“taken-already” is taken. Choose another slug, such as “taken-already-2”.')
    await expect(
      complaintsOf(model.create('articles', { headline: 'New', slug: 'taken-already' })),
    ).resolves.toHaveProperty('slug')
  })

  it('are taken by a newer draft of a public piece, too, and by what lies in the trash', async () => {
    const { id } = await model.create('articles', { headline: 'Public name', body: textToLexical(['Text.']) })
    await model.publish('articles', id)
    await model.save('articles', id, { slug: 'drafted-name' })
    expect((await model.create('articles', { headline: 'Drafted name' })).slug).toBe('drafted-name-2')
    expect((await model.create('articles', { headline: 'Public name' })).slug).toBe('public-name-2')

    const trashed = await model.create('articles', { headline: 'Thrown away' })
    await model.payload.update({
      collection: 'articles',
      id: trashed.id,
      data: { deletedAt: '2026-01-02T03:04:05.000Z' },
      overrideAccess: true,
    })
    expect((await model.create('articles', { headline: 'Thrown away' })).slug).toBe('thrown-away-2')
  })

  it('do not stand in the way of drafts without a headline', async () => {
    const one = await model.create('articles', {})
    const other = await model.create('articles', { headline: '' })
    expect([one.slug ?? null, other.slug ?? null]).toEqual([null, null])
    expect((await model.save('articles', one.id, { headline: 'Named at last' })).slug).toBe('named-at-last')
  })

  it('are new for a duplicate, and what happened to the original is not the duplicate’s', async () => {
    const { id } = await model.create('articles', {
      headline: 'Original',
      source: { kind: 'page', key: 'k' },
      publishedAt: '2026-01-02T03:04:05.000Z',
    })
    const copy = await model.payload.duplicate({
      collection: 'articles',
      id,
      draft: true,
      depth: 0,
      overrideAccess: true,
    })
    expect(copy).toMatchObject({ headline: 'Original (copy)', slug: 'original-2' })
    expect(whatIsSet(copy)).not.toHaveProperty('publishedAt')
    expect(whatIsSet(copy)).not.toHaveProperty('source')
  })

  it('find the next free number past many', async () => {
    for (let count = 0; count < 22; count += 1) await model.create('topics', { name: 'Crowded' })
    expect((await model.create('topics', { name: 'Crowded' })).slug).toBe('crowded-23')
  })
})

describe('excerpts', () => {
  const thirtyOne = Array.from({ length: 31 }, (_, at) => `w${at + 1}`)

  it('are cut from the body after thirty words', async () => {
    const article = await model.create('articles', { headline: 'Long', body: textToLexical([thirtyOne.join(' ')]) })
    expect(article).toMatchObject({
      excerpt: `${thirtyOne.slice(0, 30).join(' ')}…`,
      excerptTruncated: true,
      excerptManual: false,
    })
  })

  it('are whole where the body is short', async () => {
    const article = await model.create('articles', { headline: 'Short', body: textToLexical(['Few words.']) })
    expect(article).toMatchObject({ excerpt: 'Few words.', excerptTruncated: false, excerptManual: false })
  })

  it('follow the body, then somebody’s words, then the body again', async () => {
    const { id } = await model.create('articles', { headline: 'Changing', body: textToLexical(['One.']) })
    expect(await model.save('articles', id, { body: textToLexical(['Two.']) })).toMatchObject({
      excerpt: 'Two.',
      excerptManual: false,
    })
    expect(await model.save('articles', id, { excerpt: 'Mine...' })).toMatchObject({
      excerpt: 'Mine…',
      excerptManual: true,
      excerptTruncated: true,
    })
    expect(await model.save('articles', id, { body: textToLexical(['Three.']) })).toMatchObject({
      excerpt: 'Mine…',
      excerptManual: true,
    })
    expect(await model.save('articles', id, { excerpt: '' })).toMatchObject({ excerpt: 'Three.', excerptManual: false })
  })

  it('have as many words as the newsroom sets', async () => {
    await model.payload.updateGlobal({
      slug: 'newsroom',
      data: { excerptWords: { articles: 2 } },
      overrideAccess: true,
    })
    const article = await model.create('articles', { headline: 'Two words', body: textToLexical(['One two three.']) })
    await model.payload.updateGlobal({
      slug: 'newsroom',
      data: { excerptWords: { articles: 30 } },
      overrideAccess: true,
    })
    expect(article.excerpt).toBe('One two…')
  })

  it('of teasers are what was written, and are never cut', async () => {
    const written = thirtyOne.join(' ')
    expect(await model.create('news-teasers', { headline: 'A', excerpt: written })).toMatchObject({
      excerpt: written,
      excerptTruncated: false,
      excerptManual: true,
    })
    const { id, ...teaser } = await model.create('news-teasers', { headline: 'B', excerpt: 'Cut off here...' })
    expect(teaser).toMatchObject({ excerpt: 'Cut off here…', excerptTruncated: true })
    expect(await model.save('news-teasers', id, { excerpt: '' })).toMatchObject({
      excerpt: '',
      excerptTruncated: false,
      excerptManual: false,
    })
  })
})

describe('the length of a text', () => {
  it('counts words and fact boxes, not pull quotes and captions', async () => {
    const body = lexicalOf(
      { paragraph: 'One two Secretary-General.' },
      { block: { blockType: 'pullQuote', quote: 'One two' } },
      { block: { blockType: 'factBox', title: 'Four', text: textToLexical(['five six']) } },
      { block: { blockType: 'embed', url: 'https://vimeo.com/1', title: 'Not counted', caption: 'Not counted' } },
    )
    // One, two, Secretary-General; Four, five, six.
    expect(await model.create('articles', { headline: 'Counted', body })).toMatchObject({
      wordCount: 6,
      readingMinutes: 1,
    })
  })

  it('is nothing without a body', async () => {
    expect(await model.create('articles', { headline: 'Empty' })).toMatchObject({
      wordCount: 0,
      readingMinutes: 0,
      excerpt: '',
    })
  })

  it('cannot be sent', async () => {
    const editor = await aStaffMember(model, 'editor')
    const sent = {
      headline: 'Boasting',
      wordCount: 99,
      readingMinutes: 99,
      publishedAt: '2020-01-01T00:00:00.000Z',
      firstPublishedAt: '2020-01-01T00:00:00.000Z',
      excerptTruncated: true,
      excerptManual: true,
      source: { kind: 'page', uri: 'x' },
    }
    const article = whatIsSet(await model.create('articles', sent, { as: editor }))
    expect(article).toMatchObject({ wordCount: 0, readingMinutes: 0, excerptTruncated: false, excerptManual: false })
    for (const name of ['publishedAt', 'firstPublishedAt', 'source']) expect(article).not.toHaveProperty(name)
  })
})

describe('bylines', () => {
  it('follow the credits until somebody writes one, and again when it is emptied', async () => {
    const ada = await model.create('authors', { displayName: 'Ada Ash' })
    const bo = await model.create('authors', { displayName: 'Bo Birch' })
    const { id, ...article } = await model.create('articles', { headline: 'By', credits: [{ author: ada.id }] })
    expect(article.byline).toBe('Ada Ash')

    const both = [
      { author: ada.id },
      { author: bo.id, creditedAs: 'B. Birch' },
      { author: bo.id, role: 'photographer' },
    ]
    expect((await model.save('articles', id, { credits: both })).byline).toBe('Ada Ash and B. Birch')
    expect((await model.save('articles', id, { byline: 'Our team' })).byline).toBe('Our team')
    expect((await model.save('articles', id, { credits: [{ author: bo.id }] })).byline).toBe('Our team')
    expect((await model.save('articles', id, { byline: '' })).byline).toBe('Bo Birch')
  })

  it('do not let out a name that is not public yet', async () => {
    const author = await model.create('authors', { displayName: 'Public Name' })
    await model.publish('authors', author.id)
    await model.save('authors', author.id, { displayName: 'Drafted Name' })
    expect((await model.create('articles', { headline: 'A', credits: [{ author: author.id }] })).byline).toBe(
      'Public Name',
    )
  })

  it('take the newest name of an author who never was public', async () => {
    const author = await model.create('authors', { displayName: 'Misspelt' })
    await model.save('authors', author.id, { displayName: 'Spelt Right' })
    expect((await model.create('articles', { headline: 'A', credits: [{ author: author.id }] })).byline).toBe(
      'Spelt Right',
    )
  })
})

describe('authors', () => {
  it('are sorted by the printed name unless another is given', async () => {
    const { id, ...author } = await model.create('authors', { displayName: 'Umberto Example' })
    expect(author.sortName).toBe('Umberto Example')
    expect((await model.save('authors', id, { displayName: 'U. Example' })).sortName).toBe('U. Example')
    expect((await model.save('authors', id, { sortName: 'Example, U.' })).sortName).toBe('Example, U.')
    expect((await model.save('authors', id, { displayName: 'Umberto E.' })).sortName).toBe('Example, U.')
  })

  it('show staff the articles that credit them, and readers neither these nor the login', async () => {
    const login = await aStaffMember(model, 'contributor')
    const author = await model.create('authors', {
      displayName: 'Credited',
      source: { kind: 'page', uri: '/tmp/page.txt' },
    })
    const linked = { author: author.id } as never
    await model.payload.update({ collection: 'users', id: login.id, data: linked, overrideAccess: true })
    await model.publish('authors', author.id)
    const secret = await model.create('articles', { headline: 'Not public', credits: [{ author: author.id }] })

    expect(await model.read('authors', author.id, { as: login })).toMatchObject({
      articles: { docs: [secret.id] },
      logins: { docs: [login.id] },
      source: { kind: 'page' },
    })

    const asReader = await model.read('authors', author.id, { as: 'reader', draft: false, depth: 2 })
    expect(asReader.displayName).toBe('Credited')
    for (const name of ['articles', 'logins', 'source']) expect(asReader).not.toHaveProperty(name)
  })

  it('have profiles by address, ORCID iDs in their one form, and countries by code', async () => {
    const author = await model.create('authors', {
      displayName: 'Profiled',
      sameAs: ['0000-0002-1825-0097', 'https://example.org/me'],
      affiliations: [{ organization: 'A University', department: 'Physics', country: 'cn' }],
    })
    expect(author).toMatchObject({
      sameAs: ['https://orcid.org/0000-0002-1825-0097', 'https://example.org/me'],
      affiliations: [{ organization: 'A University', department: 'Physics', country: 'CN' }],
    })
  })

  it('are told what is wrong when they are to be published', async () => {
    const { id } = await model.create('authors', { sameAs: ['0000-0002-1825-0098'], affiliations: [{ country: 'CN' }] })
    const said = await complaintsOf(model.publish('authors', id))
    expect(said.displayName).toBe('Enter the name that is printed.')
    expect(said.sameAs).toMatch(/no valid ORCID iD/)
    expect(said['affiliations.0.organization']).toMatch(/^Enter the organisation/)
  })
})

describe('teasers', () => {
  it('lead to one place', async () => {
    const article = await model.create('articles', { headline: 'Target' })
    const external = { url: 'https://example.org/news', sourceName: 'Example' }
    const { id, ...teaser } = await model.create('news-teasers', { headline: 'T', target: external })
    expect(teaser.target).toEqual({ kind: 'external', article: null, ...external })
    const turned = await model.save('news-teasers', id, { target: { kind: 'article', article: article.id } })
    expect(turned.target).toEqual({ kind: 'article', article: article.id, url: null, sourceName: null })
  })

  it('may be bare notices', async () => {
    const { id } = await model.create('news-teasers', { headline: 'Notice', target: {} })
    expect((await model.publish('news-teasers', id))._status).toBe('published')
  })

  it.each<[JsonObject, string, string | RegExp]>([
    [{ kind: 'article' }, 'target.article', 'Choose the article that the teaser leads to.'],
    [{ kind: 'external', sourceName: 'E' }, 'target.url', 'Paste the address, starting with https://.'],
    [{ kind: 'external', url: 'javascript:alert(1)', sourceName: 'E' }, 'target.url', /^Enter a whole address/],
    [{ kind: 'external', url: 'https://example.org/' }, 'target.sourceName', /^Enter the name of the site/],
  ])('are not published with the target %j', async (target, field, message) => {
    const { id } = await model.create('news-teasers', { headline: 'Incomplete', target })
    const said = await complaintsOf(model.publish('news-teasers', id))
    expect(said[field]).toMatch(message)
  })
})

describe('bodies', () => {
  const bodyComplaint = async (part: Part) => {
    const { id } = await model.create('articles', { headline: 'Body', body: lexicalOf(part) })
    return Object.values(await complaintsOf(model.publish('articles', id))).join('\n')
  }

  it('are asked for', async () => {
    const { id } = await model.create('articles', {})
    expect(await complaintsOf(model.publish('articles', id))).toMatchObject({
      headline: 'Write a headline.',
      body: 'Write the text of the article.',
    })
  })

  it('take no code and no addresses that run it', async () => {
    const embed = (url: string) => ({ block: { blockType: 'embed', url, title: 'x' } })
    expect(await bodyComplaint(embed('<iframe src="https://vimeo.com/1">'))).toMatch(/HTML code is not accepted/)
    expect(await bodyComplaint(embed('https://evil.example/'))).toMatch(/Paste the https address of a page at/)
    expect(await bodyComplaint({ link: 'javascript:alert(1)' })).toMatch(/Enter a whole web address/)
  })

  it('keep a link as it was typed', async () => {
    const url = 'https://en.wikipedia.org/wiki/Treaty_(1815)?a=b,c#Ünicode'
    const { id } = await model.create('articles', { headline: 'Linked', body: lexicalOf({ link: url }) })
    const published = await model.publish('articles', id)
    expect(JSON.stringify(published.body)).toContain(`"url":"${url}"`)
  })

  it('lead to an article or to an address, not to both and not nowhere', async () => {
    const article = await model.create('articles', { headline: 'Related' })
    const link = (fields: JsonObject) => ({ block: { blockType: 'relatedLink', ...fields } })
    expect(await bodyComplaint(link({}))).toMatch(/Choose an article, or enter the address/)
    expect(await bodyComplaint(link({ article: article.id, url: 'https://example.org/', title: 'x' }))).toMatch(
      /not both/,
    )
    expect(await bodyComplaint(link({ url: 'https://example.org/' }))).toMatch(/Enter the words to be shown/)
  })

  it('have figures with pictures', async () => {
    expect(await bodyComplaint({ block: { blockType: 'figure' } })).toMatch(/Choose a picture/)
    const picture = await aPicture(model)
    const { id } = await model.create('articles', {
      headline: 'Figured',
      body: lexicalOf({ block: { blockType: 'figure', image: picture.id, caption: 'C' } }),
    })
    expect((await model.publish('articles', id))._status).toBe('published')
  })
})

describe('what would stand in the way of publication', () => {
  const problemsIn = async (article: JsonObject) => {
    const collection = model.payload.config.collections.find(({ slug }) => slug === 'articles')
    if (collection === undefined) throw new Error('no articles')
    return fieldFaults(await createLocalReq({}, model.payload), collection, article)
  }

  it('is told beforehand in the words of the refusal', async () => {
    const { id, ...article } = await model.create('articles', {
      language: 'English',
      canonicalUrl: 'http://example.org/',
      seo: { title: 'x'.repeat(121) },
      credits: [{ creditedAs: 'Nobody' }],
      corrections: [{ kind: 'correction' }],
      body: lexicalOf({ block: { blockType: 'embed', url: 'https://evil.example/' } }),
    })
    const faults = await problemsIn({ id, ...article })
    const said = await complaintsOf(model.publish('articles', id))
    expect(Object.fromEntries(faults.map(({ field, message }) => [field, message]))).toEqual(said)
    expect(Object.keys(said).sort()).toEqual([
      'body',
      'body.title',
      'body.url',
      'canonicalUrl',
      'corrections.0.text',
      'credits.0.author',
      'headline',
      'language',
      'seo.title',
      'slug',
    ])
  })

  it('is nothing for a piece in order, and looking changes nothing', async () => {
    const { data } = await anArticleWithEverything(model)
    const article = await model.create('articles', { ...data, slug: 'in-order' })
    const before = JSON.stringify(article)
    expect(await problemsIn(article)).toEqual([])
    expect(JSON.stringify(article)).toBe(before)
  })
})

describe('a draft that cannot be stored as it is', () => {
  it.each<[string, JsonObject, string]>([
    ['articles', { headline: { a: 1 } }, 'headline'],
    ['articles', { embargoUntil: 'tomorrow' }, 'embargoUntil'],
    ['articles', { genre: 'novel' }, 'genre'],
    ['articles', { section: 'nonsense' }, 'section'],
    ['articles', { section: '00000000-0000-4000-8000-000000000000' }, 'section'],
    ['articles', { section: '0123456789abcdef01234567' }, 'section'],
    ['articles', { topics: ['nonsense'] }, 'topics'],
    ['articles', { credits: [{ author: 'nonsense' }] }, 'credits.0.author'],
    ['articles', { corrections: [{ kind: 'lie' }] }, 'corrections.0.kind'],
    ['articles', { body: 'text' }, 'body'],
    ['articles', { leadImage: 7 }, 'leadImage'],
    ['news-teasers', { rank: 'high' }, 'rank'],
    ['news-teasers', { pinned: 'maybe' }, 'pinned'],
    ['news-teasers', { target: { kind: 'nowhere' } }, 'target.kind'],
    ['authors', { affiliations: [{ country: 'China' }] }, 'affiliations.0.country'],
    ['sections', { name: 'S', desk: ['nonsense'] }, 'desk'],
  ])('is refused with a reason, on both databases alike: %s %j', async (collection, data, field) => {
    const editor = await aStaffMember(model, 'editor')
    expect((await complaintsOf(model.create(collection, data, { as: editor })))[field]).toMatch(/[.]$/)
  })

  it('may keep what it refers to when that is gone', async () => {
    const section = await model.create('sections', { name: 'Short-lived' })
    const { id } = await model.create('articles', { headline: 'Orphaned', section: section.id })
    await model.payload.delete({ collection: 'sections', id: section.id, overrideAccess: true })
    expect((await model.save('articles', id, { headline: 'Still saved' })).headline).toBe('Still saved')
  })
})

describe('an old version that is restored', () => {
  it('brings back the text and not what happened to the piece', async () => {
    const { id } = await model.create('articles', { headline: 'One', body: textToLexical(['First text.']) })
    const { docs } = await model.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      overrideAccess: true,
    })
    const [first] = docs
    if (first === undefined) throw new Error('no version')
    await model.save('articles', id, {
      body: textToLexical(['Second text is longer.']),
      firstPublishedAt: '2026-02-03T04:05:06.000Z',
      source: { kind: 'page', key: 'k' },
    })
    const editor = await aStaffMember(model, 'editor')
    await model.payload.restoreVersion({
      collection: 'articles',
      id: first.id,
      draft: true,
      overrideAccess: false,
      user: editor,
    })

    expect(await model.read('articles', id)).toMatchObject({
      excerpt: 'First text.',
      excerptManual: false,
      wordCount: 2,
      slug: 'one',
      firstPublishedAt: '2026-02-03T04:05:06.000Z',
      source: { kind: 'page', key: 'k' },
    })
  })
})
