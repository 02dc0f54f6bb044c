import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import ArticlePage from '../../src/app/(site)/articles/[slug]/page.tsx'
import AuthorPage from '../../src/app/(site)/authors/[slug]/page.tsx'
import FrontPage from '../../src/app/(site)/page.tsx'
import { publicReads } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { runtimeOf as settings } from '../../packages/plugin-imprimatur/src/index.ts'
import { aviary, cage, collectionOf, dossiers, type Piece, type Refs } from '../helpers/canaries.ts'
import {
  askAll,
  closedTo,
  graphqlQuestions,
  pathsOf,
  questionsAbout,
  restQuestions,
  schemaOf,
  type Answers,
  type Question,
} from '../helpers/crawl.ts'
import { openNewsroom, PASSWORD, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { renderPage } from '../unit/site/renderPage.ts'

/**
 * Texts that stand nowhere else are planted in everything that is not public: every field of text of every piece at every stage, below and
 * over live pieces, pictures, people, reasons, pieces that were public once. Then everything that anybody can ask without a login is asked,
 * as the config and the schema have it, before and after. None of the texts may be heard, and no answer may differ.
 *
 * A field, a route or a query that is added is asked for by itself. Each guard that was taken out to see this red is named at its test.
 */
let newsroom: TestNewsroom
const own = cage()
const NOW = new Date('2026-06-01T12:00:00.000Z')
const LATER = '2026-07-01T12:00:00.000Z'
const PIECES = ['articles', 'authors', 'news-teasers'] as const
const STAGES = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'spiked'] as const
const OVER = ['draft', 'changes_requested', 'scheduled'] as const

/** What readers may ask for by name: everything that was there before the canaries. */
const known: Record<string, { ids: string[]; slugs: string[] }> = {}
const hidden: (Piece & { stage: string })[] = []
const lives: Piece[] = []
/** Those of them over which a revision is laid, with the stage that it gets to. */
const revised: (Piece & { stage: string })[] = []
let before: Answers
let after: Answers
let contributorBefore: Answers
let contributorAfter: Answers

const pictureWith = async (name: string, text: (field: string) => string): Promise<string> => {
  const texts = { alt: text('alt'), caption: text('caption'), credit: text('credit') }
  return (await aPicture(newsroom, { name: `${name}.png`, ...texts })).id
}

