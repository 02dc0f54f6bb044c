import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { buildConfig, getPayload, type Payload, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imprimatur } from '../../packages/plugin-imprimatur/src/index.ts'
import { LIST_COLLECTIONS, meets, type Doc, type Store } from '../helpers/lists.ts'
import { pluginDatabase } from '../helpers/pluginDatabase.ts'

/** A stranger's project with lists of every kind, against an evaluation in memory that was written from the docs. */
let dir: string
let payload: Payload
let store: Store

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'lists-'))
  const config = await buildConfig({
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db: pluginDatabase(path.basename(dir), dir),
    collections: [
      ...LIST_COLLECTIONS,
      { slug: 'pages', fields: [{ name: 'title', type: 'text' }] },
      { slug: 'people', auth: true, fields: [] },
    ],
    admin: { user: 'people' },
    plugins: [imprimatur({ users: 'people', collections: { pages: { title: 'title' } } })],
  })
  payload = await getPayload({ config, key: dir })
  store = await fill()
})

afterAll(async () => {
  await payload.destroy()
  await rm(dir, { recursive: true, force: true })
})

async function create(collection: string, data: object): Promise<Doc> {
  return await payload.create({ collection: collection as never, data: data, depth: 0 })
}

async function fill(): Promise<Store> {
  const marks: Doc[] = []
  for (const name of ['new', 'old']) marks.push(await create('marks', { name }))
  const [fresh, old] = marks.map(({ id }) => String(id))
  const tags: Doc[] = []
  for (const [name, ...own] of [['art', fresh], ['bread', fresh, old], ['cats'], ['dogs', old]])
    tags.push(await create('tags', { name, marks: own }))
  const [art, bread, cats] = tags.map(({ id }) => String(id))
  const row = (who: unknown, note: unknown, more: object = {}) => ({ who, note, ...more })
  const things: Doc[] = []
  for (const data of [
    { name: 'nothing' },
    { name: 'empty', tags: [], words: [], numbers: [], kinds: [], rows: [], layout: [], mixed: [] },
    { name: 'art only', one: art, tags: [art], words: ['red'], numbers: [1], kinds: ['a'], rows: [row(art, 'red')] },
    {
      name: 'art and bread',
      one: bread,
      tags: [art, bread],
      words: ['red', 'green apple'],
      numbers: [1, 2],
      kinds: ['a', 'b'],
      rows: [row(art, 'red', { done: true }), row(bread, 'green apple', { done: false })],
      layout: [
        { blockType: 'quote', title: 'red', who: art },
        { blockType: 'box', title: 'green' },
      ],
      mixed: [
        { relationTo: 'tags', value: art },
        { relationTo: 'marks', value: old },
      ],
    },
    {
      name: 'bread twice',
      size: 2,
      tags: [bread, cats],
      rows: [row(bread, null), row(bread, 'blue', { tags: [art, cats], inner: [{ number: 1 }, { number: 3 }] })],
      layout: [{ blockType: 'box', title: 'red' }],
      mixed: [{ relationTo: 'marks', value: fresh }],
    },
    {
      name: 'holes',
      size: 1,
      one: cats,
      rows: [row(null, null), row(null, 'red', { at: '2027-01-01T00:00:00.000Z', inner: [] })],
      meta: { tags: [art], codes: [{ code: 'red' }, { code: 'blue' }] },
      numbers: [3],
    },
    {
      name: 'deep',
      one: art,
      rows: [
        row(cats, 'red', { tags: [bread], inner: [{ number: 2 }], at: '2027-02-01T00:00:00.000Z' }),
        row(null, 'blue', { tags: [], inner: [{ number: null }] }),
      ],
      meta: { tags: [bread, cats], codes: [] },
      kinds: ['c'],
      words: ['blue'],
    },
  ])
    things.push(await create('things', { ...data, _status: 'published' }))
  return { things, tags, marks }
}

async function found(where: object, draft = false): Promise<string[]> {
  const { docs, totalDocs } = await payload.find({
    collection: 'things' as never,
    where: structuredClone(where) as Where,
    draft,
    depth: 0,
    limit: 100,
  })
  expect(totalDocs).toBe(docs.length)
  return docs.map((each) => String((each as Doc).name)).sort()
}

function expected(where: object): string[] {
  return store.things
    .filter((doc) => meets(store, 'things', doc, where))
    .map(({ name }) => String(name))
    .sort()
}

type Kind = {
  readonly paths: readonly string[]
  readonly values: () => readonly unknown[]
  readonly operators: readonly string[]
}

