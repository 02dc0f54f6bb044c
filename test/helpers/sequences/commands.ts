import fc from 'fast-check'
import { expect } from 'vitest'
import { audit, publishDue } from '../../../packages/plugin-imprimatur/src/operations/index.ts'
import { given } from '../given.ts'
import type { Answer, TestNewsroom } from '../openNewsroom.ts'
import { aText } from '../pieces.ts'
import {
  actsOnLive,
  COLLECTIONS,
  DEMOTED,
  MOVES,
  PEOPLE,
  type Collection,
  type Model,
  type Move,
  type Person,
  type Piece,
} from './Model.ts'

/** The newsroom under test, and what the commands have to know of it. */
export type Real = {
  readonly newsroom: TestNewsroom
  /** An author whom readers know. */
  readonly author: string
  readonly setTime: (now: number) => void
  /** Public documents of each collection before the sequence began. */
  readonly publicBefore: Readonly<Record<Collection, number>>
  readonly count: (executed: string) => void
}

type Command = fc.AsyncCommand<Model, Real>

const HOUR = 3_600_000

/** The field whose text a sequence changes. */
const TEXT_FIELD: Readonly<Record<Collection, string>> = {
  articles: 'standfirst',
  authors: 'shortBio',
  'news-teasers': 'kicker',
}

const TYPE_NAME: Readonly<Record<Collection, string>> = {
  articles: 'Article',
  authors: 'Author',
  'news-teasers': 'NewsTeaser',
}

const textOf = (collection: Collection, doc: Readonly<Record<string, unknown>>) =>
  Number(String(doc[TEXT_FIELD[collection]]).replace('Text ', ''))

const withText = (collection: Collection, text: number) => ({ [TEXT_FIELD[collection]]: `Text ${String(text)}` })

let made = 0

function contentOf(real: Real, collection: Collection, text: number): object {
  const name = `Piece ${String(++made)}`
  switch (collection) {
    case 'articles':
      return {
        headline: name,
        body: aText('A text.'),
        credits: [{ author: real.author, role: 'author' }],
        ...withText(collection, text),
      }
    case 'authors':
      return { displayName: name, biography: aText('A life.'), ...withText(collection, text) }
    case 'news-teasers':
      return {
        headline: name,
        excerpt: 'What happened.',
        target: { kind: 'external', url: 'https://example.org/', sourceName: 'Example' },
        ...withText(collection, text),
      }
  }
}

/** Expects that the answer is what the model says: done, or refused with a code and nothing worse than 4xx. */
function expectOutcome(answer: Answer, allowed: boolean, what: string): void {
  const { errors } = answer.body as { errors?: { code?: string; extensions?: { code?: string } }[] }
  const done = answer.status < 300 && !errors
  const said = `${what}: ${String(answer.status)} ${JSON.stringify(answer.body).slice(0, 400)}`
  expect(answer.status, said).toBeLessThan(500)
  expect(done, `${said}\nThe model says that this is ${allowed ? 'allowed' : 'refused'}.`).toBe(allowed)
  if (!done) for (const each of errors ?? [{}]) expect(each.code ?? each.extensions?.code, said).toMatch(/^[a-z_]+$/)
}

/** Compares what readers and the desk have of one piece with the model. */
async function expectPiece({ newsroom }: Real, piece: Piece): Promise<void> {
  const address = `/api/${piece.collection}/${piece.id}`
  const reader = await newsroom.ask('GET', address)
  expect(reader.status, `${address} for readers`).toBe(piece.live === null ? (piece.notice ? 410 : 404) : 200)
  if (piece.live !== null) expect(textOf(piece.collection, reader.body)).toBe(piece.live)
  const { body } = await newsroom.ask('GET', `${address}/dossier`, { as: 'admin' })
  const writers = [...piece.writers].map((each) => newsroom.userIds[each]).sort()
  expect({
    stage: body.stage,
    live: body.live !== null,
    writers: [...body.writers].sort(),
    signers: body.signOffs.map((each: { by: string }) => each.by),
    due: body.schedule && Date.parse(body.schedule.at),
  }).toEqual({
    stage: piece.stage,
    live: piece.live !== null,
    writers,
    signers: piece.signers.map((each) => newsroom.userIds[each]),
    due: piece.due,
  })
}

