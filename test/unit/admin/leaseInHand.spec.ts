import { describe, expect, it } from 'vitest'
import { leaseInHand } from '../../../packages/plugin-imprimatur/src/admin/leaseInHand.ts'
import type { LeaseView } from '../../../packages/plugin-imprimatur/src/operations/index.ts'

const PIECE = { collection: 'articles', id: '1' }
const NOBODY: LeaseView = { lease: null, lost: null }
const heldBy = (name: string, yours: boolean): LeaseView => ({
  lease: { holder: { id: name, name }, yours, since: '2026-11-30T08:00:00.000Z', until: '2026-11-30T08:01:00.000Z' },
  lost: null,
})
const [MINE, OTHERS] = [heldBy('Ann', true), heldBy('Bea', false)]

/** A newsroom that answers when it is told to, in any order. */
function aNewsroom() {
  const asked: { what: string; answer: (view: LeaseView) => void }[] = []
  const answered = (what: string) =>
    new Promise<LeaseView>((answer) => {
      asked.push({ what, answer })
    })
  const lease = leaseInHand(
    { lease: () => answered('lease'), hold: () => answered('hold'), leave: () => answered('leave') },
    PIECE,
  )
  return {
    lease,
    whats: () => asked.map(({ what }) => what),
    answer: async (nth: number, view: LeaseView) => {
      await expect.poll(() => asked.length).toBeGreaterThan(nth)
      asked[nth]?.answer(view)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

describe('the lease that a page has', () => {
  it('is taken by whoever writes, and let go of with the page', async () => {
    const { answer, lease, whats } = aNewsroom()
    const looked = lease.look(true)
    await answer(0, NOBODY)
    await answer(1, MINE)
    expect(await looked).toEqual(MINE)
    lease.leave()
    lease.leave()
    expect(whats()).toEqual(['lease', 'hold', 'leave'])
  })

  it('is neither taken from others nor let go of where it was never held', async () => {
    const { answer, lease, whats } = aNewsroom()
    const looked = lease.look(true)
    await answer(0, OTHERS)
    expect(await looked).toEqual(OTHERS)
    lease.leave()
    expect(whats()).toEqual(['lease'])
  })

  // Guard: the page is gone, and nobody else would let go of what was got hold of a moment later.
  it('is let go of when the newsroom answers after the page was left', async () => {
    const { answer, lease, whats } = aNewsroom()
    const looked = lease.look(true)
    await answer(0, NOBODY)
    lease.leave()
    await answer(1, MINE)
    await looked
    expect(whats()).toEqual(['lease', 'hold', 'leave'])
  })

  it('is not taken for a page that was left meanwhile', async () => {
    const { answer, lease, whats } = aNewsroom()
    const looked = lease.look(true)
    lease.leave()
    await answer(0, NOBODY)
    await looked
    expect(whats()).toEqual(['lease'])
  })

  it('is taken again by a page that comes back', async () => {
    const { answer, lease, whats } = aNewsroom()
    lease.leave()
    lease.comeBack()
    const looked = lease.look(true)
    await answer(0, NOBODY)
    await answer(1, MINE)
    expect(await looked).toEqual(MINE)
    expect(whats()).toEqual(['lease', 'hold'])
  })

  // Guard: an older answer does not take the place of a newer one.
  it('is told by the newest answer', async () => {
    const { answer, lease } = aNewsroom()
    const [older, newer] = [lease.look(false), lease.look(false)]
    await answer(1, OTHERS)
    await answer(0, NOBODY)
    expect([await older, await newer]).toEqual([null, OTHERS])
  })

  it('is told by what was taken over, and not by what was asked before', async () => {
    const { answer, lease } = aNewsroom()
    const looked = lease.look(false)
    const taken = lease.takeOver()
    await answer(1, MINE)
    await answer(0, OTHERS)
    expect([await looked, await taken]).toEqual([null, MINE])
  })

  it('is let go of, too, where an answer that came between said that nobody holds it', async () => {
    const { answer, lease, whats } = aNewsroom()
    const older = lease.look(true)
    await answer(0, NOBODY)
    const newer = lease.look(false)
    await answer(2, NOBODY)
    await answer(1, MINE)
    expect([await older, await newer]).toEqual([null, NOBODY])
    lease.leave()
    expect(whats()).toEqual(['lease', 'hold', 'lease', 'leave'])
  })
})
