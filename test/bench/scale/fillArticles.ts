import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'libsql'
import { idOfPosting } from '../../../packages/plugin-imprimatur/src/search/postings.ts'
import { tokensOf, type Tier } from '../../../packages/plugin-imprimatur/src/domain/search/index.ts'
import { build } from '../../helpers/build.ts'
import { openNewsroom } from '../../helpers/openNewsroom.ts'
import { aBody, makeArticle, type Body, type Found, type Own } from './makeArticle.ts'
import { randomFrom, RandomTexts, zipf } from './randomTexts.ts'
import {
  makeTemplates,
  readHistory,
  readTemplate,
  type History,
  type Kind,
  type Row,
  type Template,
  type World,
} from './templates.ts'

const SEED = 20_261_129
const BODIES = 300
const GENRES = ['analysis', 'opinion', 'report', 'interview', 'editorial']
const KICKERS = ['Trade', 'Climate', 'Letters', 'The long read', 'Defence', 'Books', 'Cities', 'Ideas']
/** The newest articles, one each three quarters of an hour before. */
const APART_MS = 45 * 60_000
/** The last article is as old as this, so that no other time of the newsroom is before it. */
const NEWEST = Date.parse('2026-01-01T00:00:00.000Z')

/** Where the newsroom is that was filled, and what to ask of it. */
export type Filled = {
  readonly dir: string
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  readonly articles: number
  readonly world: World
  /** Public, the newest first. */
  readonly slugs: readonly string[]
}

/** In a hundred articles: two are drafts, one is in review and two are public with a revision that somebody writes. */
function kindOf(nth: number): Kind {
  const rest = nth % 100
  return rest < 2 ? 'draft' : rest === 2 ? 'in_review' : rest < 5 ? 'revised' : 'published'
}

/**
 * A newsroom on SQLite with so many articles of some 450 words, three versions each, whose authors and topics follow Zipf's law: the same articles
 * each time, but for ids. Four articles go through the workflow over HTTP; the others are copies of their rows with texts, references, digests
 * and chains of their own, written past everything, on which `npm run audit` has nothing to say.
 *
 * @param root has a folder for each size; one that was filled before is taken as it is
 */
export async function fillArticles(root: string, articles: number, say: (what: string) => void): Promise<Filled> {
  const dir = path.join(root, String(articles))
  const notes = path.join(dir, 'filled.json')
  if (existsSync(notes)) return JSON.parse(await readFile(notes, 'utf8')) as Filled
  const { histories, world } = await templatesIn(path.join(root, 'templates'))
  say('The templates are there.')
  await cp(path.join(root, 'templates'), dir, { recursive: true })
  const file = databaseIn(dir)
  const db = new Database(file)
  const templates = Object.fromEntries(
    Object.entries(histories).map(([kind, history]) => [kind, readTemplate(db, history)]),
  ) as Record<Kind, Template>
  const slugs = fillRows(db, { articles, templates, world }, say)
  db.close()
  const filled: Filled = { dir, file, env: environmentIn(dir), articles, world, slugs }
  await writeFile(notes, JSON.stringify(filled))
  return filled
}

type Made = { readonly world: World; readonly histories: Readonly<Record<Kind, History>> }

/** The newsroom that all sizes begin with; made once. */
async function templatesIn(dir: string): Promise<Made> {
  const notes = path.join(dir, 'templates.json')
  if (existsSync(notes)) return JSON.parse(await readFile(notes, 'utf8')) as Made
  await mkdir(dir, { recursive: true })
  Object.assign(process.env, environmentIn(dir))
  // The newsroom takes the plugin as it is compiled.
  await build('buildServer')
  const newsroom = await openNewsroom({ env: environmentIn(dir) })
  const { made, world } = await makeTemplates(newsroom)
  const histories: Partial<Record<Kind, History>> = {}
  for (const [kind, id] of Object.entries(made)) histories[kind as Kind] = await readHistory(newsroom, id)
  await newsroom.close()
  const all = { world, histories: histories as Made['histories'] }
  await writeFile(notes, JSON.stringify(all))
  return all
}

function environmentIn(dir: string): Readonly<Record<string, string>> {
  return {
    DATA_DIR: path.join(dir, 'data'),
    UPLOADS_DIR: path.join(dir, 'uploads'),
    PAYLOAD_SECRET: 'a secret for this only',
  }
}

