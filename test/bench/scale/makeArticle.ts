import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { alphabetKey } from '../../../packages/plugin-imprimatur/src/hardening/alphabet/alphabetKey.ts'
import {
  countWords,
  excerpt,
  lexicalToText,
  readingMinutes,
  textToLexical,
} from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { BETWEEN_TEXTS, tokensOf } from '../../../packages/plugin-imprimatur/src/domain/search/index.ts'
import {
  appendToChain,
  fold,
  type Digest,
  type WorkflowEvent,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import type { Row, Template, World } from './templates.ts'

/** A text that many articles have, with what follows from it. */
export type Body = {
  readonly json: string
  readonly canonical: string
  readonly text: string
  readonly tokens: ReadonlySet<string>
  readonly columns: Row
}

export function aBody(paragraphs: readonly string[], excerptWords: number): Body {
  const body = textToLexical(paragraphs)
  const text = lexicalToText(body)
  const { text: short, truncated } = excerpt(text, excerptWords, 'en')
  return {
    json: JSON.stringify(body),
    canonical: canonicalize({ root: { type: 'root', children: paragraphs.map(aParagraph) } }) ?? '',
    text,
    tokens: tokensOf(text),
    columns: {
      excerpt: short,
      excerpt_truncated: Number(truncated),
      excerpt_manual: 0,
      word_count: countWords(text, 'en'),
      reading_minutes: readingMinutes(text, 'en'),
    },
  }
}

/** A paragraph as it is content: without what an editor leaves as it is. */
function aParagraph(text: string): object {
  return { type: 'paragraph', children: [{ type: 'text', text }] }
}

/** What is one article's own. */
export type Own = {
  readonly id: string
  /** Its number, for what has to be unique. */
  readonly nth: number
  readonly headline: string
  readonly slug: string
  readonly standfirst: string
  readonly kicker: string
  readonly genre: string
  readonly body: Body
  readonly section: string
  readonly authors: World['authors']
  readonly topics: World['topics']
  /** When its last event was, in milliseconds. */
  readonly at: number
}

/** Rows by the names of their tables. */
export type Made = Readonly<Record<string, readonly Row[]>>

/** What a piece is found by, of what readers have or of what only staff may see. */
export type Found = { readonly side: 'search_live' | 'search_newest'; readonly at: number; readonly row: Row }

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** An article like the template, with texts, references, times, digests and a chain of its own. */
export function makeArticle(
  template: Template,
  own: Own,
  newId: (bytes: number) => string,
): { made: Made; found: Found[] } {
  const { rows } = template
  const last = template.events.at(-1)
  const shift = own.at - Date.parse(last?.at ?? '')
  const moved = <T>(value: T): T =>
    (typeof value === 'string' && ISO.test(value) ? new Date(Date.parse(value) + shift).toISOString() : value) as T
  const inTime = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, moved(value)]))
  const headlines = template.headlines.map((of) => headlineOf(own, template.headlines.lastIndexOf(of), template))
  const digests = new Map(
    [...template.versionOf].map(([of, nth]) => [of, digestFor(template, own, headlines[nth] ?? '')]),
  )
  const piece = `articles:${own.id}`
  const events = chainFor(template, piece, digests, moved)
  const state = fold(events)
  const columns = columnsFor(own)
  const byline = columns.byline
  const articleRow: Row = { ...inTime(rows.article), ...columns, id: own.id }
  const live = state.live && headlines[template.versionOf.get(liveDigest(template)) ?? 0]
  withHeadline(articleRow, '', live ?? headlines.at(-1) ?? '')
  const dossierId = newId(16)
  const newest = headlines.at(-1) ?? ''
  const digest = digests.get(String(rows.dossier.digest)) ?? ''
  const made: Record<string, Row[]> = {
    articles: [articleRow],
    articles_credits: own.authors.map(({ id }, at) => ({
      ...rows.credit,
      _order: at + 1,
      _parent_id: own.id,
      id: newId(12),
      author_id: id,
    })),
    articles_rels: own.topics.map(({ id }, at) => ({
      ...rows.topic,
      id: null,
      order: at + 1,
      parent_id: own.id,
      topics_id: id,
    })),
    _articles_v: [],
    _articles_v_version_credits: [],
    _articles_v_rels: [],
    workflow_events: events.map((event) => eventRow(event, newId(16))),
    dossiers: [
      {
        ...inTime(rows.dossier),
        id: dossierId,
        piece,
        piece_id: own.id,
        title: newest,
        digest,
        stage_since: state.stageSince,
        words: columns.word_count ?? null,
        state: JSON.stringify(state),
      },
    ],
    dossiers_texts: [
      ...rows.texts.map((row) => ({ ...row, id: null, parent_id: dossierId })),
      ...[`genre:${own.genre}`, `section:${own.section}`].map((text, at) => ({
        id: null,
        order: at + 1,
        parent_id: dossierId,
        path: 'attributes',
        text,
      })),
    ],
    change_log: [],
  }
  for (const [nth, version] of rows.versions.entries()) {
    const id = newId(16)
    const row: Row = { ...inTime(version.row), id, parent_id: own.id }
    for (const [name, value] of Object.entries(columns)) row[`version_${name}`] = value
    withHeadline(row, 'version_', headlines[nth] ?? '')
    made._articles_v?.push(row)
    for (const [at, author] of own.authors.entries())
      made._articles_v_version_credits?.push({
        ...version.credit,
        id: newId(16),
        _uuid: made.articles_credits?.[at]?.id ?? null,
        _order: at + 1,
        _parent_id: id,
        author_id: author.id,
      })
    for (const [at, topic] of own.topics.entries())
      made._articles_v_rels?.push({ ...version.topic, id: null, order: at + 1, parent_id: id, topics_id: topic.id })
  }
  if (rows.change && state.live)
    made.change_log?.push({
      ...inTime(rows.change),
      id: newId(16),
      address: `${piece}/${own.slug}`,
      piece,
      piece_id: own.id,
      slug: own.slug,
      digest: state.live.digest,
      noted: own.at * 1000,
    })
  const found: Found[] = []
  const text = (side: Found['side'], headline: string, of: string, since: string): Found => ({
    side,
    at: Date.parse(since),
    row: {
      piece,
      digest: of,
      at: Date.parse(since),
      title: headline,
      text: [own.body.text, own.kicker, own.standfirst, String(byline), ...own.topics.map(({ name }) => name)].join(
        BETWEEN_TEXTS,
      ),
    },
  })
  if (state.live) found.push(text('search_live', live ?? '', state.live.digest, state.live.since))
  if (state.live?.digest !== digest) found.push(text('search_newest', newest, digest, state.stageSince))
  return { made, found }
}

