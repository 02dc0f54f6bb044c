import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { MACHINE_SLUGS } from 'payload-plugin-imprimatur'
import { oneWriter, type SnapshotPort } from 'payload-plugin-imprimatur/sqlite'
import { migrations } from './migrations/index.ts'
import { postgres } from './postgres.ts'

export type DatabaseSetting = { readonly kind: 'sqlite' | 'mongodb' | 'postgres'; readonly uri: string }

const NO_WARNING = { suppressReservedKeysWarning: true }

/**
 * The database that `DATABASE_URI` decides on. Transactions are on for each, ids are strings on each; SQLite writes
 * ahead, waits for the disk at each commit and takes one writer at a time, MongoDB confirms writes by the majority, Postgres
 * runs each transaction as if it were alone.
 */
export function database(setting: DatabaseSetting): DatabaseAdapterObj {
  switch (setting.kind) {
    case 'mongodb':
      return withSnapshots(mongodb(setting.uri))
    case 'postgres':
      return postgres(setting.uri)
    case 'sqlite':
      return migrated(oneWriter(sqlite(setting.uri)))
  }
}

/** Payload runs migrations at the start in production only; the schema comes from nowhere else here. */
function migrated(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const made = adapter.init(args)
      const connect = made.connect?.bind(made)
      made.connect = async (options) => {
        await connect?.(options)
        if (process.env.NODE_ENV !== 'production' && process.env.PAYLOAD_MIGRATING !== 'true') {
          await made.migrate({ migrations: migrations as never })
        }
      }
      return made
    },
  }
}

function sqlite(uri: string): DatabaseAdapterObj {
  return sqliteAdapter({
    client: { url: uri },
    idType: 'uuid',
    wal: { synchronous: 'FULL' },
    busyTimeout: 5000,
    transactionOptions: {},
    push: false,
    prodMigrations: migrations,
    migrationDir: 'src/newsroom/database/migrations',
  })
}

function mongodb(uri: string): DatabaseAdapterObj {
  return mongooseAdapter({
    url: uri,
    // What is written without a transaction, and what readers get, survives the loss of a minority of the servers too.
    connectOptions: { writeConcern: { w: 'majority', journal: true }, readConcern: { level: 'majority' } },
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } },
    ensureIndexes: true,
    // They have a field called `collection`, which Mongoose keeps for itself in documents of its own; Payload reads plain ones.
    collectionsSchemaOptions: {
      [MACHINE_SLUGS.dossiers]: NO_WARNING,
      [MACHINE_SLUGS.movedSlugs]: NO_WARNING,
      [MACHINE_SLUGS.changes]: NO_WARNING,
    },
  })
}

/** A transaction that only reads keeps nobody from writing there; its first read decides what it sees. */
function withSnapshots(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init: (args) => {
      const made: BaseDatabaseAdapter & Partial<SnapshotPort> = adapter.init(args)
      const begin = made.beginTransaction.bind(made)
      // As it is now, below what is laid over it later: this read is no part of what anybody asked.
      const findOne = made.findOne.bind(made)
      return Object.assign(made, {
        beginSnapshot: async () => {
          const id = await begin({ readConcern: { level: 'snapshot' } })
          if (id === null) throw new Error('The database has no transactions.')
          await findOne({ collection: 'payload-migrations', where: {}, req: { transactionID: id } })
          return String(id)
        },
      })
    },
  }
}
