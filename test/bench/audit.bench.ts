// What `npm run audit` costs: N public articles, each with its versions, its dossier and a log of its own that holds, and then the command
// in a process of its own. Prints how long it takes and the most memory that it has. One article goes through the real workflow; the others
// are copies of its rows, with texts, digests and chains of their own, written past the guards.
//   npx tsx test/bench/audit.bench.ts [N]                                       10,000 unless said otherwise; SQLite
//   TEST_DATABASE=mongodb MONGODB_URI='mongodb://…/?replicaSet=…' npx tsx test/bench/audit.bench.ts [N]     MongoDB
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type BaseDatabaseAdapter, type Payload } from 'payload'
import { runtimeOf } from '../../packages/plugin-imprimatur/src/runtime/context.ts'
import { findDossier } from '../../packages/plugin-imprimatur/src/store/dossierStore.ts'
import { eventsOf } from '../../packages/plugin-imprimatur/src/store/eventStore.ts'
import { mainRevision } from '../../packages/plugin-imprimatur/src/store/revision.ts'
import {
  fold,
  appendToChain,
  type Digest,
  type WorkflowEvent,
} from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { build } from '../helpers/build.ts'
import { databaseNamed, onServer } from '../helpers/openNewsroom.ts'
import { runAudit } from './runAudit.ts'

const N = Number(process.argv[2] ?? 10_000)
const PER_TRANSACTION = 200

const dir = await mkdtemp(path.join(tmpdir(), 'audit-bench-'))
const env = {
  DATA_DIR: path.join(dir, 'data'),
  UPLOADS_DIR: path.join(dir, 'uploads'),
  PAYLOAD_SECRET: 'a secret for this only',
  LOG_LEVEL: 'error',
  NODE_ENV: 'production' as const,
  DATABASE_URI: onServer() ? databaseNamed(`bench${String(Date.now())}`) : '',
}
Object.assign(process.env, env)
// The newsroom takes the plugin as it is compiled.
await build('buildServer')
const { newsroomConfig } = await import('../../src/payload.config.ts')
const { readEnvironment } = await import('../../src/environment/environment.ts')
const { fillDemo } = await import('../../src/newsroom/index.ts')

type Writes = Pick<BaseDatabaseAdapter, 'create' | 'createVersion' | 'beginTransaction' | 'commitTransaction'>
type Data = Record<string, unknown>

/** The newsroom, and the writes of its database as they are without guards. */
async function open(): Promise<{ payload: Payload; plain: Writes }> {
  const config = await newsroomConfig({ ...readEnvironment(), secret: env.PAYLOAD_SECRET })
  const { init } = config.db
  let plain: Writes | undefined
  config.db.init = (args) => {
    const made = init(args)
    plain = {
      create: made.create.bind(made),
      createVersion: made.createVersion.bind(made),
      beginTransaction: made.beginTransaction.bind(made),
      commitTransaction: made.commitTransaction.bind(made),
    }
    return made
  }
  const payload = await getPayload({ config })
  if (!plain) throw new Error('There is no database.')
  return { payload, plain }
}

/** A document like another one. On SQLite each id of a row in it can stand only once in all documents. */
function copyOf(article: Data): Data {
  return Object.fromEntries(
    Object.entries(structuredClone(article)).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((row: unknown) => (isRow(row) ? { ...row, id: newId() } : row)) : value,
    ]),
  )
}

function isRow(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && 'id' in value
}

/** As Payload makes those of rows. */
function newId(): string {
  return randomBytes(12).toString('hex')
}

function chainFor(template: readonly WorkflowEvent[], piece: string, digest: Digest): readonly WorkflowEvent[] {
  return template.reduce<readonly WorkflowEvent[]>((chain, event) => {
    const { seq: _seq, prevHash: _prevHash, hash: _hash, ...draft } = event
    const before = chain.at(-1)
    return [...chain, appendToChain({ ...draft, piece, digest }, { seq: before?.seq ?? 0, head: before?.hash ?? null })]
  }, [])
}

async function fill(): Promise<void> {
  const { payload, plain } = await open()
  await fillDemo(payload, { page: readEnvironment().demoPage, password: undefined })
  const articles = runtimeOf(payload).collections.get('articles')
  const [row] = (
    await payload.db.find<Data & { id: string }>({
      collection: 'articles',
      where: { _status: { equals: 'published' } },
      limit: 1,
    })
  ).docs
  const dossier =
    row &&
    (await payload.db.findOne<Data & { id: string }>({
      collection: 'dossiers',
      where: { pieceId: { equals: row.id } },
    }))
  if (!articles || !row || !dossier || !(await findDossier({ payload }, 'articles', row.id)))
    throw new Error('The demo has no public article.')
  const template = await eventsOf({ payload }, `articles:${row.id}`)
  const { id: _id, ...article } = Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith('SortKey')))
  const { id: _dossierId, ...columns } = dossier
  for (let made = 0; made < N;) {
    const transactionID = await plain.beginTransaction()
    if (transactionID === null) throw new Error('The database has no transactions.')
    const req = { payload, transactionID } as never
    for (let nth = 0; nth < PER_TRANSACTION && made < N; nth++) {
      made++
      const own = { slug: `copy-${String(made)}`, headline: `${String(row.headline)} ${String(made)}` }
      const doc = (await plain.create({
        collection: 'articles',
        data: copyOf({ ...article, ...own }),
        req,
      })) as Data
      const id = String(doc.id)
      const piece = `articles:${id}`
      const revision = await mainRevision(req, articles, id)
      if (!revision) throw new Error('An article is missing.')
      await plain.createVersion({
        collectionSlug: 'articles',
        parent: id,
        versionData: copyOf({ ...article, ...own }) as never,
        autosave: false,
        createdAt: String(row.createdAt),
        updatedAt: String(row.updatedAt),
        req,
      })
      const chain = chainFor(template, piece, revision.digest)
      for (const event of chain) await plain.create({ collection: 'workflow-events', data: { ...event }, req })
      const state = fold(chain)
      await plain.create({
        collection: 'dossiers',
        data: { ...structuredClone(columns), piece, pieceId: id, digest: revision.digest, title: own.headline, state },
        req,
      })
    }
    await plain.commitTransaction(transactionID)
  }
  await payload.destroy()
}

const from = performance.now()
await fill()
console.log(
  `${process.env.TEST_DATABASE ?? 'sqlite'}, ${String(N)} articles, filled in ${((performance.now() - from) / 1000).toFixed(0)} s`,
)
// The copies have no keys to sort by yet: the first start gives them those.
for (const what of ['audit, with filling in the keys', 'audit', 'audit']) {
  const { seconds, megabytes, said } = await runAudit(env)
  console.log(`${what}: ${seconds.toFixed(1)} s, ${String(megabytes)} MB at most; ${said}`)
}
await rm(dir, { recursive: true, force: true })