/** The last version that says the same has the article's headline; older ones had others. */
function headlineOf(own: Own, nth: number, { headlines }: Template): string {
  const newest = headlines.lastIndexOf(headlines.at(-1) ?? '')
  return nth === newest ? own.headline : `${own.headline}, draft ${nth + 1}`
}

function liveDigest({ events }: Template): string {
  return events.findLast(({ transition }) => transition === 'publish')?.digest ?? ''
}

function columnsFor(own: Own): Row {
  const byline = bylineOf(own.authors)
  return {
    standfirst: own.standfirst,
    body: own.body.json,
    byline,
    kicker: own.kicker,
    slug: own.slug,
    section_id: own.section,
    genre: own.genre,
    ...own.body.columns,
    kicker_sort_key: keyOf(own.kicker),
    byline_sort_key: keyOf(byline),
  }
}

function withHeadline(row: Row, prefix: '' | 'version_', headline: string): void {
  row[`${prefix}headline`] = headline
  row[`${prefix}headline_sort_key`] = alphabetKey(headline)
}

const keys = new Map<string, string>()
function keyOf(text: string): string {
  const known = keys.get(text) ?? alphabetKey(text) ?? ''
  keys.set(text, known)
  return known
}

function bylineOf(authors: World['authors']): string {
  const names = authors.map(({ name }) => name)
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '')
}

/** The digest of the canonical form (RFC 8785), which is put together here: the form of a body is made once for all that have it. */
export function digestFor({ content }: Template, own: Own, headline: string): Digest {
  const [credit] = content.credits as Readonly<Record<string, unknown>>[]
  const owns: Readonly<Record<string, unknown>> = {
    headline,
    slug: own.slug,
    standfirst: own.standfirst,
    kicker: own.kicker,
    genre: own.genre,
    section: own.section,
    byline: bylineOf(own.authors),
    credits: own.authors.map(({ id }) => ({ ...credit, author: id })),
    topics: own.topics.map(({ id }) => id),
  }
  const parts = Object.keys(content)
    .sort()
    .map(
      (name) =>
        `${JSON.stringify(name)}:${name === 'body' ? own.body.canonical : (canonicalize(owns[name] ?? content[name]) ?? '')}`,
    )
  return `sha256:${createHash('sha256')
    .update(`{${parts.join(',')}}`, 'utf8')
    .digest('hex')}`
}

function chainFor(
  { events }: Template,
  piece: string,
  digests: ReadonlyMap<string, Digest>,
  moved: (at: string) => string,
): readonly WorkflowEvent[] {
  const chain: WorkflowEvent[] = []
  for (const { seq: _seq, prevHash: _prevHash, hash: _hash, ...draft } of events) {
    const before = chain.at(-1)
    const digest = digests.get(draft.digest) ?? draft.digest
    const own = { ...draft, piece, digest, at: moved(draft.at) }
    chain.push(appendToChain(own, { seq: before?.seq ?? 0, head: before?.hash ?? null }))
  }
  return chain
}

function eventRow(event: WorkflowEvent, id: string): Row {
  const { accounts, after, afterFastTrack, prevHash, writers, ...plain } = event
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  return {
    ...(plain as unknown as Row),
    id,
    accounts: json(accounts),
    after: json(after),
    after_fast_track: afterFastTrack ?? null,
    prev_hash: prevHash,
    writers: json(writers),
  }
}
