import { describe, expect, it } from 'vitest'
import { chosenAlong } from '../../../packages/plugin-imprimatur/src/admin/chosenAlong.ts'
import type { Companion } from '../../../packages/plugin-imprimatur/src/admin/deskApi.ts'
import type { Option } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const aCompanion = (id: string, more: Partial<Companion> = {}, allowed = true): Companion =>
  ({
    collection: 'authors',
    id,
    needed: false,
    own: false,
    moves: [{ name: 'publish', allowed } as Option, { name: 'submit', allowed } as Option],
    ...more,
  }) as Companion

const publish = { name: 'publish' } as const
const idsOf = (companions: readonly Companion[]) => companions.map(({ id }) => id)

describe('what goes along with a move', () => {
  it('is what it needs and can go; of a submission one’s own, too', () => {
    const docs = [
      aCompanion('1', { needed: true }),
      aCompanion('2', { own: true }),
      aCompanion('3'),
      aCompanion('4', { needed: true }, false),
    ]
    expect(idsOf(chosenAlong(docs, publish, {}))).toEqual(['1'])
    expect(idsOf(chosenAlong(docs, { name: 'submit' }, {}))).toEqual(['1', '2'])
  })

  // Guard: what somebody has ticked or not holds for what is read again, which is other objects of other texts.
  it('stays as somebody has ticked it, when it is read again', () => {
    const ticked = { 'authors:1': false, 'authors:3': true }
    for (const digest of ['sha256:a', 'sha256:b'] as const) {
      const docs = [
        aCompanion('1', { needed: true, digest }),
        aCompanion('2', { needed: true, digest }),
        aCompanion('3', { digest }),
      ]
      expect(idsOf(chosenAlong(docs, publish, ticked))).toEqual(['2', '3'])
    }
  })

  it('is nothing that cannot go, ticked or not', () => {
    expect(chosenAlong([aCompanion('1', {}, false)], publish, { 'authors:1': true })).toEqual([])
  })
})
