import { expect, it } from 'vitest'
import { aheadOfOthers, Turns } from '../../../packages/plugin-imprimatur/src/hardening/adapter/index.ts'

const LONG_MS = 60_000

/** Who had the one place, one after the other, when all of them came while somebody else had it. */
async function orderOf(turns: Turns, coming: readonly (readonly [name: string, ahead: boolean])[]): Promise<string[]> {
  const order: string[] = []
  const first = await turns.take(LONG_MS)
  const all = coming.map(([name, ahead]) => {
    const have = async () => {
      const leave = await turns.take(LONG_MS)
      order.push(name)
      leave()
    }
    return ahead ? aheadOfOthers(have) : have()
  })
  first()
  await Promise.all(all)
  return order
}

// Guard: Turns.wait puts what is hurried before the rest, and behind what was hurried before it.
it('lets those ahead go first, and otherwise keeps the order of arrival', async () => {
  const save = false
  const login = true
  const order = await orderOf(new Turns(1), [
    ['save 1', save],
    ['save 2', save],
    ['login 1', login],
    ['save 3', save],
    ['login 2', login],
  ])
  expect(order).toEqual(['login 1', 'login 2', 'save 1', 'save 2', 'save 3'])
})

it('hurries nothing that was begun outside, and nothing afterwards', async () => {
  await aheadOfOthers(() => Promise.resolve())
  expect(
    await orderOf(new Turns(1), [
      ['one', false],
      ['two', false],
    ]),
  ).toEqual(['one', 'two'])
})

it('refuses with busy who waited too long, ahead or not, and leaves the rest in their order', async () => {
  const turns = new Turns(1)
  const leave = await turns.take(LONG_MS)
  const late = aheadOfOthers(() => turns.take(1))
  const patient = turns.take(LONG_MS)
  await expect(late).rejects.toMatchObject({ status: 503, data: { entries: [{ code: 'busy' }] } })
  leave()
  ;(await patient)()
  ;(await turns.take(1))()
})
