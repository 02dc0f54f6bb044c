import type { Database } from 'libsql'
import { Turns } from '../adapter/index.ts'
import type { Libsql } from './libsql.ts'
import { makeRoom } from './roomForOthers.ts'

/** How many may be open at once. Each keeps a connection, with a cache of its own, until the database is closed. */
const MOST = 8

/** A snapshot: what Payload reads through, and its end. */
export type OpenSnapshot = {
  readonly db: unknown
  readonly end: () => void
}

/**
 * Connections to a SQLite file that read: within a transaction each sees the database as it was at its first read, whatever
 * is committed since (https://www.sqlite.org/isolation.html, write-ahead log).
 */
export class SnapshotConnections {
  private readonly turns = new Turns(MOST)
  private readonly idle: Reader[] = []
  private readonly open = new Set<Reader>()

  /**
   * @param file its path
   * @param schema tables, as Payload's adapter has them
   * @param busyTimeoutMs how long a read waits for a process that recovers the file
   */
  constructor(
    private readonly file: string,
    private readonly schema: Record<string, unknown>,
    private readonly busyTimeoutMs: number,
    private readonly libsql: Libsql,
  ) {}

  /** @throws CodedError `busy` when none was free for `longestMs`. */
  async begin(longestMs: number): Promise<OpenSnapshot> {
    const leave = await this.turns.take(longestMs)
    try {
      const reader = this.idle.pop() ?? this.another()
      reader.begin()
      return {
        db: reader.db,
        end: () => {
          this.end(reader, leave)
        },
      }
    } catch (error) {
      leave()
      throw error
    }
  }

  close(): void {
    for (const reader of this.open) reader.close()
    this.open.clear()
    this.idle.length = 0
  }

  private another(): Reader {
    const reader = new Reader(this.file, this.schema, this.busyTimeoutMs, this.libsql)
    this.open.add(reader)
    return reader
  }

  /** A connection that cannot be used again, as it is still in the middle of something, is closed. */
  private end(reader: Reader, leave: () => void): void {
    try {
      if (!this.open.has(reader)) return
      if (reader.end()) {
        this.idle.push(reader)
        return
      }
      this.open.delete(reader)
      reader.close()
    } finally {
      leave()
    }
  }
}

class Reader {
  readonly db: unknown
  private readonly database: Database

  constructor(
    file: string,
    schema: Record<string, unknown>,
    busyTimeoutMs: number,
    { Database, Sqlite3Client, drizzle }: Libsql,
  ) {
    this.database = new Database(file)
    this.database.exec(`PRAGMA busy_timeout = ${String(busyTimeoutMs)}`)
    this.database.exec('PRAGMA query_only = ON')
    const client = new Sqlite3Client(file, {}, this.database, 'number')
    makeRoom(client)
    this.db = drizzle(client, { schema })
  }

  /** The first read decides what the transaction sees. */
  begin(): void {
    this.database.exec('BEGIN DEFERRED')
    this.database.exec('SELECT 1 FROM sqlite_schema LIMIT 1')
  }

  end(): boolean {
    try {
      this.database.exec('ROLLBACK')
      return !this.database.inTransaction
    } catch {
      return false
    }
  }

  close(): void {
    this.database.close()
  }
}
