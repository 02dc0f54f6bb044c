import { describe, expect, it } from 'vitest'
import { breadcrumb, closesCircle } from '../../../src/newsroom/fields/cycle.ts'

const parents: Readonly<Record<string, string>> = { town: 'country', country: 'continent', one: 'two', two: 'one' }
const parentOf = (id: string) => Promise.resolve(parents[id])

describe('closesCircle', () => {
  it('refuses itself, its child and its grandchild as parent', async () => {
    expect(await closesCircle('continent', 'continent', parentOf)).toBe(true)
    expect(await closesCircle('continent', 'country', parentOf)).toBe(true)
    expect(await closesCircle('continent', 'town', parentOf)).toBe(true)
  })

  it('allows everything else', async () => {
    expect(await closesCircle('town', 'continent', parentOf)).toBe(false)
    expect(await closesCircle('town', undefined, parentOf)).toBe(false)
  })

  it('ends in a circle that is there already', async () => {
    expect(await closesCircle('town', 'one', parentOf)).toBe(false)
  })
})

describe('breadcrumb', () => {
  const nodes = new Map([
    ['world', { name: 'World', parent: undefined }],
    ['asia', { name: 'Asia', parent: 'world' }],
    ['lost', { name: 'Lost', parent: 'gone' }],
    ['one', { name: 'One', parent: 'two' }],
    ['two', { name: 'Two', parent: 'one' }],
  ])

  it('goes from the top down', () => {
    expect(breadcrumb('asia', nodes)).toBe('World › Asia')
    expect(breadcrumb('world', nodes)).toBe('World')
  })

  it('makes do with a parent that is gone, and ends in a circle', () => {
    expect(breadcrumb('lost', nodes)).toBe('Lost')
    expect(breadcrumb('one', nodes)).toBe('Two › One')
    expect(breadcrumb('gone', nodes)).toBe('')
  })
})
