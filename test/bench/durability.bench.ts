// What durable commits cost: commits per second of one row each, one after the other.
//   npx tsx test/bench/durability.bench.ts                          SQLite
//   MONGODB_URI=… npx tsx test/bench/durability.bench.ts            and MongoDB
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { MongoClient } from 'mongodb'

const MS = 3_000

async function rate(commit: () => Promise<unknown>): Promise<string> {
  await commit()
  const start = performance.now()
  let commits = 0
  while (performance.now() - start < MS) {
    await commit()
    commits++
  }
  return `${((commits * 1000) / (performance.now() - start)).toFixed(0)} commits/s`
}

async function onSqlite(): Promise<void> {
  for (const synchronous of ['OFF', 'NORMAL', 'FULL']) {
    const dir = await mkdtemp(path.join(tmpdir(), 'durability-'))
    const client = createClient({ url: `file:${dir}/bench.db` })
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)')
    await client.execute(`PRAGMA synchronous = ${synchronous}`)
    const line = await rate(() => client.execute("INSERT INTO rows (text) VALUES ('a line of text')"))
    console.log(`SQLite, WAL, synchronous=${synchronous}: ${line}`)
    client.close()
    await rm(dir, { recursive: true, force: true })
  }
}

async function onMongo(uri: string): Promise<void> {
  for (const writeConcern of [
    { w: 1, journal: false },
    { w: 'majority' as const, journal: true },
  ]) {
    const client = await MongoClient.connect(uri)
    const rows = client.db(`bench${String(Date.now())}`).collection('rows')
    await rows.insertOne({ text: 'first' })
    const session = client.startSession()
    const line = await rate(() =>
      session.withTransaction(() => rows.insertOne({ text: 'a line of text' }, { session }), { writeConcern }),
    )
    console.log(`MongoDB, w=${String(writeConcern.w)}, j=${String(writeConcern.journal)}: ${line}`)
    await session.endSession()
    await client.close()
  }
}

await onSqlite()
if (process.env.MONGODB_URI) await onMongo(process.env.MONGODB_URI)
