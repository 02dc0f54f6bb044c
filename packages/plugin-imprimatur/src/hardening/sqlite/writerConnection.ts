import type { Client, InStatement, Transaction } from '@libsql/client'
import type { Database } from 'libsql'
import type { Libsql } from './libsql.ts'
import { roomForOthers } from './roomForOthers.ts'

/** What drizzle asks of a transaction (0.45). */
export type OpenTransaction = Pick<Transaction, 'execute' | 'commit' | 'rollback'>

/**
 * The one connection of this process that writes to a SQLite file. `transaction()` of libsql's own client opens a
 * connection for each and leaves it, with its files open, to the garbage collector (`@libsql/client` 0.14): a busy server
 * would come to the end of the files that it may open. Each commit waits for the disk.
 */
export class WriterConnection {
  private readonly database: Database
  private readonly client: Client

  /**
   * @param file its path
   * @param journalSizeLimit bytes that the write-ahead log keeps when it is empty
   */
  constructor(file: string, journalSizeLimit: number, { Database, Sqlite3Client }: Libsql) {
    this.database = new Database(file)
    this.client = new Sqlite3Client(file, {}, this.database, 'number')
    this.database.exec('PRAGMA synchronous = FULL')
    this.database.exec('PRAGMA busy_timeout = 0')
    this.database.exec(`PRAGMA journal_size_limit = ${String(journalSizeLimit)}`)
  }

  /**
   * Begins a transaction, of which there is one at a time. What is over takes no more statements, whatever began since.
   *
   * @throws SQLITE_BUSY at once when another process writes
   */
  begin(): OpenTransaction {
    const { client, database } = this
    // Of one that could not be rolled back then.
    if (isWithin(database)) database.exec('ROLLBACK')
    // Not prepared: libsql 0.4 never resets a BEGIN that was turned away, and would refuse a later COMMIT.
    database.exec('BEGIN IMMEDIATE')

    let over = false
    const ifNotOver = () => {
      if (over) throw new Error('The transaction is over.')
    }
    return {
      execute: async (statement: InStatement) => {
        await roomForOthers()
        ifNotOver()
        return client.execute(statement)
      },
      commit: async () => {
        ifNotOver()
        database.exec('COMMIT')
        over = true
      },
      rollback: async () => {
        if (over) return
        over = true
        if (isWithin(database)) database.exec('ROLLBACK')
      },
    }
  }

  /**
   * Changes when another connection has committed, which is another process: all of this one's writes are made here
   * (https://www.sqlite.org/pragma.html#pragma_data_version).
   */
  async stampOfOthers(): Promise<number> {
    const { rows } = await this.client.execute('PRAGMA data_version')
    const stamp = rows[0]?.['data_version']
    if (typeof stamp !== 'number') throw new Error('imprimatur: SQLite does not say its data version.')
    return stamp
  }

  /** Rolls back what is open: libsql may keep the file locked after that, until statements of the transaction are collected. */
  close(): void {
    if (isWithin(this.database)) this.database.exec('ROLLBACK')
    this.database.close()
  }
}

/** Whether it is within a transaction. Asked after it was closed, libsql (0.4) ends the whole process. */
function isWithin(database: Database): boolean {
  return database.open && database.inTransaction
}
