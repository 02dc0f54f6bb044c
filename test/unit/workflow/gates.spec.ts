import { describe, expect, it } from 'vitest'
import { runGates, type Gate, type GateFacts } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { NOW } from './builders.ts'

const facts: GateFacts = {
  collection: 'articles',
  doc: { headline: '' },
  now: NOW,
  media: [],
  related: new Map(),
  slugTaken: false,
  slugLeadsTo: null,
  limits: {},
}

const silent: Gate = { code: 'silent', blocks: 'submit', check: () => [] }
const strict: Gate = {
  code: 'strict',
  blocks: 'submit',
  check: () => [
    { message: 'One.', field: 'a' },
    { message: 'Two.', hint: 'Mend it.' },
  ],
}
const mild: Gate = {
  code: 'mild',
  blocks: 'never',
  check: ({ doc }) => (doc.headline === '' ? [{ message: 'Three.' }] : []),
}

describe('runGates()', () => {
  it('collects every fault with the gate’s name and what it blocks, in the order of the gates', () => {
    expect(runGates([silent, strict, mild], facts)).toEqual([
      { gate: 'strict', blocks: 'submit', message: 'One.', field: 'a' },
      { gate: 'strict', blocks: 'submit', message: 'Two.', hint: 'Mend it.' },
      { gate: 'mild', blocks: 'never', message: 'Three.' },
    ])
  })

  it('finds nothing without gates', () => {
    expect(runGates([], facts)).toEqual([])
  })

  it('does not let a gate pass itself off as another', () => {
    const posing = {
      code: 'real',
      blocks: 'submit',
      check: () => [{ message: 'X.', gate: 'other', blocks: 'never' }],
    } as unknown as Gate
    expect(runGates([posing], facts)).toEqual([{ message: 'X.', gate: 'real', blocks: 'submit' }])
  })
})
