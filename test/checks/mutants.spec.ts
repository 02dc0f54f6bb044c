import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { MUTANTS } from '../mutants/index.mjs'
import { misplaced } from '../mutants/misplaced.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the list of guards that npm run mutants takes out', () => {
  it('is in step with the source: each text stands once in its file, and its tests are there', () => {
    expect(misplaced(MUTANTS, ROOT)).toEqual([])
  })

  it('takes out nothing twice', () => {
    const all = MUTANTS.map(({ file, find, put }) => JSON.stringify([file, find, put]))
    expect(all.filter((each, at) => all.indexOf(each) < at)).toEqual([])
  })

  it.each([
    [{ file: 'src/none.ts' }, 'there is no such file'],
    [{ find: 'no such guard' }, '0 times, not once'],
    [{ find: 'import' }, 'times, not once'],
    [{ tests: ['test/unit/none.spec.ts'] }, 'there is no test/unit/none.spec.ts'],
    [{ put: 'export const CLOCK' }, 'is the guard itself'],
  ])('says what to do about %j', (change, message) => {
    const sound = {
      file: 'packages/plugin-imprimatur/src/domain/workflow/actor.ts',
      find: 'export const CLOCK',
      put: '',
      without: 'it',
      tests: [],
    }
    expect(misplaced([sound], ROOT)).toEqual([])
    expect(misplaced([{ ...sound, ...change }], ROOT).join()).toContain(message)
  })
})
