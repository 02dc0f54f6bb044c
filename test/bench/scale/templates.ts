import type Libsql from 'libsql'
import { eventsOf } from '../../../packages/plugin-imprimatur/src/store/eventStore.ts'
import { CodedError } from '../../../packages/plugin-imprimatur/src/errors/index.ts'
import { settleChanges } from '../../../packages/plugin-imprimatur/src/changes/settleChanges.ts'
import { settleSearch } from '../../../packages/plugin-imprimatur/src/search/settleSearch.ts'
import { readNewestRevision } from '../../../packages/plugin-imprimatur/src/store/revision.ts'
import { runtimeOf } from '../../../packages/plugin-imprimatur/src/runtime/context.ts'
import {
  canonicalForm,
  digestOf,
  type WorkflowEvent,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { textToLexical } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import type { Staff, TestNewsroom } from '../../helpers/openNewsroom.ts'

export type Row = Record<string, number | string | null>
export type Content = Readonly<Record<string, unknown>>

/** What the newsroom has besides articles: what articles refer to. */
export type World = {
  readonly authors: readonly { readonly id: string; readonly name: string }[]
  readonly sections: readonly string[]
  readonly topics: readonly { readonly id: string; readonly name: string }[]
}

/** How far an article has come: public, public with a revision that is being written, in review, or a draft. */
export type Kind = 'draft' | 'in_review' | 'published' | 'revised'

/** What the workflow knows of a template. */
export type History = Pick<Template, 'content' | 'events' | 'id'>

/** One article that went through the workflow, as the rows that came of it. Others are made like it. */
export type Template = {
  readonly id: string
  readonly content: Content
  /** The headline of each version, first to last; by them `versionOf` finds the version that a digest is of. */
  readonly headlines: readonly string[]
  readonly versionOf: ReadonlyMap<string, number>
  readonly events: readonly WorkflowEvent[]
  readonly rows: {
    readonly article: Row
    readonly credit: Row
    readonly topic: Row
    readonly versions: readonly { readonly row: Row; readonly credit: Row; readonly topic: Row }[]
    readonly dossier: Row
    readonly texts: readonly Row[]
    readonly change: Row | undefined
  }
}

export type Templates = { readonly world: World; readonly kinds: Readonly<Record<Kind, Template>> }

const COUNTS = { authors: 25, sections: 10, topics: 40 }

const NAMES = ['Ama', 'Luis', 'Zoë', 'Ngozi', 'Pavel', 'Ingrid', 'Tariq', 'Mei', 'Rosa', 'Jonas']
const SURNAMES = ['Boateng', 'Ortega', 'Lindqvist', 'Okafor', 'Novák', 'Haddad']

/** Makes people, sections and topics, and one article of each kind, all through the workflow. */
export async function makeTemplates(
  newsroom: TestNewsroom,
): Promise<{ world: World; made: Readonly<Record<Kind, string>> }> {
  const { ask } = newsroom
  const create = async (collection: string, body: object, as: Staff = 'editor'): Promise<string> => {
    const answer = await ask('POST', `/api/${collection}`, { as, body })
    if (answer.status !== 201) throw new Error(`${collection}: ${JSON.stringify(answer.body)}`)
    return String(answer.body.doc.id)
  }
  const submit = async (collection: string, id: string): Promise<string> => {
    const { digest } = (await ask('GET', `/api/${collection}/${id}/transitions`, { as: 'editor' })).body
    await move(collection, id, 'submit', 'editor', digest)
    return digest as string
  }
  const move = async (collection: string, id: string, transition: string, as: Staff, digest: string): Promise<void> => {
    const answer = await ask('POST', `/api/${collection}/${id}/transitions`, { as, body: { transition, digest } })
    if (answer.status !== 200) throw new Error(`${transition}: ${JSON.stringify(answer.body)}`)
  }
  const publish = async (collection: string, id: string): Promise<void> => {
    const digest = await submit(collection, id)
    await move(collection, id, 'sign_off', 'reviewer', digest)
    await move(collection, id, 'publish', 'publisher', digest)
  }
  const save = async (id: string, headline: string): Promise<void> => {
    const answer = await ask('PATCH', `/api/articles/${id}`, { as: 'editor', body: { headline } })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  const authors: { id: string; name: string }[] = []
  for (let nth = 0; nth < COUNTS.authors; nth++) {
    const [first = '', last = ''] = [NAMES[nth % NAMES.length], SURNAMES[Math.floor(nth / NAMES.length)]]
    const name = `${first} ${last}`
    const biography = textToLexical([`${name} writes for this magazine.`])
    const id = await create('authors', { displayName: name, sortName: `${last}, ${first}`, biography, shortBio: name })
    await publish('authors', id)
    authors.push({ id, name })
  }
  const sections: string[] = []
  for (let nth = 1; nth <= COUNTS.sections; nth++)
    sections.push(await create('sections', { name: `Section ${nth}` }, 'admin'))
  const topics: { id: string; name: string }[] = []
  for (let nth = 1; nth <= COUNTS.topics; nth++) {
    const name = `Topic ${nth}`
    topics.push({ id: await create('topics', { name }), name })
  }
  const anArticle = (headline: string) =>
    create('articles', {
      headline,
      kicker: 'Kicker',
      standfirst: 'A standfirst.',
      body: textToLexical(['The text of a template.']),
      section: sections[0],
      topics: [topics[0]?.id],
      credits: [{ author: authors[0]?.id, role: 'author' }],
      genre: 'analysis',
      language: 'en',
    })
  const [published, revised, inReview, draft] = [
    await anArticle('published 1'),
    await anArticle('revised 1'),
    await anArticle('in_review 1'),
    await anArticle('draft 1'),
  ]
  await save(published, 'published 2')
  await publish('articles', published)
  await publish('articles', revised)
  await save(revised, 'revised 2')
  for (const nth of [2, 3]) await save(inReview, `in_review ${nth}`)
  await submit('articles', inReview)
  for (const nth of [2, 3]) await save(draft, `draft ${nth}`)
  await settled(() => settleChanges(newsroom.payload))
  await settleSearch(newsroom.payload)
  return {
    world: { authors, sections, topics },
    made: { published, revised, in_review: inReview, draft },
  }
}

/** Who asks for the changes of a new newsroom is sent away after a while, and they are written down all the same. */
async function settled(settle: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await settle()
      return
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
    }
  }
}

