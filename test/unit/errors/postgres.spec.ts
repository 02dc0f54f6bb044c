import { describe, expect, it } from 'vitest'
import {
  codeOfMalformed,
  isLostRace,
  isTransient,
  isUnavailable,
  sqlStateOf,
} from '../../../packages/plugin-imprimatur/src/errors/index.ts'

// Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html. Forms: DatabaseError of pg 8, DrizzleQueryError of drizzle 0.45.

const ofPostgres = (code: string) => Object.assign(new Error('refused'), { severity: 'ERROR', code })
const ofNode = (code: string) => Object.assign(new Error(`connect ${code}`), { code })
const ofDrizzle = (cause: Error) =>
  Object.assign(new Error('Failed query: select 1', { cause }), { query: '', params: [] })

describe('an error of Postgres', () => {
  it.each(['40001', '40P01'])('with %s is a race that was lost', (code) => {
    for (const error of [
      ofPostgres(code),
      ofDrizzle(ofPostgres(code)),
      new Error('outer', { cause: ofDrizzle(ofPostgres(code)) }),
    ])
      expect([isTransient(error), isLostRace(error), isUnavailable(error)]).toEqual([true, true, false])
  })

  it.each(['08006', '53300', '55P03', '25P03', '57P01', '57P03'])('with %s says that the database is away', (code) => {
    const error = ofDrizzle(ofPostgres(code))
    expect([isTransient(error), isUnavailable(error)]).toEqual([false, true])
  })

  it.each(['23505', '42P01', '57014'])('with %s is neither', (code) => {
    const error = ofDrizzle(ofPostgres(code))
    expect([isTransient(error), isUnavailable(error)]).toEqual([false, false])
  })

  it.each(['22P02', '22003', '22021'])('with %s is about what the client sent', (code) => {
    expect(codeOfMalformed(ofDrizzle(ofPostgres(code)))).toBe('invalid_value')
  })

  it('is told from others by its severity', () => {
    expect(sqlStateOf(ofPostgres('40001'))).toBe('40001')
    // Codes of Node and of other drivers may have five letters too.
    expect(sqlStateOf(ofNode('EPIPE'))).toBe(null)
    expect(sqlStateOf(Object.assign(new Error('busy'), { code: '40001' }))).toBe(null)
  })
})

describe('a connection that broke', () => {
  it('says that the database is away when it was the database’s', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE']) {
      expect(isUnavailable(ofDrizzle(ofNode(code)))).toBe(true)
      expect(isUnavailable(ofNode(code))).toBe(false)
    }
    for (const said of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
      expect(isUnavailable(ofDrizzle(new Error(said)))).toBe(true)
  })
})
