import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { loaded } from '../../../packages/plugin-imprimatur/src/admin/loaded.ts'
import { coded } from '../../../packages/plugin-imprimatur/src/errors/index.ts'

const outcomeOf = async (failure: unknown) => {
  const logged: unknown[] = []
  const payload = { logger: { error: (line: unknown) => logged.push(line) } } as unknown as Payload
  const outcome = await loaded(payload, () => Promise.reject(failure as Error))
  return { outcome, logged: logged.length }
}

describe('a part of a page that could not be loaded', () => {
  it('has the code of a refusal, also where another copy of the module made it, and no line in the log', async () => {
    const { data } = coded('not_found')
    const ofCopy = Object.assign(new Error('no'), { data })
    for (const refusal of [coded('not_found'), ofCopy])
      expect(await outcomeOf(refusal)).toEqual({ outcome: { code: 'not_found' }, logged: 0 })
  })

  it('is busy when the database is', async () => {
    const lost = Object.assign(new Error('could not serialize access'), { code: '40001', severity: 'ERROR' })
    expect(await outcomeOf(lost)).toEqual({ outcome: { code: 'busy' }, logged: 0 })
  })

  it('has no code when something broke, which the log tells', async () => {
    expect(await outcomeOf(new TypeError('broken'))).toEqual({ outcome: { code: undefined }, logged: 1 })
  })

  it('is what was loaded when nothing failed', async () => {
    expect(await loaded({} as Payload, () => Promise.resolve(3))).toEqual({ found: 3 })
  })
})