/** Compares all public surfaces, and the audit, with the model. */
export async function expectNewsroom(real: Real, model: Model): Promise<void> {
  const { newsroom } = real
  for (const piece of model.pieces) await expectPiece(real, piece)
  for (const collection of COLLECTIONS) {
    const live = model.pieces.filter((piece) => piece.collection === collection && piece.live !== null)
    const count = await newsroom.ask('GET', `/api/${collection}/count`)
    expect(count.body.totalDocs, `the count of ${collection}`).toBe(real.publicBefore[collection] + live.length)
    const list = await newsroom.ask('GET', `/api/${collection}?limit=100&sort=-publishedAt`)
    const listed = list.body.docs.map((each: { id: string }) => each.id)
    expect(new Set(listed).size, `no row twice in ${collection}`).toBe(listed.length)
    for (const piece of model.pieces.filter((each) => each.collection === collection)) {
      if (real.publicBefore[collection] + live.length <= 100)
        expect(listed.includes(piece.id)).toBe(piece.live !== null)
      const slug = await newsroom.ask('GET', `/api/${collection}/by-slug/${piece.slug}`)
      expect(slug.status).toBe(piece.live === null ? (piece.notice ? 410 : 404) : 200)
      const found = await newsroom.graphql(
        `{ ${TYPE_NAME[collection]}(id: "${piece.id}") { ${TEXT_FIELD[collection]} } }`,
      )
      const one = found.body.data?.[TYPE_NAME[collection]] ?? null
      expect(one && textOf(collection, one)).toBe(piece.live)
      const desk = await newsroom.ask('GET', `/api/${collection}?draft=true&trash=true&where[id][equals]=${piece.id}`, {
        as: 'editor',
      })
      expect(desk.body.docs.map((each: Record<string, unknown>) => textOf(collection, each))).toEqual([piece.text])
    }
  }
  expect((await audit(newsroom.payload)).offences).toEqual([])
}

class Create implements Command {
  constructor(
    readonly collection: Collection,
    readonly by: Person,
    readonly text: number,
    readonly trick: object,
  ) {}
  check = (model: Readonly<Model>) => model.pieces.length < 6
  async run(model: Model, real: Real) {
    real.count(this.toString())
    const answer = await real.newsroom.ask('POST', `/api/${this.collection}`, {
      as: this.by,
      body: { ...contentOf(real, this.collection, this.text), ...this.trick },
    })
    const allowed = model.mayCreate(this.by) && !('_status' in this.trick && this.trick._status === 'published')
    expectOutcome(answer, allowed, this.toString())
    if (!allowed) return
    const { id, slug } = answer.body.doc
    const piece = model.create({ collection: this.collection, id, slug, owner: this.by, text: this.text })
    await expectPiece(real, piece)
  }
  toString = () => `create(${this.collection}, ${this.by}, ${String(this.text)}, ${JSON.stringify(this.trick)})`
}

/** What each sequence begins with, so that there is something to do. */
export const firstPieces: readonly Command[] = [
  new Create('articles', 'editor', 1, {}),
  new Create('authors', 'contributor', 1, {}),
]

/** A command on one of the pieces that there are. */
abstract class OnPiece implements Command {
  constructor(readonly pick: number) {}
  check(model: Readonly<Model>): boolean {
    return model.pieces.length > 0
  }
  async run(model: Model, real: Real): Promise<void> {
    real.count(this.toString())
    const piece = given(model.pieces[this.pick % model.pieces.length])
    await this.onPiece(model, real, piece)
    if (model.pieces.includes(piece)) await expectPiece(real, piece)
  }
  abstract onPiece(model: Model, real: Real, piece: Piece): Promise<void>
  abstract toString(): string
}

/** Ways to ask for a save; whatever they say, a save makes a draft, or is refused. */
const SAVES = [
  '',
  '?draft=true',
  '?draft=false',
  '?autosave=true',
  '?draft=true&autosave=true',
  'graphql',
  'bulk',
] as const

