import { describe, expect, it } from 'vitest'
import { planSlug, slugCandidates, type SlugSituation } from '../../../src/newsroom/fields/planSlug.ts'

const situation = (given: Partial<SlugSituation>): SlugSituation => ({
  typed: '',
  stored: '',
  automatic: '',
  normalised: given.typed ?? '',
  regenerate: false,
  ...given,
})

describe('planSlug', () => {
  it('makes one from the headline where there is none', () => {
    expect(planSlug(situation({ automatic: 'on-rivers' }))).toEqual({ kind: 'next_free', base: 'on-rivers' })
  })

  it('waits for a headline', () => {
    expect(planSlug(situation({}))).toEqual({ kind: 'keep', slug: '' })
  })

  it('keeps the one that is there when the headline changes', () => {
    expect(planSlug(situation({ typed: 'on-rivers', stored: 'on-rivers', automatic: 'on-lakes' }))).toEqual({
      kind: 'keep',
      slug: 'on-rivers',
    })
  })

  it('keeps a numbered one: its number is no wish of anybody’s', () => {
    expect(planSlug(situation({ typed: 'on-rivers-2', stored: 'on-rivers-2', automatic: 'on-rivers' })).kind).toBe(
      'keep',
    )
  })

  it('takes a typed one exactly, in the alphabet of slugs', () => {
    expect(planSlug(situation({ typed: 'Über Flüsse', normalised: 'ueber-fluesse', automatic: 'on-rivers' }))).toEqual({
      kind: 'exactly',
      slug: 'ueber-fluesse',
    })
  })

  it('takes a typed one that is what the headline makes for an automatic one', () => {
    expect(planSlug(situation({ typed: 'on-rivers', automatic: 'on-rivers' })).kind).toBe('next_free')
  })

  it('makes a new one when the stored one is emptied', () => {
    expect(planSlug(situation({ typed: '', stored: 'on-rivers', automatic: 'on-lakes' }))).toEqual({
      kind: 'next_free',
      base: 'on-lakes',
    })
  })

  it('makes a new one when that is asked for, unless another was typed in the same save', () => {
    const stored = { stored: 'on-rivers', automatic: 'on-lakes', regenerate: true }
    expect(planSlug(situation({ ...stored, typed: 'on-rivers' }))).toEqual({ kind: 'next_free', base: 'on-lakes' })
    expect(planSlug(situation({ ...stored, typed: 'on-seas' }))).toEqual({ kind: 'exactly', slug: 'on-seas' })
  })
})

describe('slugCandidates', () => {
  it('counts from 2', () => {
    expect(slugCandidates('a', 1, 3)).toEqual(['a', 'a-2', 'a-3'])
    expect(slugCandidates('a', 21, 2)).toEqual(['a-21', 'a-22'])
  })

  it('never gets longer than a slug may be, and leaves no hyphen dangling', () => {
    const base = `${'a'.repeat(77)}-bc`
    expect(base).toHaveLength(80)
    expect(slugCandidates(base, 2, 1)).toEqual([`${'a'.repeat(77)}-2`])
    expect(slugCandidates('a'.repeat(80), 100, 1)).toEqual([`${'a'.repeat(76)}-100`])
  })
})
