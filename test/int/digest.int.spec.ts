import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeByHand } from '../helpers/byHand.ts'
import { everyNode, everyNote } from '../helpers/everyNode.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aText, codesOf, pieces } from '../helpers/pieces.ts'
import { aPicture } from '../helpers/pictures.ts'

const python = hasPython()
if (!python) console.warn('left out: the digest by a script in another language, as there is no python3')

const SEED = path.resolve('../shared/seed/page.txt')
if (!existsSync(SEED))
  console.warn('the demo page stands in for the seed page, as ../shared/seed/page.txt is not there')

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

const create = async (collection: string, body: object): Promise<string> => {
  const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return String(answer.body.doc.id)
}
const digestOf = async (collection: string, id: string): Promise<string> =>
  (await desk.transitions(collection, id, 'editor')).digest
const draftOf = async (collection: string, id: string, query = 'depth=0') =>
  (await newsroom.ask('GET', `/api/${collection}/${id}?draft=true&${query}`, { as: 'editor' })).body

const redPicture = async (more: object = {}): Promise<string> =>
  (await aPicture(newsroom, { name: 'red.png', colour: '#c00', alt: 'A red field', ...more })).id

describe('what is sent and what is stored', () => {
  // The canonical form is written by hand after docs/content-model.md; with the same expectation on both databases.
  it('has the same canonical form on every database', async () => {
    const id = await create('authors', {
      displayName: 'Zoë 👩‍🚀',
      sortName: 'Z',
      slug: 'zoe',
      generateSlug: false,
      honorificPrefix: '',
      jobTitle: null,
      affiliations: [{ organization: 'Univ.', country: 'PT' }, { organization: '', department: null }, {}],
      sameAs: ['https://example.org/zoe'],
      shortBio: ' two  spaces \t',
      biography: {
        root: {
          type: 'root',
          children: [
            {
              type: 'paragraph',
              children: [
                { type: 'text', text: 'a' },
                { type: 'text', text: 'b', '😀': -0 },
              ],
            },
            { type: 'paragraph', n: [1e21, 1.0, 0.000001, 1e-7, null, ''], '\ufb33': {}, '€': [], children: [] },
          ],
        },
      },
    })
    const canonical =
      '{"affiliations":[{"country":"PT","organization":"Univ."}],' +
      '"biography":{"root":{"children":[' +
      '{"children":[{"text":"a","type":"text"},{"text":"b","type":"text","😀":0}],"type":"paragraph"},' +
      '{"n":[1e+21,1,0.000001,1e-7,null,""],"type":"paragraph","€":[],"\ufb33":{}}],"type":"root"}},' +
      '"displayName":"Zoë 👩‍🚀","sameAs":["https://example.org/zoe"],"shortBio":" two  spaces \\t",' +
      '"slug":"zoe","sortName":"Z"}'
    const digest = `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`
    expect(await digestOf('authors', id)).toBe(digest)
  })

  it('knows one instant, however it is written, to the millisecond', async () => {
    const times = ['2027-03-01T06:00:00.120+01:00', '2027-03-01T05:00:00.12Z', '2027-03-01T05:00:00.120Z']
    const id = await create('articles', { headline: 'At a time' })
    const seen = new Set<string>()
    for (const embargoUntil of times) {
      await desk.save('articles', id, { embargoUntil })
      seen.add(await digestOf('articles', id))
    }
    expect(seen.size).toBe(1)
    await desk.save('articles', id, { embargoUntil: '2027-03-01T05:00:00.121Z' })
    expect(seen).not.toContain(await digestOf('articles', id))
  })

  // Guard: the condition in fieldsOf() of revision.ts.
  it('takes an excerpt for content when somebody wrote it, and not when it was cut from the body', async () => {
    const id = await desk.anArticle()
    const cut = await digestOf('articles', id)
    expect((await draftOf('articles', id)).excerpt).not.toBe('')
    await desk.save('articles', id, { excerpt: 'In words of their own.' })
    const written = await digestOf('articles', id)
    await desk.save('articles', id, { excerpt: 'In other words.' })
    const other = await digestOf('articles', id)
    expect(new Set([cut, written, other]).size).toBe(3)
    await desk.save('articles', id, { excerpt: '' })
    expect(await digestOf('articles', id)).toBe(cut)
  })

  it('tells apart texts that look alike: é in one code point and in two, spaces, line ends', async () => {
    const id = await create('articles', { headline: 'Alike' })
    const seen = new Set<string>()
    const texts = ['é', 'e\u0301', 'é ', 'a b', 'a\u00a0b', 'a  b', 'a\nb', 'a\r\nb']
    for (const standfirst of texts) {
      await desk.save('articles', id, { standfirst })
      seen.add(await digestOf('articles', id))
    }
    expect(seen.size).toBe(texts.length)
  })
})

