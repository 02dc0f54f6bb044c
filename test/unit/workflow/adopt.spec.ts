import { describe, expect, it } from 'vitest'
import {
  adoptPublic,
  faultInHistory,
  fold,
  noteChange,
  appendToChain,
  type WorkflowEvent,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const DIGEST = `sha256:${'a'.repeat(64)}` as const
const NEXT = `sha256:${'b'.repeat(64)}` as const
const NOW = new Date('2026-03-01T10:00:00Z')
const { dossier, event } = adoptPublic({ collection: 'posts', id: '1', digest: DIGEST, now: NOW })

describe('what was public before there was a workflow', () => {
  it('is public from then on, by nobody’s sign-off', () => {
    expect(event).toMatchObject({ seq: 1, transition: 'adopt', from: null, to: 'published', actor: 'system:adopt' })
    expect(fold([event])).toMatchObject({
      stage: 'published',
      live: { digest: DIGEST, since: '2026-03-01T10:00:00.000Z', event: 1, signOffs: [], writers: [] },
      firstPublishedAt: '2026-03-01T10:00:00.000Z',
      writers: [],
      signOffs: [],
    })
    expect(faultInHistory([event])).toBeNull()
  })

  it('goes on as any public piece', () => {
    const change = { actor: { kind: 'system', id: 'system:adopt' } as const, before: DIGEST, after: NEXT, now: NOW }
    const next = noteChange(dossier, change)
    expect(next.event).toMatchObject({ transition: 'revise', from: 'published', to: 'draft' })
    expect(faultInHistory(next.event ? [event, next.event] : [])).toBeNull()
  })

  it.each<[string, Partial<WorkflowEvent>]>([
    ['by a person', { actor: 'rita' }],
    ['as a draft', { to: 'draft' }],
  ])('was recorded by nobody else: %s', (_what, change) => {
    const { hash: _hash, prevHash: _prev, seq: _seq, ...draft } = { ...event, ...change }
    expect(faultInHistory([appendToChain(draft, { seq: 0, head: null })])).toContain('was not recorded by the system')
  })

  it('is recorded once, at the beginning', () => {
    const { hash: _hash, prevHash: _prev, seq: _seq, ...draft } = event
    const again = appendToChain(draft, { seq: 1, head: event.hash })
    expect(faultInHistory([event, again])).toContain('is not where a history begins')
    expect(() => fold([event, again])).toThrow()
  })

  it('does not begin as anything but a draft when somebody made it', () => {
    const { hash: _hash, prevHash: _prev, seq: _seq, ...draft } = event
    const made = appendToChain({ ...draft, transition: 'create', actor: 'edith' }, { seq: 0, head: null })
    expect(faultInHistory([made])).toContain('made something else than a draft')
  })
})