class Save extends OnPiece {
  constructor(
    pick: number,
    readonly by: Person,
    readonly text: number,
    readonly way: (typeof SAVES)[number],
    readonly trick: object,
  ) {
    super(pick)
  }
  async onPiece(model: Model, { newsroom }: Real, piece: Piece) {
    const data = { ...withText(piece.collection, this.text), ...this.trick }
    const asksToPublish = '_status' in this.trick && this.trick._status === 'published'
    const allowed = model.maySave(this.by, piece, this.text) && !asksToPublish
    const address = `/api/${piece.collection}`
    if (this.way === 'bulk') {
      const answer = await newsroom.ask('PATCH', `${address}?where[id][equals]=${piece.id}`, {
        as: this.by,
        body: data,
      })
      expect(answer.status).toBeLessThan(500)
      const saved = (answer.body.docs ?? []).length === 1
      expect(saved, `${this.toString()}: ${JSON.stringify(answer.body).slice(0, 400)}`).toBe(allowed)
    } else if (this.way === 'graphql') {
      const type = TYPE_NAME[piece.collection]
      const answer = await newsroom.graphql(
        `mutation ($id: String!, $data: mutation${type}UpdateInput!) { update${type}(id: $id, data: $data, draft: false) { id } }`,
        { id: piece.id, data },
        this.by,
      )
      expectOutcome(answer, allowed, this.toString())
    } else {
      const answer = await newsroom.ask('PATCH', `${address}/${piece.id}${this.way}`, { as: this.by, body: data })
      expectOutcome(answer, allowed, this.toString())
    }
    if (allowed) model.save(this.by, piece, this.text)
  }
  toString() {
    return `save(${String(this.pick)}, ${this.by}, ${String(this.text)}, '${this.way}', ${JSON.stringify(this.trick)})`
  }
}

async function makeMove(
  model: Model,
  real: Real,
  move: { piece: Piece; person: Person; name: Move; at: number; graphql: boolean },
  what: string,
): Promise<void> {
  const { piece, person, name, at, graphql } = move
  const allowed = model.mayMove(person, piece, name, at)
  const { body } = await real.newsroom.ask('GET', `/api/${piece.collection}/${piece.id}/transitions`, { as: 'admin' })
  const digest = (actsOnLive(name) ? body.live : null) ?? body.digest
  const more = {
    ...(name === 'schedule' ? { at: new Date(at).toISOString() } : {}),
    ...(name === 'retract' ? { notice: 'It was wrong.' } : {}),
    ...(name === 'request_changes' || name === 'withdraw' ? { reason: 'A complaint.' } : {}),
  }
  const type = TYPE_NAME[piece.collection]
  const answer = graphql
    ? await real.newsroom.graphql(
        `mutation ($id: String!, $name: String!, $digest: String!, $reason: String, $notice: String, $at: String) {
          transition${type}(id: $id, transition: $name, digest: $digest, reason: $reason, notice: $notice, at: $at) { event { seq } }
        }`,
        { id: piece.id, name, digest, ...more },
        person,
      )
    : await real.newsroom.ask('POST', `/api/${piece.collection}/${piece.id}/transitions`, {
        as: person,
        body: { transition: name, digest, ...more },
      })
  expectOutcome(answer, allowed, `${what}: ${person} ${name} at ${piece.stage}`)
  if (allowed) model.move(person, piece, name, at)
}

class Moving extends OnPiece {
  constructor(
    pick: number,
    readonly by: Person,
    readonly name: Move,
    readonly hours: number,
    readonly graphql: boolean,
  ) {
    super(pick)
  }
  async onPiece(model: Model, real: Real, piece: Piece) {
    const at = model.now + this.hours * HOUR
    await makeMove(model, real, { piece, person: this.by, name: this.name, at, graphql: this.graphql }, this.toString())
  }
  toString() {
    return `move(${String(this.pick)}, ${this.by}, ${this.name}, ${String(this.hours)}, ${String(this.graphql)})`
  }
}

/** A move that the model allows, so that sequences get far. */
class Natural implements Command {
  constructor(
    readonly pick: number,
    readonly hours: number,
  ) {}
  check = (model: Readonly<Model>) => model.open().length > 0
  async run(model: Model, real: Real) {
    real.count(this.toString())
    const open = model.open()
    const { piece, person, move } = given(open[this.pick % open.length])
    const at = model.now + this.hours * HOUR
    await makeMove(model, real, { piece, person, name: move, at, graphql: false }, this.toString())
    await expectPiece(real, piece)
  }
  toString = () => `natural(${String(this.pick)}, ${String(this.hours)})`
}

