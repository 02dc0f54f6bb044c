import { describe, expect, it } from 'vitest'
import type { PayloadRequest } from 'payload'
import { anyOfRoles, anyStaff, staffMember } from '../../../src/accounts/staff.ts'
import { sameWords } from '../../../src/accounts/userRights.ts'

const asking = (user: unknown) => ({ req: { user } as PayloadRequest })
const person = { id: '1', collection: 'users', active: true, roles: ['editor'] }

describe('staffMember', () => {
  it('knows who works here', () => {
    expect(staffMember(asking(person).req)).toEqual({ id: '1', roles: ['editor'] })
  })

  it.each([
    ['a reader', null],
    ['nobody', undefined],
    ['somebody who left', { ...person, active: false }],
    ['an account of another collection', { ...person, collection: 'subscribers' }],
    ['an account without a collection', { id: '1', roles: ['admin'] }],
  ])('does not count %s', (_, user) => {
    expect(staffMember(asking(user).req)).toBeUndefined()
    expect(anyStaff(asking(user))).toBe(false)
    expect(anyOfRoles('editor', 'admin')(asking(user))).toBe(false)
  })
})

describe('anyOfRoles', () => {
  it('asks for one of them', () => {
    expect(anyOfRoles('editor', 'admin')(asking(person))).toBe(true)
    expect(anyOfRoles('admin')(asking(person))).toBe(false)
    expect(anyOfRoles('editor')(asking({ ...person, roles: undefined }))).toBe(false)
    expect(anyOfRoles('editor')(asking({ ...person, roles: 'editor' }))).toBe(false)
  })
})

describe('sameWords', () => {
  it('looks at the words, not at their order', () => {
    expect(sameWords(['a', 'b'], ['b', 'a', 'a'])).toBe(true)
    expect(sameWords(undefined, [])).toBe(true)
    expect(sameWords(['a'], ['a', 'b'])).toBe(false)
    expect(sameWords('admin', ['admin'])).toBe(false)
  })
})