describe('nothing, however it is written', () => {
  // Guards: isAbsent() in plainJson.ts, normalizeInput() in the plugin.
  it.each<[string, object, Record<string, readonly unknown[]>]>([
    [
      'articles',
      { headline: 'Nothing else' },
      {
        kicker: ['', null],
        standfirst: ['', null],
        body: [null, aText(''), { root: { type: 'root', children: [] } }],
        credits: [null, []],
        topics: [null, []],
        places: [null, []],
        related: [null, []],
        leadImage: [null],
        section: [null],
        genre: [null],
        seo: [null, {}, { title: '' }, { title: null, image: null }],
        corrections: [null, []],
        canonicalUrl: ['', null],
        embargoUntil: [null],
        excerpt: ['', null],
      },
    ],
    [
      'authors',
      { displayName: 'Nobody else' },
      {
        affiliations: [null, [], [{ organization: '' }]],
        sameAs: [null, []],
        biography: [null, aText('')],
        portrait: [null],
      },
    ],
    [
      'news-teasers',
      { headline: 'Nothing else' },
      { target: [null, {}, { kind: null, url: '' }], image: [null], expiresAt: [null] },
    ],
  ])('is the same in %s: missing, null, empty', async (collection, least, nothings) => {
    const id = await create(collection, least)
    const before = await digestOf(collection, id)
    for (const [field, values] of Object.entries(nothings)) {
      for (const value of values) {
        const saved = await desk.save(collection, id, { [field]: value })
        const what = `${field}: ${JSON.stringify(value)}`
        expect([what, saved.status]).toEqual([what, 200])
        expect([what, await digestOf(collection, id)]).toEqual([what, before])
      }
    }
    expect((await desk.events(collection, id)).length).toBe(1)
  })

  it('takes a group or a list that is null for an empty one, and empties what was there', async () => {
    const id = await create('articles', { headline: 'Emptied' })
    const before = await digestOf('articles', id)
    const text = 'An earlier version gave the wrong year.'
    await desk.save('articles', id, {
      seo: { title: 'T' },
      corrections: [{ text, kind: 'update', at: '2027-01-01T00:00:00Z' }],
    })
    expect(await digestOf('articles', id)).not.toBe(before)
    expect((await desk.save('articles', id, { seo: null, corrections: null })).status).toBe(200)
    expect(await digestOf('articles', id)).toBe(before)
  })
})

describe('a piece that is sent back as it was read', () => {
  it.each([
    ['as a save', ''],
    ['as an autosave', '&autosave=true'],
  ])('is the same %s, at any depth', async (_how, more) => {
    const targets = {
      picture: await redPicture(),
      article: await create('articles', { headline: 'Target' }),
      author: await desk.anAuthor(),
    }
    const piece = { headline: 'Sent back', body: everyNode(targets), leadImage: targets.picture }
    const id = await create('articles', { ...piece, credits: [{ author: targets.author, role: 'author' }] })
    const before = await digestOf('articles', id)
    for (const depth of [0, 1]) {
      const sent = await draftOf('articles', id, `depth=${String(depth)}`)
      const body = depth === 0 ? sent : { headline: sent.headline, body: sent.body, seo: sent.seo }
      const saved = await newsroom.ask('PATCH', `/api/articles/${id}?draft=true${more}`, { as: 'editor2', body })
      expect([saved.status, codesOf(saved)]).toEqual([200, []])
      expect(await digestOf('articles', id)).toBe(before)
    }
    expect(await desk.events('articles', id)).toEqual(['create'])
    const author = await create('authors', { displayName: 'Sent back', biography: everyNote(targets) })
    const was = await digestOf('authors', author)
    const saved = await desk.save('authors', author, await draftOf('authors', author), 'editor2')
    expect([saved.status, await digestOf('authors', author)]).toEqual([200, was])
  })

  it('can be made a new one of, with ids of rows that only one document can have', async () => {
    const id = await desk.anArticle()
    const { credits } = await draftOf('articles', id)
    expect(credits[0].id).toMatch(/^[0-9a-f]{24}$/)
    const other = await create('articles', { headline: 'With the same credits', credits })
    expect((await draftOf('articles', other)).credits[0].id).not.toBe(credits[0].id)
  })

  it('has no ids that anybody wrote', async () => {
    const id = await create('articles', { headline: 'Ids', credits: [{ id: 'Read my lips', creditedAs: 'X' }] })
    await desk.save('articles', id, { credits: [{ id: 'Read my lips', creditedAs: 'Y' }] })
    expect((await draftOf('articles', id)).credits[0].id).not.toContain('lips')
  })
})

