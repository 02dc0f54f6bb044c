import { describe, expect, it } from 'vitest'

import { bootFailure } from '../../../src/server/process/bootFailure.ts'
import { bootLog } from '../../../src/server/process/bootLog.ts'
import { EnvironmentError } from '../../../src/environment/EnvironmentError.ts'
import { createLog } from '../../../src/server/process/log.ts'

const place = {
  host: '127.0.0.1',
  port: 3000,
  databaseUri: 'mongodb://news:hunter2@db.example:27017/news',
  dataDir: '/srv/data',
}
const failed = (message: string, members: object = {}) => bootFailure(Object.assign(new Error(message), members), place)

describe('bootFailure', () => {
  it('names the port that is taken', () => {
    expect(failed('listen EADDRINUSE', { code: 'EADDRINUSE', syscall: 'listen' })).toBe(
      'Port 3000 on 127.0.0.1 is taken: stop what listens there, or set PORT to another one.',
    )
  })

  it('tells a port without rights from a file without rights', () => {
    expect(failed('listen EACCES', { code: 'EACCES', syscall: 'listen' })).toMatch(/^Port 3000 /)
    expect(failed("EACCES: permission denied, open '/x'", { code: 'EACCES', syscall: 'open' })).not.toMatch(/Port/)
  })

  it('names the database that does not answer, without its password', () => {
    const said = failed(
      'Error: cannot connect to MongoDB: Error: cannot connect to MongoDB. Details: connect ECONNREFUSED 10.0.0.1:27017',
    )
    expect(said).toBe(
      'The database at DATABASE_URI (mongodb://db.example:27017/news) does not answer: connect ECONNREFUSED 10.0.0.1:27017.',
    )
  })

  it('finds the reason below a wrapper, in a member or in the text', () => {
    expect(failed('outer', { cause: Object.assign(new Error('write'), { code: 'ENOSPC' }) })).toBe(
      'The disk that holds DATA_DIR (/srv/data) is full.',
    )
    expect(failed('Error: cannot connect to SQLite: SQLITE_FULL: database or disk is full')).toBe(
      'The disk that holds DATA_DIR (/srv/data) is full.',
    )
    expect(failed('SQLITE_NOTADB: file is not a database')).toMatch(/no sound SQLite database\.$/)
  })

  it.each([
    new EnvironmentError('PORT must be a whole number.'),
    new Error('first line\n    at foo (/srv/app.js:1:1)'),
    new Error(''),
    'thrown text',
    undefined,
    new TypeError('bad at mongodb://me:hunter2@db/x'),
  ])('is one line that ends like a sentence and has no stack or password: %s', (error) => {
    for (const said of [bootFailure(error, place), bootFailure(error, undefined)]) {
      expect(said).toMatch(/^[A-Z][^\n]*[.!?]$/)
      expect(said).not.toMatch(/hunter2|app\.js/)
    }
  })
})

describe('bootLog', () => {
  it('holds errors until the start is over and lets everything else pass', () => {
    const out: string[] = []
    const destination = bootLog({ write: (line) => out.push(line) })
    const log = createLog('debug', destination)

    log.warn('passes')
    log.error({ err: new Error('inner') }, 'held')
    expect(out.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['passes'])
    expect(destination.heldMessages()).toEqual(['held'])

    destination.release()
    log.error('after')
    expect(out.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['passes', 'held', 'after'])
    expect(destination.heldMessages()).toEqual([])
  })

  it('gives the message of an error that was logged without words', () => {
    const destination = bootLog({ write: () => undefined })
    createLog('info', destination).error({ err: new Error('why') })
    expect(destination.heldMessages()).toEqual(['why'])
  })
})
