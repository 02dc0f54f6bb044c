import { describe, expect, it } from 'vitest'
import { displayNamePresent, headlinePresent } from '../../../src/newsroom/gates/name.ts'
import { fieldsOf, someFacts } from './builders.ts'

describe.each([
  ['headline', headlinePresent],
  ['displayName', displayNamePresent],
] as const)('%s', (field, gate) => {
  it.each(['China’s Communiqué', 'António', '2 + 2 = 5', '習近平', '…', '👋'])('%j is one', (value) => {
    expect(fieldsOf(gate, someFacts({ [field]: value }))).toEqual([])
  })

  it.each([
    undefined,
    null,
    '',
    ' ',
    '\n\t',
    '\u00a0',
    '\u200b\u200b',
    '\ufeff',
    '\u00ad',
    42,
    true,
    ['Headline'],
    { text: 'Headline' },
  ])('%j is none', (value) => {
    expect(fieldsOf(gate, someFacts({ [field]: value }))).toEqual([field])
  })

  it('blocks from submit on', () => {
    expect(gate.blocks).toBe('submit')
  })
})
