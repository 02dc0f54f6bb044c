import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { describe, expect, it } from 'vitest'
import { refuseUnknown } from '../../../packages/plugin-imprimatur/src/guard/refuseUnknown.ts'
import {
  INNER_PARTS,
  METHODS,
  methodsOf,
  wrapAdapter,
  type Layer,
} from '../../../packages/plugin-imprimatur/src/hardening/adapter/index.ts'

/** Payload's own adapters as they are made, before they connect to anything. */
const ADAPTERS = {
  sqlite: () => sqliteAdapter({ client: { url: 'file:none.db' } }),
  postgres: () => postgresAdapter({ pool: {} }),
  mongodb: () => mongooseAdapter({ url: 'mongodb://127.0.0.1/none' }),
}

const made = (name: keyof typeof ADAPTERS): object => ADAPTERS[name]().init({ payload: {} as never })

describe.each(Object.keys(ADAPTERS) as (keyof typeof ADAPTERS)[])('the adapter of Payload for %s', (name) => {
  it('has no method that is not on the list', () => {
    const unknown = methodsOf(made(name)).filter((each) => !(each in METHODS) && !INNER_PARTS.has(each))
    expect(unknown).toEqual([])
  })

  it('is left as it is by the refusal of what is not on the list', () => {
    const database = made(name)
    const before = { ...database }
    refuseUnknown(database)
    expect(database).toEqual(before)
  })
})

describe('a method that is not on the list', () => {
  class Newer {
    find() {
      return 'found'
    }
    updateEverything() {
      return 'updated'
    }
  }

  // Guard: refuseUnknown() in guardDatabase.
  it('is refused by its name, inherited or not, and the others are called as before', () => {
    const database = Object.assign(new Newer(), { createMany: () => 'created', execute: () => 'done' })
    refuseUnknown(database)
    expect(() => database.updateEverything()).toThrow('a method “updateEverything” that this version')
    expect(() => database.createMany()).toThrow('a method “createMany”')
    expect([database.find(), database.execute()]).toEqual(['found', 'done'])
  })
})

describe('layers', () => {
  it('are called from the first to the last, each with what the one before made of it', async () => {
    const seen: string[] = []
    const naming =
      (name: string): Layer =>
      (method, kind, next) =>
        kind === 'writes'
          ? (args) => {
              seen.push(`${name} ${method} ${String(args.said)}`)
              return next({ said: `${String(args.said)}+${name}` })
            }
          : next
    const database = {
      told: 'nothing',
      create(this: { told: string }, { said }: { said: string }) {
        this.told = said
        return Promise.resolve(said)
      },
      find: () => Promise.resolve('found'),
    }
    const { find } = database
    wrapAdapter(database, [naming('outer'), naming('inner')])
    expect(await database.create({ said: 'a' })).toBe('a+outer+inner')
    expect(seen).toEqual(['outer create a', 'inner create a+outer'])
    expect(database.told).toBe('a+outer+inner')
    expect(database.find).toBe(find)
    expect('upsert' in database).toBe(false)
  })
})
