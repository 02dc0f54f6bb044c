import { describe, expect, it } from 'vitest'
import { runJobs } from '../../scripts/runJobs.mjs'

type Job = { readonly name: string; readonly after?: readonly string[]; readonly run: () => Promise<void> }

/** Jobs that run until they are told to end, and what has begun so far. */
function theJobs(...list: readonly (string | readonly [string, ...string[]])[]) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const jobs = list.map((each): Job => {
    const [name, ...after] = typeof each === 'string' ? [each] : each
    const run = () => {
      begun.push(name)
      return new Promise<void>((resolve) => ends.set(name, resolve))
    }
    return { name, after, run }
  })
  /** Ends a job, and waits until the next ones have begun. */
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { jobs, begun, end }
}

describe('runJobs', () => {
  it('does as many at once as there are lanes, and the next when one has ended', async () => {
    const { jobs, begun, end } = theJobs('a', 'b', 'c', 'd')
    const all = runJobs(jobs, 2)
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('a')
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    await end('c')
    await end('d')
    await all
  })

  it('passes over a job until those that it waits for have ended', async () => {
    const { jobs, begun, end } = theJobs('a', ['late', 'a', 'b'], 'b', 'c')
    const all = runJobs(jobs, 2)
    expect(begun).toEqual(['a', 'b'])
    await end('a')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c', 'late'])
    await end('late')
    await end('c')
    await all
  })

  it('refuses jobs that wait for what is not there, or for each other', async () => {
    await expect(runJobs(theJobs(['a', 'b']).jobs, 2)).rejects.toThrow('a waits for b, which is no job.')
    await expect(runJobs(theJobs(['a', 'b'], ['b', 'a']).jobs, 2)).rejects.toThrow('wait for each other: a, b')
  })

  it('fails when a job does', async () => {
    const broken: Job = { name: 'a', run: () => Promise.reject(new Error('It broke.')) }
    await expect(runJobs([broken], 2)).rejects.toThrow('It broke.')
  })
})