beforeAll(async () => {
  newsroom = await openNewsroom({ now: () => NOW })
  const make = aviary(newsroom, own, LATER)
  const { payload } = newsroom

  // The desk.
  const person = await payload.create({
    collection: 'users',
    data: {
      name: own.plant('name of a user', 'desk'),
      email: `${own.plant('address of a user', 'desk')}@imprimatur.example`,
      password: PASSWORD,
      roles: ['editor'],
    },
    overrideAccess: true,
  })

  // The public side: pieces that stay as they are, and pieces that get a next revision.
  const filing = { ...(await fileUnder('sections')), ...(await fileUnder('topics')), ...(await fileUnder('places')) }
  const shown = await pictureWith('public', (field) => `Public ${field}`)
  const author = await make.plain('authors', 'Public Author', {})
  await payload.update({ collection: 'users', id: person.id, data: { author: author.id }, overrideAccess: true })
  await make.save('PATCH', `/api/sections/${filing.sections}`, { desk: [person.id] })
  const refs: Refs = { ...filing, authors: author.id, media: shown }
  const moved = await make.plain('articles', 'Moved', refs, { slug: 'moved-from' })
  lives.push(author, moved)
  for (const collection of PIECES)
    for (const stage of OVER) {
      const live = await make.plain(collection, `Live ${stage}`, refs, { slug: `live-${stage.replaceAll('_', '-')}` })
      lives.push(live)
      revised.push({ ...live, stage })
    }

  // What was public once. Its slugs are, or were, known to everybody.
  const file = own.plant('file of a picture that was shown', 'desk')
  const unshown = await pictureWith(file, (field) => own.plant(`shown ${field}`, 'desk'))
  const former: (Piece & { stage: string })[] = []
  for (const collection of PIECES)
    for (const stage of ['withdraw', 'retract', 'replaced'])
      former.push({
        ...(await make.full(collection, stage, { ...refs, media: unshown }, { slug: `was-${stage}` })),
        stage,
      })
  await make.bring(
    [...lives, ...former].map((piece) => ({ ...piece, stage: 'published' })),
    false,
  )
  for (const piece of former) if (piece.stage === 'replaced') await make.emptied(piece, 'Replaced', refs)
  await make.save('PATCH', `/api/articles/${moved.id}`, { slug: 'moved-to' })
  const again = [moved, ...former.filter(({ stage }) => stage === 'replaced')]
  await make.bring(
    again.map((piece) => ({ ...piece, stage: 'published' })),
    false,
  )
  await make.bring(former.filter(({ stage }) => stage !== 'replaced'))
  hidden.push(...former.filter(({ stage }) => stage === 'withdraw'))

  const slugs = ['live-draft', 'live-scheduled', 'was-withdraw', 'was-retract', 'was-replaced', 'moved-from', 'nothing']
  for (const collection of PIECES) {
    const ids = [...lives, ...former].filter((each) => each.collection === collection).map(({ id }) => id)
    known[collection] = { ids: [...ids.slice(0, 2), ...ids.slice(-3), 'nothing'], slugs }
  }
  for (const [collection, id] of Object.entries({ ...filing, media: shown }))
    known[collection] = { ids: [id, 'nothing'], slugs: [] }
  const questions = await readersQuestions()
  before = await crawl(questions)
  contributorBefore = await askAll(newsroom, contributorsQuestions(), 'contributor')

  // The canaries.
  const picture = await pictureWith(own.plant('file of a picture', 'desk'), (field) =>
    own.plant(`picture ${field}`, 'desk'),
  )
  const draftRefs: Refs = { ...refs, media: picture, users: String(person.id) }
  const planted: (Piece & { stage: string })[] = []
  for (const collection of PIECES) {
    for (const stage of STAGES) planted.push({ ...(await make.full(collection, stage, draftRefs)), stage })
    const trashed = await make.full(collection, 'trash', draftRefs)
    await make.save('PATCH', `/api/${collection}/${trashed.id}`, { deletedAt: NOW.toISOString() })
    hidden.push({ ...trashed, stage: 'trash' })
  }
  planted.push({ ...(await make.full('articles', 'embargoed', draftRefs, { embargoUntil: LATER })), stage: 'approved' })
  for (const live of revised) await make.over(live, `${live.stage} over live`, draftRefs)
  await make.bring([...planted, ...revised])
  hidden.push(...planted)
  const [aDraft, aTeaser] = [idOf('articles'), idOf('news-teasers')]
  await newsroom.ask('POST', '/api/globals/front', {
    as: 'editor',
    body: { lead: aDraft, list: [aDraft], rail: [aTeaser] },
  })
  after = await crawl(questions)
  contributorAfter = await askAll(newsroom, contributorsQuestions(), 'contributor')
}, 480_000)
afterAll(async () => {
  await newsroom.close()
})

const idOf = (collection: string) => hidden.find((each) => each.collection === collection)?.id