class RestoreVersion extends OnPiece {
  constructor(
    pick: number,
    readonly by: Person,
    readonly which: number,
    readonly draft: boolean,
  ) {
    super(pick)
  }
  async onPiece(model: Model, { newsroom }: Real, piece: Piece) {
    const address = `/api/${piece.collection}/versions`
    const { body } = await newsroom.ask(
      'GET',
      `${address}?where[parent][equals]=${piece.id}&limit=0&pagination=false`,
      {
        as: 'editor',
      },
    )
    const version = body.docs[this.which % body.docs.length]
    const text = textOf(piece.collection, version.version)
    expect(piece.versions).toContain(text)
    const allowed = model.maySave(this.by, piece, text)
    const answer = await newsroom.ask('POST', `${address}/${version.id}?draft=${String(this.draft)}`, { as: this.by })
    expectOutcome(answer, allowed, this.toString())
    if (allowed) model.save(this.by, piece, text)
  }
  toString() {
    return `restoreVersion(${String(this.pick)}, ${this.by}, ${String(this.which)}, ${String(this.draft)})`
  }
}

class Trash extends OnPiece {
  constructor(
    pick: number,
    readonly by: Person,
  ) {
    super(pick)
  }
  async onPiece(model: Model, { newsroom }: Real, piece: Piece) {
    const address = `/api/${piece.collection}/${piece.id}`
    const [allowed, answer] = piece.trashed
      ? [
          model.mayTakeOut(this.by, piece),
          await newsroom.ask('PATCH', `${address}?trash=true`, { as: this.by, body: { deletedAt: null } }),
        ]
      : [
          model.mayRemove(this.by, piece),
          await newsroom.ask('PATCH', address, { as: this.by, body: { deletedAt: new Date(model.now).toISOString() } }),
        ]
    expectOutcome(answer, allowed, this.toString())
    if (allowed) piece.trashed = !piece.trashed
  }
  toString() {
    return `trash(${String(this.pick)}, ${this.by})`
  }
}

class Delete extends OnPiece {
  constructor(
    pick: number,
    readonly by: Person,
  ) {
    super(pick)
  }
  async onPiece(model: Model, { newsroom }: Real, piece: Piece) {
    const allowed = model.mayRemove(this.by, piece)
    const answer = await newsroom.ask('DELETE', `/api/${piece.collection}/${piece.id}`, { as: this.by })
    expectOutcome(answer, allowed, this.toString())
    if (!allowed) return
    model.pieces.splice(model.pieces.indexOf(piece), 1)
    expect(
      (await newsroom.ask('GET', `/api/${piece.collection}/${piece.id}?draft=true`, { as: 'editor' })).status,
    ).toBe(404)
  }
  toString() {
    return `delete(${String(this.pick)}, ${this.by})`
  }
}

class Duplicate extends OnPiece {
  constructor(
    pick: number,
    readonly by: Extract<Person, 'editor' | 'editor2' | 'reviewer' | 'publisher'>,
  ) {
    super(pick)
  }
  override check(model: Readonly<Model>) {
    return super.check(model) && model.pieces.length < 6
  }
  async onPiece(model: Model, real: Real, piece: Piece) {
    const liveWriters = await writersOfLive(real, piece)
    const answer = await real.newsroom.ask('POST', `/api/${piece.collection}/${piece.id}/duplicate?draft=false`, {
      as: this.by,
      body: {},
    })
    const allowed = model.mayWrite(this.by, piece) && !piece.trashed
    expectOutcome(answer, allowed, this.toString())
    if (!allowed) return
    const { id } = answer.body.doc
    const { body } = await real.newsroom.ask('GET', `/api/${piece.collection}/${id}?draft=true`, { as: 'editor' })
    const copy = {
      collection: piece.collection,
      id,
      slug: body.slug,
      owner: this.by,
      text: textOf(piece.collection, body),
    }
    expect([piece.text, piece.live]).toContain(copy.text)
    await expectPiece(real, model.create(copy, [...piece.writers, ...liveWriters]))
  }
  toString() {
    return `duplicate(${String(this.pick)}, ${this.by})`
  }
}

async function writersOfLive({ newsroom }: Real, piece: Piece): Promise<readonly Person[]> {
  const { body } = await newsroom.ask('GET', `/api/${piece.collection}/${piece.id}/dossier`, { as: 'admin' })
  const ids: readonly string[] = body.live?.writers ?? []
  return (Object.keys(PEOPLE) as Person[]).filter((each) => ids.includes(newsroom.userIds[each]))
}