function databaseIn(dir: string): string {
  return path.join(dir, 'data', 'imprimatur.db')
}

function fillRows(
  db: Database.Database,
  { articles, templates, world }: { articles: number; templates: Readonly<Record<Kind, Template>>; world: World },
  say: (what: string) => void,
): string[] {
  for (const pragma of [
    'wal_checkpoint(truncate)',
    'journal_mode = off',
    'synchronous = off',
    'cache_size = -500000',
    'foreign_keys = off',
  ])
    db.exec(`pragma ${pragma}`)
  const withoutIndexes = setIndexesAside(db)
  db.exec('begin')
  const writer = new Writer(db)
  const random = randomFrom(SEED)
  const texts = new RandomTexts(random)
  const bodies = Array.from({ length: BODIES }, () => aBody(texts.paragraphs(250 + Math.floor(random() * 400)), 30))
  const [author, topic, section] = [
    zipf(random, world.authors.length),
    zipf(random, world.topics.length),
    zipf(random, world.sections.length),
  ]
  const index = { search_live: new Index(), search_newest: new Index() }
  const slugs: string[] = []
  let number = 10_000
  const changes = new Changes(db)
  for (let nth = 0; nth < articles; nth++) {
    const body = bodies[Math.floor(random() * BODIES)]
    if (!body) throw new Error('There is no such body.')
    const kind = kindOf(articles - nth)
    const own: Own = {
      id: newId(16),
      nth,
      headline: `${texts.line(5 + Math.floor(random() * 5))} ${nth}`,
      slug: `article-${nth}`,
      standfirst: `${texts.line(18)}.`,
      kicker: KICKERS[Math.floor(random() * KICKERS.length)] ?? '',
      genre: GENRES[Math.floor(random() * GENRES.length)] ?? '',
      body,
      section: world.sections[section()] ?? '',
      authors: several(world.authors, author, random() < 0.2 ? 2 : 1),
      topics: several(world.topics, topic, 1 + Math.floor(random() * 4)),
      at: NEWEST - (articles - nth) * APART_MS,
    }
    const { made, found } = makeArticle(templates[kind], own, newId)
    if (kind === 'published') slugs.unshift(own.slug)
    for (const [table, rows] of Object.entries(made))
      writer.write(table, table === 'change_log' ? changes.numbered(rows) : rows)
    for (const each of found) {
      writer.write(each.side, [index[each.side].add(each, own, newId(16), ++number)])
    }
    if ((nth + 1) % 10_000 === 0) say(`${nth + 1} articles`)
  }
  for (const [side, words] of Object.entries(index)) {
    say(`${words.writeWords(db, `${side}_words`)} words of ${side}`)
  }
  writer.write('change_batches', [changes.batch()])
  db.exec('commit')
  withoutIndexes(say)
  db.exec('pragma journal_mode = wal')
  return slugs
}

function several<T>(all: readonly T[], pick: () => number, count: number): T[] {
  const picked = new Set<number>()
  while (picked.size < count) picked.add(pick())
  return [...picked].map((at) => all[at] as T)
}

/** A UUID for 16 bytes, digits for others. */
function newId(bytes: number): string {
  const hex = entropy(bytes).toString('hex')
  if (bytes !== 16) return hex
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

let [pool, taken] = [Buffer.alloc(0), 0]
function entropy(bytes: number): Buffer {
  if (taken + bytes > pool.length) [pool, taken] = [randomBytes(1 << 20), 0]
  return pool.subarray(taken, (taken += bytes))
}

class Writer {
  private readonly statements = new Map<string, { names: readonly string[]; run: Database.Statement }>()

  constructor(private readonly db: Database.Database) {}

  write(table: string, rows: readonly Row[]): void {
    for (const row of rows) {
      const { names, run } = this.statementFor(table)
      run.run(names.map((name) => row[name] ?? null))
    }
  }

  private statementFor(table: string): { names: readonly string[]; run: Database.Statement } {
    const known = this.statements.get(table)
    if (known) return known
    // All columns: not every row has them all.
    const columnsOf = this.db.prepare(`select name from pragma_table_info('${table}')`).all() as { name: string }[]
    const names = columnsOf.map(({ name }) => name)
    const columns = names.map((name) => `"${name}"`).join()
    const run = this.db.prepare(`insert into "${table}" (${columns}) values (${names.map(() => '?').join()})`)
    const made = { names, run }
    this.statements.set(table, made)
    return made
  }
}

/** Takes the indexes of all tables away until the rows are there, and gives back what puts them there again: that is several times faster. */
function setIndexesAside(db: Database.Database): (say: (what: string) => void) => void {
  const indexes = db.prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of indexes) db.exec(`drop index "${name}"`)
  return (say) => {
    for (const { sql } of indexes) db.exec(sql)
    say(`${indexes.length} indexes are back.`)
  }
}