const CHOICE = ['equals', 'not_equals', 'in', 'not_in', 'exists', 'all']
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const WORDS = ['contains', 'like', 'not_like']
const ids = (of: readonly Doc[]) => of.map(({ id }) => id)
const KINDS: readonly Kind[] = [
  {
    paths: ['tags', 'rows.who', 'rows.tags', 'meta.tags', 'one', 'layout.who', 'things.id'].filter(
      (each) => each !== 'things.id',
    ),
    values: () => ids(store.tags),
    operators: CHOICE,
  },
  {
    paths: ['mixed.value'],
    values: () => ids([...store.tags, ...store.marks]),
    operators: ['in', 'not_in', 'equals', 'not_equals', 'exists'],
  },
  { paths: ['mixed.relationTo'], values: () => ['tags', 'marks'], operators: ['in', 'not_in', 'equals', 'not_equals'] },
  {
    paths: ['words', 'rows.note', 'meta.codes.code', 'layout.title'],
    values: () => ['red', 'blue', 'green apple', 'apple', 're'],
    operators: [...CHOICE, ...WORDS, ...ORDER],
  },
  { paths: ['kinds'], values: () => ['a', 'b', 'c'], operators: CHOICE },
  { paths: ['numbers', 'rows.inner.number', 'size'], values: () => [1, 2, 3], operators: [...CHOICE, ...ORDER] },
  {
    paths: ['tags.name', 'rows.who.name', 'one.name', 'tags.things.name', 'one.users.rows.who.name'],
    values: () => ['art', 'bread', 'cats', 'dogs', 'deep', 'holes'],
    operators: [...CHOICE, 'contains', 'not_like'],
  },
  { paths: ['tags.marks', 'rows.who.marks', 'one.marks'], values: () => ids(store.marks), operators: CHOICE },
  { paths: ['tags.marks.name', 'one.marks.name'], values: () => ['new', 'old'], operators: CHOICE },
  { paths: ['rows', 'rows.inner', 'meta.codes', 'layout'], values: () => [], operators: ['exists'] },
  { paths: ['rows.done'], values: () => [true, false], operators: ['equals', 'not_equals', 'exists'] },
  {
    paths: ['rows.at'],
    values: () => ['2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z'],
    operators: [...CHOICE, ...ORDER],
  },
  { paths: ['layout.blockType'], values: () => ['quote', 'box'], operators: ['equals', 'not_equals', 'in', 'not_in'] },
]

function leaf(): fc.Arbitrary<object> {
  const comparisons = KINDS.flatMap(({ paths, values, operators }) =>
    paths.flatMap((at) => operators.map((operator) => ({ at, operator, values }))),
  )
  return fc.constantFrom(...comparisons).chain(({ at, operator, values }) => {
    const value: fc.Arbitrary<unknown> =
      operator === 'exists'
        ? fc.boolean()
        : ['in', 'not_in', 'all'].includes(operator)
          ? fc.uniqueArray(fc.constantFrom(...values()), { minLength: 1, maxLength: 3 })
          : fc.constantFrom(...values())
    return value.map((wanted) => ({ [at]: { [operator]: wanted } }))
  })
}

function wheres(): fc.Arbitrary<object> {
  const { where } = fc.letrec<{ where: object }>((tie) => ({
    where: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf(),
      fc.record({ and: fc.array(tie('where'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('where'), { minLength: 1, maxLength: 3 }) }),
    ),
  }))
  return where
}

describe('queries over lists, of whatever kind', () => {
  it('finds with each path and operator what the documents themselves say', async () => {
    const wrong: unknown[] = []
    for (const { paths, values, operators } of KINDS) {
      for (const at of paths) {
        for (const operator of operators) {
          const wanted =
            operator === 'exists'
              ? [true, false]
              : ['in', 'not_in', 'all'].includes(operator)
                ? [values().slice(0, 2), values().slice(1, 2)]
                : values().slice(0, 3)
          for (const value of wanted) {
            const where = { [at]: { [operator]: value } }
            const answers = [await found(where).catch(String), await found(where, true).catch(String)]
            const right = expected(where)
            if (answers.some((answer) => JSON.stringify(answer) !== JSON.stringify(right)))
              wrong.push({ where, right, answers })
          }
        }
      }
    }
    expect(wrong.map((each) => JSON.stringify(each))).toEqual([])
  })

  it('finds with any nesting of conditions what the documents themselves say', async () => {
    await fc.assert(
      fc.asyncProperty(wheres(), fc.boolean(), async (where, draft) => {
        expect(await found(where, draft), JSON.stringify(where)).toEqual(expected(where))
      }),
      { numRuns: 300, seed: 20_261_128, endOnFailure: true },
    )
  })
})