describe('the files that a piece shows', () => {
  it.each(['alt', 'caption', 'credit'])('a changed %s of one is a change of the piece', async (field) => {
    const picture = await redPicture()
    const id = await create('articles', {
      headline: 'Shows',
      body: everyNode({ picture, article: await desk.anArticle(), author: await desk.publicAuthor() }),
    })
    const before = await digestOf('articles', id)
    expect((await desk.save('media', picture, { [field]: 'Other words' })).status).toBe(200)
    expect(await digestOf('articles', id)).not.toBe(before)
  })

  it('a focal point is none, and stays as it is from the sign-off on', async () => {
    const picture = await redPicture()
    const id = await desk.anArticle({ leadImage: picture })
    const before = await digestOf('articles', id)
    const cut = (focalX: number) =>
      newsroom.payload.update({ collection: 'media', id: picture, data: { focalX, focalY: 10 }, overrideAccess: true })
    await cut(10)
    expect(await digestOf('articles', id)).toBe(before)
    await desk.approved('articles', id)
    await expect(cut(90)).rejects.toMatchObject({ data: { entries: [{ code: 'media_in_use' }] } })
  })
})

describe('what cannot be kept as it was sent', () => {
  // Guard: normalizeInput(). Without it the headline was stored as U+FFFD, or cut off at the U+0000.
  it.each([
    ['half a character', '\ud83d'],
    ['the other half', 'a\ude00b'],
    ['U+0000', 'a\0b'],
  ])('%s is refused everywhere', async (_what, text) => {
    for (const body of [
      { headline: text },
      { headline: 'H', body: aText(text) },
      { headline: 'H', seo: { title: text } },
      { headline: 'H', credits: [{ creditedAs: text }] },
    ]) {
      const answer = await newsroom.ask('POST', '/api/articles', { as: 'editor', body })
      expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
    }
    const id = await create('articles', { headline: 'Kept' })
    expect((await desk.save('articles', id, { headline: text })).status).toBe(400)
    expect((await draftOf('articles', id)).headline).toBe('Kept')
  })

  it.each([2 ** 53, -(2 ** 53), 1e21])('the number %d is refused', async (rank) => {
    const answer = await newsroom.ask('POST', '/api/news-teasers', { as: 'editor', body: { headline: 'H', rank } })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_value']])
  })

  it.each([100, 1_000, 30_000])('a text nested %d times is refused, and says so in a few words', async (levels) => {
    const open = '{"type":"quote","children":['.repeat(levels)
    const body = `{"headline":"Deep","body":{"root":{"type":"root","children":[${open}${']}'.repeat(levels)}]}}}`
    const answer = await send(body)
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'invalid_value'])
    expect(answer.body.errors[0].message).toMatch(/nested/)
    expect(answer.body.errors[0].message.length).toBeLessThan(300)
  })

  it('a body of 5 MB is refused', async () => {
    const answer = await send(JSON.stringify({ headline: 'Long', body: aText('x'.repeat(5_000_000)) }))
    expect([answer.status, codesOf(answer)]).toEqual([413, ['too_large']])
  })

  /** JSON as it is: `JSON.stringify` itself gives up where the nesting is deep. */
  async function send(body: string) {
    const login = await newsroom.ask('POST', '/api/users/login', {
      body: { email: 'editor2@imprimatur.example', password: 'a password for tests only' },
    })
    const headers = { 'content-type': 'application/json', authorization: `JWT ${String(login.body.token)}` }
    const response = await fetch(`${newsroom.url}/api/articles`, { method: 'POST', headers, body })
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
  }
})