/** Time passes, and the clock publishes what is due. What it must not publish may fall back, but not go out. */
class Wait implements Command {
  constructor(readonly hours: number) {}
  check = () => true
  async run(model: Model, real: Real) {
    real.count(this.toString())
    model.now += this.hours * HOUR
    real.setTime(model.now)
    const due = model.due().map((piece) => ({ piece, goesOut: !piece.trashed && model.isSigned(piece) }))
    await publishDue(real.newsroom.payload)
    for (const { piece, goesOut } of due) {
      if (goesOut) model.move('publisher', piece, 'publish', model.now)
      await expectPiece(real, piece)
    }
  }
  toString = () => `wait(${String(this.hours)})`
}

class Demote implements Command {
  constructor(readonly demoted: boolean) {}
  check = (model: Readonly<Model>) => model.demoted !== this.demoted
  async run(model: Model, real: Real) {
    real.count(this.toString())
    await setRoles(real.newsroom, this.demoted ? ['contributor'] : PEOPLE[DEMOTED])
    model.demoted = this.demoted
  }
  toString = () => `demote(${String(this.demoted)})`
}

export async function setRoles({ ask, userIds }: TestNewsroom, roles: readonly string[], who = DEMOTED): Promise<void> {
  const answer = await ask('PATCH', `/api/users/${userIds[who]}`, { as: 'admin', body: { roles } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/** The process ends and another one takes over the same database. */
class Restart implements Command {
  check = () => true
  async run(model: Model, real: Real) {
    real.count('restart()')
    await real.newsroom.restart()
    await expectNewsroom(real, model)
  }
  toString = () => 'restart()'
}

const person = fc.constantFrom(...(Object.keys(PEOPLE) as Person[]))
const text = fc.integer({ min: 1, max: 4 })
const pick = fc.nat(5)
const trick = fc.constantFrom(
  {},
  {},
  {},
  { _status: 'draft' },
  { _status: 'published' },
  { publishedAt: '2020-01-01T00:00:00.000Z', createdBy: 'nobody', changedBy: 'nobody' },
)

/** Commands of a sequence of at most `length`. */
export function sequences(length: number): fc.Arbitrary<Iterable<Command>> {
  const natural: fc.Arbitrary<Command> = fc
    .tuple(fc.nat(999), fc.integer({ min: 1, max: 5 }))
    .map(([at, hours]) => new Natural(at, hours))
  const create = fc
    .tuple(fc.constantFrom(...COLLECTIONS), person, text, trick)
    .map(([collection, by, words, more]) => new Create(collection, by, words, more))
  const save = fc
    .tuple(pick, person, text, fc.constantFrom(...SAVES), trick)
    .map(([at, by, words, way, more]) => new Save(at, by, words, way, more))
  const moving = fc
    .tuple(pick, person, fc.constantFrom(...MOVES), fc.integer({ min: -1, max: 5 }), fc.boolean())
    .map(([at, by, name, hours, graphql]) => new Moving(at, by, name, hours, graphql))
  const restore = fc
    .tuple(pick, person, fc.nat(20), fc.boolean())
    .map(([at, by, which, draft]) => new RestoreVersion(at, by, which, draft))
  const duplicate = fc
    .tuple(pick, fc.constantFrom('editor' as const, 'editor2' as const, 'reviewer' as const, 'publisher' as const))
    .map(([at, by]) => new Duplicate(at, by))
  const wait = fc.integer({ min: 1, max: 6 }).map((hours) => new Wait(hours))
  return fc.commands(
    [
      natural,
      natural,
      natural,
      natural,
      natural,
      create,
      save,
      save,
      moving,
      moving,
      restore,
      fc.tuple(pick, person).map(([at, by]) => new Trash(at, by)),
      fc.tuple(pick, person).map(([at, by]) => new Delete(at, by)),
      duplicate,
      wait,
      fc.boolean().map((demoted) => new Demote(demoted)),
      // One in so many only: it takes as long as thirty others.
      fc.nat(9).chain((n) => (n === 0 ? fc.constant<Command>(new Restart()) : natural)),
    ],
    { maxCommands: length, size: 'max' },
  )
}
