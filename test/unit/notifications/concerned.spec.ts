import { describe, expect, it } from 'vitest'
import { concerned } from '../../../packages/plugin-imprimatur/src/domain/notifications/index.ts'
import type { Dossier, WorkflowEvent } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const before = {
  owner: 'owner',
  writers: ['writer', 'owner'],
  signOffs: [{ by: 'signer' }, { by: 'owner' }],
  schedule: { by: 'scheduler' },
  live: null,
  fastTracked: null,
} as unknown as Dossier
const event = (transition: string, more: object = {}) => ({ transition, actor: 'actor', ...more }) as WorkflowEvent

describe('an event concerns', () => {
  it.each([
    [
      'request_changes',
      [
        { kind: 'sent_back', to: ['writer', 'owner'] },
        { kind: 'voided', to: ['signer', 'scheduler'] },
      ],
    ],
    ['sign_off', [{ kind: 'signed_off', to: ['writer', 'owner'] }]],
    ['publish', [{ kind: 'published', to: ['writer', 'owner', 'signer', 'scheduler'] }]],
    ['fast_track', [{ kind: 'published', to: ['writer', 'owner', 'signer', 'scheduler'] }]],
    ['void', [{ kind: 'voided', to: ['signer', 'owner', 'scheduler', 'writer'] }]],
    ['missed', [{ kind: 'missed', to: ['scheduler', 'writer', 'owner'] }]],
    ['recall', [{ kind: 'voided', to: ['signer', 'owner', 'scheduler'] }]],
    ['spike', [{ kind: 'voided', to: ['signer', 'owner', 'scheduler'] }]],
    ['unschedule', [{ kind: 'voided', to: ['scheduler'] }]],
    ['submit', []],
    ['touch', []],
    ['schedule', []],
    ['withdraw', []],
  ])('%s: these, each once', (transition, told) => {
    expect(concerned(before, event(transition))).toEqual(told)
  })

  it('nobody when a piece begins, and whoever had a hand in it when a fast-track is reviewed', () => {
    expect(concerned(null, event('create'))).toEqual([])
    const fast = { ...before, fastTracked: { hands: ['sender'], reviewedAt: null } } as unknown as Dossier
    expect(concerned(fast, event('sign_off', { afterFastTrack: 'complete' }))).toEqual([
      { kind: 'signed_off', to: ['sender'] },
    ])
  })
})
