import { describe, expect, it } from 'vitest'
import { askedInTurn } from '../../../packages/plugin-imprimatur/src/admin/askedInTurn.ts'

describe('questions in turn', () => {
  it('count as long as no other was asked since, each by itself', () => {
    const ask = askedInTurn()
    const other = askedInTurn()
    const isFirst = ask()
    expect(isFirst()).toBe(true)
    const isSecond = ask()
    other()
    expect([isFirst(), isSecond()]).toEqual([false, true])
  })
})