describe.skipIf(!python)(
  'docs/verify-digest.py and verify-document.py, which share no code with what they verify',
  () => {
    const run = async (script: string, collection: string, id: string, origin = newsroom.url) => {
      const address = `${origin}/api/${collection}/${id}`
      return (await promisify(execFile)('python3', [`docs/${script}`, address], { encoding: 'utf8' })).stdout
    }
    const verify = (collection: string, id: string) => run('verify-digest.py', collection, id)

    it('comes to the same digest for an imported page: its article, author and teasers', async () => {
      const text = readFileSync(existsSync(SEED) ? SEED : 'demo/page.txt', 'utf8')
      const imported = await newsroom.ask('POST', '/api/import', { as: 'editor', body: { text, file: 'page.txt' } })
      expect(imported.body.result, JSON.stringify(imported.body)).toMatchObject({ made: 4 })
      // The author first, as the article names them.
      for (const [collection, count] of [
        ['authors', 1],
        ['articles', 1],
        ['news-teasers', 2],
      ] as const) {
        const found = await newsroom.ask('GET', `/api/${collection}?draft=true&where[source.kind][exists]=true`, {
          as: 'editor',
        })
        expect(found.body.docs).toHaveLength(count)
        for (const { id } of found.body.docs) {
          await desk.published(collection, id)
          expect(await verify(collection, id)).toContain((await desk.dossier(collection, id)).live.digest)
        }
      }
    })

    it('comes to the same digest for names, numbers and characters that JSON writes in more than one way', async () => {
      const body = aText(
        'Astral: 😀, quotes: " \\ /, controls: \u0001\u001f\u007f\u0085\u2028 \b\f\n\r\t',
      ) as unknown as Odd
      const [paragraph] = body.root.children
      // Names sorted by UTF-16 code units stand in another order than by code points: U+1F600 before U+FB33.
      Object.assign(paragraph ?? {}, { '😀': 1, '\ufb33': 2, '€': 3, '10': 4, '9': 5, A: 6, a: 7, '"': 8, '\u0001': 9 })
      const numbers = [
        0,
        -0,
        1.5,
        -1.5,
        1e21,
        1e20,
        123456789012345680000,
        1e-6,
        1e-7,
        5e-324,
        1.7976931348623157e308,
        0.1,
        2 ** 53,
      ]
      Object.assign(paragraph ?? {}, { numbers, literals: [null, true, false, '', [], {}] })
      const id = await desk.published('articles', await desk.anArticle({ headline: 'Odd “😀” \u0001', body }))
      expect(await verify('articles', id)).toContain((await desk.dossier('articles', id)).live.digest)
    })

    it('comes to the same digest for every kind of node, and names what stands beside the content', async () => {
      const targets = {
        picture: await redPicture(),
        article: await desk.published('articles', await desk.anArticle()),
        author: await desk.publicAuthor(),
      }
      const id = await desk.published(
        'articles',
        await desk.anArticle({ headline: 'All', body: everyNode(targets), leadImage: targets.picture }),
      )
      expect(await verify('articles', id)).toContain((await desk.dossier('articles', id)).live.digest)
      const said = await run('verify-document.py', 'articles', id)
      expect(said).toMatch(/^signed off: _media, body, byline, credits, headline, language, leadImage, slug$/m)
      expect(said).toMatch(/^beside it: .*wordCount/m)
    })

    it.each([
      ['verify-digest.py', /imprimatur$/, /The content has sha256:\w+, not sha256:/],
      ['verify-document.py', /depth=0$/, /The document does not say what was signed off: headline/],
    ])('says so when something was changed on the way: %s', async (script, changed, words) => {
      const id = await desk.published('articles', await desk.anArticle({ headline: 'As signed' }))
      const between = createServer((req, res) => {
        const target = req.url ?? ''
        void fetch(newsroom.url + target)
          .then((answer) => answer.text())
          .then((text) => res.end(changed.test(target) ? text.replaceAll('As signed', 'Not as signed') : text))
      }).listen(0, '127.0.0.1')
      await once(between, 'listening')
      const { port } = between.address() as AddressInfo
      await expect(run(script, 'articles', id, `http://127.0.0.1:${String(port)}`)).rejects.toThrow(words)
      between.close()
    })

    // Guard: the comparison with the live digest in proof.ts. Without it the proof had the sign-offs of another text.
    it('has nothing to verify where somebody changed the public row past the workflow', async () => {
      const id = await desk.published('articles', await desk.anArticle({ headline: 'As signed' }))
      const place = { table: 'articles', by: ['id', id] as [string, string], column: 'headline' }
      await changeByHand(newsroom.payload, place, () => 'Not as signed')
      await expect(verify('articles', id)).rejects.toThrow('500')
      await changeByHand(newsroom.payload, place, () => 'As signed')
      expect(await verify('articles', id)).toContain((await desk.dossier('articles', id)).live.digest)
    })
  },
)

type Odd = { root: { children: Record<string, unknown>[] } }

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
