import { describe, expect, it } from 'vitest'
import { unreadIn } from '../../../packages/plugin-imprimatur/src/admin/unreadIn.ts'

const [READ, UNREAD] = ['2026-11-30T08:00:00.000Z', null]
const DOCS = [
  { id: '4', readAt: UNREAD },
  { id: '3', readAt: READ },
  { id: '2', readAt: UNREAD },
]

describe('what “all read” marks', () => {
  // Guard: somebody may be told of something else after the list was read.
  it('is what the list has', () => {
    expect(unreadIn({ docs: DOCS, unread: 2 })).toEqual(['4', '2'])
  })

  it('is everything where the list has not all that is unread', () => {
    expect(unreadIn({ docs: DOCS, unread: 3 })).toBe('all')
  })
})
