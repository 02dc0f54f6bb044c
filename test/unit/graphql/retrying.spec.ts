import { describe, expect, it } from 'vitest'
import { coded } from '../../../packages/plugin-imprimatur/src/errors/CodedError.ts'
import { noteLostRace, retrying, TRIES } from '../../../packages/plugin-imprimatur/src/transaction/retrying.ts'

const lost = () => Object.assign(new Error('WriteConflict'), { code: 112 })

describe('retrying()', () => {
  it('does work six times that always loses, and then says that the newsroom is busy', async () => {
    let times = 0
    const work = () => {
      times++
      return Promise.reject(lost())
    }
    await expect(retrying(work)).rejects.toMatchObject({ status: 503, data: { entries: [{ code: 'busy' }] } })
    expect([times, TRIES]).toEqual([6, 6])
  })

  it('is one layer, however many are around each other', async () => {
    let times = 0
    const work = () => {
      times++
      return Promise.reject(lost())
    }
    let begun = 0
    const outermost = () => {
      begun++
      return retrying(() => retrying(work))
    }
    await expect(retrying(outermost)).rejects.toMatchObject({ status: 503 })
    // All of it is done again, from the outermost on, and not what is within it six times.
    expect([begun, times]).toEqual([6, 6])
  })

  it('does again what answered that it lost, and gives the last answer', async () => {
    let times = 0
    const answers = retrying(() => {
      times++
      if (times < 3) noteLostRace(lost())
      return Promise.resolve(times)
    })
    expect(await answers).toBe(3)
    times = -99
    expect(await retrying(() => (noteLostRace(lost()), Promise.resolve(++times)))).toBe(-93)
  })

  it('does nothing again that was refused or failed for another reason, being busy among them', async () => {
    for (const error of [coded('forbidden'), coded('busy'), new Error('a fault')]) {
      let times = 0
      await expect(
        retrying(() => {
          times++
          return Promise.reject(error)
        }),
      ).rejects.toBe(error)
      expect(times).toBe(1)
    }
  })
})
