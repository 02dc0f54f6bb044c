import { describe, expect, it } from 'vitest'
import { Slots } from '../../../src/accounts/slots.ts'

/** Work that is under way until it is told to end. */
function aTask() {
  let end: () => void = () => undefined
  let begun = false
  const done = new Promise<void>((resolve) => (end = resolve))
  return {
    work: () => {
      begun = true
      return done
    },
    end: () => {
      end()
    },
    begun: () => begun,
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('Slots', () => {
  it('let two run at once, and the others one after the other in their order', async () => {
    const slots = new Slots(2, 60_000)
    const tasks = [aTask(), aTask(), aTask(), aTask()]
    const all = tasks.map(({ work }) => slots.run(work))
    await settle()
    expect(tasks.map(({ begun }) => begun())).toEqual([true, true, false, false])
    tasks[1]?.end()
    await settle()
    expect(tasks.map(({ begun }) => begun())).toEqual([true, true, true, false])
    for (const { end } of tasks) end()
    await Promise.all(all)
    expect(tasks.map(({ begun }) => begun())).toEqual([true, true, true, true])
  })

  it('are given up by work that failed, and by work that says so, once', async () => {
    const slots = new Slots(1, 60_000)
    await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const [long, next, last] = [aTask(), aTask(), aTask()]
    const first = slots.run(() => {
      slots.leave()
      slots.leave()
      return long.work()
    })
    const others = [slots.run(next.work), slots.run(last.work)]
    await settle()
    expect([long.begun(), next.begun(), last.begun()]).toEqual([true, true, false])
    long.end()
    await first
    await settle()
    expect(last.begun()).toBe(false)
    next.end()
    last.end()
    await Promise.all(others)
  })

  it('refuse with `busy` whoever waited too long, and go on', async () => {
    const slots = new Slots(1, 10)
    const long = aTask()
    const first = slots.run(long.work)
    await expect(slots.run(() => Promise.resolve(1))).rejects.toMatchObject({ status: 503 })
    long.end()
    await first
    expect(await slots.run(() => Promise.resolve(2))).toBe(2)
  })
})