/** The words of one side, in the order in which they are looked up: written in it, they are written quickly. */
class Index {
  /** By tier and token: numbers in the order in which texts came, and by body likewise. */
  private readonly owns = new Map<string, number[]>()
  private readonly bodies = new Map<Body, number[]>()
  private readonly texts: { readonly at: number; readonly number: number; readonly above: ReadonlySet<string> }[] = []

  add({ at, row }: Found, own: Own, id: string, number: number): Row {
    const title = tokensOf(String(row.title))
    const lead = tokensOf(String(row.text).slice(own.body.text.length))
    const place = this.texts.length
    const above = new Set([...title, ...lead])
    this.texts.push({ at, number, above })
    const list = this.bodies.get(own.body) ?? []
    list.push(place)
    this.bodies.set(own.body, list)
    const tokens = [
      ...[...title].map((token) => `1${token}`),
      ...[...lead].filter((token) => !title.has(token)).map((token) => `2${token}`),
    ]
    for (const token of tokens) {
      const known = this.owns.get(token) ?? []
      known.push(place)
      this.owns.set(token, known)
    }
    const below = [...own.body.tokens].filter((token) => !above.has(token)).map((token) => `3${token}`)
    return { id, number, ...row, tokens: [...tokens, ...below].join(' ') }
  }

  writeWords(db: Database.Database, table: string): number {
    const one = db.prepare(`insert into "${table}" values (?)`)
    const many = db.prepare(`insert into "${table}" values ${Array.from({ length: 500 }, () => '(?)').join()}`)
    let [waiting, written] = [[] as string[], 0]
    const write = (head: string, places: readonly number[]): void => {
      const token = head.slice(1)
      for (const place of places) {
        const text = this.texts[place]
        if (!text || (head.startsWith('3') && text.above.has(token))) continue
        waiting.push(idOfPosting({ tier: Number(head.charAt(0)) as Tier, token, at: text.at, number: text.number }))
        written++
        if (waiting.length < 500) continue
        many.run(waiting)
        waiting = []
      }
    }
    const below = new Map<string, Body[]>()
    for (const body of this.bodies.keys())
      for (const token of body.tokens) below.set(`3${token}`, [...(below.get(`3${token}`) ?? []), body])
    const newestFirst = (places: number[]): number[] => places.sort((a, b) => b - a)
    for (const head of [...this.owns.keys(), ...below.keys()].sort((a, b) =>
      Buffer.compare(Buffer.from(a + ' '), Buffer.from(b + ' ')),
    )) {
      const bodies = below.get(head)
      write(
        head,
        newestFirst(bodies ? bodies.flatMap((body) => this.bodies.get(body) ?? []) : [...(this.owns.get(head) ?? [])]),
      )
    }
    for (const id of waiting) one.run([id])
    return written
  }
}

/** What readers can follow: changes behind those of the templates, as one batch. */
class Changes {
  private readonly after: number
  private readonly mark = randomBytes(8).toString('hex')
  private made = 0

  constructor(db: Database.Database) {
    this.after = (db.prepare('select max(seq) as seq from change_batches').get() as { seq: number }).seq
  }

  numbered(rows: readonly Row[]): Row[] {
    return rows.map((row) => ({ ...row, seq: this.after + ++this.made, mark: this.mark }))
  }

  batch(): Row {
    const at = new Date(NEWEST).toISOString()
    return { id: newId(16), after: this.after, seq: this.after + this.made, mark: this.mark, at }
  }
}