/** The template as the workflow knows it. */
export async function readHistory({ payload }: TestNewsroom, id: string): Promise<History> {
  const articles = runtimeOf(payload).collections.get('articles')
  const revision = articles && (await readNewestRevision({ payload }, articles, id))
  if (!revision) throw new Error('A template is missing.')
  return {
    id,
    content: JSON.parse(revision.canonical) as Content,
    events: await eventsOf({ payload }, `articles:${id}`),
  }
}

/** The rows of a template. */
export function readTemplate(db: Libsql.Database, { content, events, id }: History): Template {
  const all = (query: string, ...values: unknown[]): Row[] => db.prepare(query).all(...values) as Row[]
  const one = (query: string, ...values: unknown[]): Row => {
    const [row, ...others] = all(query, ...values)
    if (!row || others.length > 0) throw new Error(`${query}: ${others.length + (row ? 1 : 0)} rows`)
    return row
  }
  const versions = all('select * from _articles_v where parent_id = ? order by updated_at', id).map((row) => ({
    row,
    credit: one('select * from _articles_v_version_credits where _parent_id = ?', row.id),
    topic: one('select * from _articles_v_rels where parent_id = ?', row.id),
  }))
  const dossier = one('select * from dossiers where piece = ?', `articles:${id}`)
  const headlines = versions.map(({ row }) => String(row.version_headline))
  const versionOf = new Map(
    headlines.map((headline, nth) => [digestOf(canonicalForm({ ...content, headline }, [])), nth]),
  )
  for (const { digest } of events) if (!versionOf.has(digest)) throw new Error(`${digest} is of no version.`)
  return {
    id,
    content,
    headlines,
    versionOf,
    events,
    rows: {
      article: one('select * from articles where id = ?', id),
      credit: one('select * from articles_credits where _parent_id = ?', id),
      topic: one('select * from articles_rels where parent_id = ?', id),
      versions,
      dossier,
      texts: all(`select * from dossiers_texts where parent_id = ? and path <> 'attributes'`, dossier.id),
      change: all('select * from change_log where piece = ?', `articles:${id}`)[0],
    },
  }
}