async function fileUnder(collection: 'sections' | 'topics' | 'places') {
  const body = { name: `Public ${collection}`, ...(collection === 'places' ? { kind: 'region', m49: '150' } : {}) }
  const answer = await newsroom.ask('POST', `/api/${collection}`, { as: 'editor', body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { [collection]: String(answer.body.doc.id) }
}

async function readersQuestions(): Promise<Question[]> {
  const schema = schemaOf(newsroom.payload)
  const closed = await closedTo(newsroom, schema)
  return [
    ...restQuestions(newsroom.payload, known),
    ...graphqlQuestions(schema, closed, String(known.articles?.ids[0])),
  ]
}

async function crawl(questions: readonly Question[]): Promise<Answers> {
  return new Map([...(await askAll(newsroom, questions)), ...(await pages())])
}

/** The reference site, page by page, as it would be made for a reader. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const reads = publicReads(newsroom.payload)
  const made = new Map<string, string>()
  const page = async (address: string, make: () => Promise<React.ReactNode>) => {
    const { html, verdict } = await renderPage(make, reads, { now: () => NOW })
    made.set(address, `${JSON.stringify(verdict)} ${html}`)
  }
  await page('/', () => FrontPage())
  for (const slug of known.articles?.slugs ?? [])
    await page(`/articles/${slug}`, () => ArticlePage({ params: Promise.resolve({ slug }) }))
  for (const slug of known.authors?.slugs ?? [])
    for (const number of [undefined, '2'])
      await page(`/authors/${slug}?${String(number)}`, () =>
        AuthorPage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({ page: number }) }),
      )
  return made
}

function contributorsQuestions(): Question[] {
  const queries = [
    'limit=100&depth=2',
    'draft=true&limit=100&depth=2',
    'draft=true&sort=slug&limit=2',
    'trash=true',
    'draft=true&trash=true&limit=100',
  ]
  const lists = PIECES.flatMap((slug) => [
    ...queries.map((query) => `/api/${slug}?${query}`),
    ...[
      `/api/${slug}/count`,
      `/api/${slug}/count?draft=true&trash=true`,
      `/api/${slug}/versions?limit=100`,
      `/api/${slug}/versions?trash=true&limit=100`,
    ],
    ...['createdBy', 'changedBy', 'source.key', 'deletedAt'].map(
      (path) => `/api/${slug}?draft=true&where[${path}][exists]=true`,
    ),
  ])
  const ofPieces = lives.flatMap(({ collection, id }) =>
    ['?draft=true&depth=2', '/transitions', '/dossier', '/events', '/imprimatur'].map(
      (end) => `/api/${collection}/${id}${end}`,
    ),
  )
  const all =
    'stage=draft,in_review,changes_requested,approved,scheduled,published,withdrawn,retracted,spiked&limit=100'
  const own = [
    '/api/globals/front',
    `/api/review-queue?${all}`,
    '/api/payload-locked-documents',
    '/api/payload-preferences',
  ]
  return [...lists, ...ofPieces, ...own].map((address) => ({ method: 'GET', address }))
}

/** What was heard, with the question that it was an answer to. */
function heard(answers: Answers, kind?: 'piece' | 'desk'): string[] {
  return [...answers].flatMap(([question, answer]) => own.heardIn(answer, kind).map((place) => `${question}: ${place}`))
}

function differing(one: Answers, other: Answers): string[] {
  return [...one].filter(([question, answer]) => other.get(question) !== answer).map(([question]) => question)
}

describe('the canaries', () => {
  it('are there: staff can hear every one', async () => {
    const lists = ['articles', 'authors', 'news-teasers', 'media', 'users'].flatMap((slug) =>
      [
        `/api/${slug}?draft=true&limit=100&depth=0`,
        `/api/${slug}?draft=true&trash=true&limit=100&depth=0`,
        `/api/${slug}/versions?limit=1000&trash=true&depth=0`,
      ].map((address) => ({ method: 'GET', address })),
    )
    const events = (await dossiers(newsroom)).map(({ collection, id }) => ({
      method: 'GET',
      address: `/api/${collection}/${id}/events`,
    }))
    const answers = [...(await askAll(newsroom, [...lists, ...events], 'editor')).values()].join()
    const silent = own.canaries.filter(({ text }) => !answers.includes(text)).map(({ place }) => place)
    expect(own.canaries.length).toBeGreaterThan(500)
    expect(silent).toEqual([])
  })

  it('are heard in no answer to a reader, and change none', () => {
    expect(before.size).toBeGreaterThan(1200)
    expect(heard(before)).toEqual([])
    expect(heard(after)).toEqual([])
    expect(differing(before, after)).toEqual([])
  })

  it.each([
    ['a reader', undefined, ['articles draft', 'articles trash', 'articles withdraw', 'authors draft']],
    ['a contributor', 'contributor', ['articles draft', 'articles withdraw']],
  ] as const)('are heard in no answer to %s about them, which is the one about nothing', async (_, as, places) => {
    const schema = schemaOf(newsroom.payload)
    const ask = async (collection: string, id: string) => {
      const answers = await askAll(newsroom, questionsAbout(newsroom.payload, schema, collection, id), as)
      return new Map(
        [...answers].map(([question, answer]) => [question.replaceAll(id, 'ID'), answer.replaceAll(id, 'ID')]),
      )
    }
    const none = new Map<string, Answers>()
    for (const place of places) {
      const piece = hidden.find((each) => `${each.collection} ${each.stage}` === place)
      if (!piece) throw new Error(place)
      const { collection, id } = piece
      const nothing = none.get(collection) ?? (await ask(collection, id.replace(/[0-9a-f]{6}$/, '000000')))
      none.set(collection, nothing)
      const about = await ask(collection, id)
      expect(about.size).toBeGreaterThan(80)
      expect(heard(about, as && 'piece'), place).toEqual([])
      expect(differing(about, nothing), place).toEqual([])
    }
  })

  it('are not found by their slugs or their files', async () => {
    const texts = own.canaries.filter(({ place }) => / slug|^file/.test(place)).map(({ text }) => text)
    const { docs } = await newsroom.payload.find({ collection: 'media', limit: 100, overrideAccess: true, depth: 0 })
    const files = (
      docs as { id: string; filename: string; sizes: Record<string, { filename?: string }>; alt: string }[]
    ).filter(({ alt }) => own.heardIn(alt).length > 0)
    const names = files.flatMap(({ filename, sizes }) => [
      filename,
      ...Object.values(sizes).map((size) => size.filename),
    ])
    const asked: Question[] = [
      ...texts.flatMap((text) => PIECES.map((slug) => `/api/${slug}/by-slug/${text}`)),
      ...names.flatMap((name) => (name ? [`/api/media/file/${name}`] : [])),
    ].map((address) => ({ method: 'GET', address }))
    expect(asked.length).toBeGreaterThan(60)
    const nothing = [...PIECES.map((slug) => `${slug}/by-slug/nothing`), 'media/file/nothing.png']
    const answers = await askAll(newsroom, [
      ...asked,
      ...nothing.map((end) => ({ method: 'GET', address: `/api/${end}` })),
    ])
    // Each kind of piece has a name of its own for caches in front.
    for (const place of ['/file/', ...PIECES.map((slug) => `/${slug}/by-slug/`)]) {
      const some = [...answers].filter(([question]) => question.includes(place)).map(([, answer]) => answer)
      expect(some.length).toBeGreaterThan(1)
      expect(new Set(some).size, place).toBe(1)
    }
  })

  // What a contributor's lists of drafts do change by: Payload 3.90 looks for the newest revision only, so that a live piece over which
  // somebody else lays a revision is missing there. docs/operations.md says so.
  it('of others are heard in no answer to a contributor, and change none of theirs but lists of drafts', () => {
    expect(contributorBefore.size).toBeGreaterThan(50)
    expect(heard(contributorAfter, 'piece')).toEqual([])
    expect(
      differing(contributorBefore, contributorAfter).filter((question) => !question.includes('draft=true')),
    ).toEqual([])
  })
})

/** Takes one read guard of the running configuration out, and gives back how to put it in again. */
type Guard = readonly [name: string, takeOut: (payload: Payload) => () => void]

const open = () => true

function accessOf(slug: string, operation: 'read' | 'readVersions'): Guard {
  return [
    `the ${operation} access of ${slug}`,
    (payload) => {
      const { access } = collectionOf(payload, slug)
      const kept = access[operation]
      access[operation] = open
      newsroom.forgetAnswers()
      return () => {
        access[operation] = kept
        newsroom.forgetAnswers()
      }
    },
  ]
}

function fieldAccess(slug: string, name: string): Guard {
  return [
    `the read access of ${slug}.${name}`,
    (payload) => {
      const field = collectionOf(payload, slug).flattenedFields.find((each) => each.name === name)
      if (!field || !('access' in field) || !field.access) throw new Error(name)
      const { access } = field
      const kept = access.read
      access.read = open
      return () => {
        if (kept) access.read = kept
      }
    },
  ]
}

describe('without a guard the canaries are heard', () => {
  const guards: readonly Guard[] = [
    ...PIECES.flatMap((slug) => [accessOf(slug, 'read'), accessOf(slug, 'readVersions')]),
    accessOf('media', 'read'),
    accessOf('users', 'read'),
    accessOf('dossiers', 'read'),
    accessOf('workflow-events', 'read'),
  ]
  it.each(guards)('%s', async (name, takeOut) => {
    const slug = /of ([\w-]+)/.exec(name)?.[1] ?? ''
    const questions = [`/api/${slug}?limit=100`, `/api/${slug}/versions?limit=100`].map((address) => ({
      method: 'GET',
      address,
    }))
    expect(heard(await askAll(newsroom, questions))).toEqual([])
    const putIn = takeOut(newsroom.payload)
    try {
      expect(heard(await askAll(newsroom, questions)).length).toBeGreaterThan(1)
    } finally {
      putIn()
    }
  })

  // The people behind it are for staff too, so both guards have to be out.
  it.each([
    ['sections', 'desk'],
    ['authors', 'logins'],
  ] as const)('the read access of %s.%s, with that of users', async (slug, name) => {
    const questions = [{ method: 'GET', address: `/api/${slug}?limit=100&depth=2` }]
    const putIn = [accessOf('users', 'read'), fieldAccess(slug, name)].map(([, takeOut]) => takeOut(newsroom.payload))
    try {
      expect(heard(await askAll(newsroom, questions)).length).toBeGreaterThan(0)
    } finally {
      for (const each of putIn) each()
    }
  })

  it('the ids of drafts, without what takes them out of the front page', async () => {
    const front = newsroom.payload.config.globals.find(({ slug }) => slug === 'front')
    if (!front) throw new Error('front')
    const question = { method: 'GET', address: '/api/globals/front' }
    const lead = front.fields.find((field) => 'name' in field && field.name === 'lead')
    if (lead?.type !== 'relationship' || !lead.hooks) throw new Error('lead')
    const { hooks } = lead
    lead.hooks = {}
    newsroom.forgetAnswers()
    const told = await askAll(newsroom, [question])
    lead.hooks = hooks
    newsroom.forgetAnswers()
    expect(differing(before, told).length).toBeGreaterThan(0)
    expect([...told.values()].join()).toContain(String(idOf('articles')))
    expect([...(await askAll(newsroom, [question])).values()].join()).not.toContain(String(idOf('articles')))
  })
})

describe('a path that readers have not been given', () => {
  it.each(['articles', 'authors', 'news-teasers', 'media', 'sections', 'topics', 'places', 'users'])(
    'from %s, through up to three relations, is refused in filters, counts and orders',
    async (slug) => {
      const declared = new Set(Object.keys(settings(newsroom.payload).queryable.get(slug) ?? {}))
      const paths = pathsOf(newsroom.payload, slug, 3).filter((path) => !declared.has(path))
      const near = new Set(pathsOf(newsroom.payload, slug, 1))
      const questions = paths.flatMap((path) => [
        `/api/${slug}?where[${path}][exists]=true`,
        ...(near.has(path) ? [`/api/${slug}/count?where[or][0][${path}][equals]=a`, `/api/${slug}?sort=-${path}`] : []),
      ])
      const answers = await askAll(
        newsroom,
        questions.map((address) => ({ method: 'GET', address })),
      )
      const passed = [...answers]
        .filter(([, answer]) => !/^400 .*"code":"field_not_queryable"/.test(answer))
        .map(([question]) => question)
      expect(paths.length).toBeGreaterThan(5)
      expect(passed).toEqual([])
    },
  )
})
