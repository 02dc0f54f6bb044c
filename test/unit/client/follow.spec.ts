import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ask } from '../../../packages/client/src/ask.ts'
import { follow } from '../../../packages/client/src/follow.ts'

/** A stream that is told by hand, by a clock that is moved by hand. Against a newsroom: test/int/client.int.spec.ts. */

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Each connection; what it is asked for breaks off when it is told to, as that of fetch does. */
function aNewsroom() {
  const lines: { readonly say: (text: string) => void; readonly isBroken: () => boolean }[] = []
  const ask: Ask = (_, { signal } = {}) => {
    let say!: (text: string) => void
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        say = (text) => {
          controller.enqueue(new TextEncoder().encode(text))
        }
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason)
        })
      },
    })
    lines.push({ say, isBroken: () => signal?.aborted === true })
    return Promise.resolve(new Response(body))
  }
  return { ask, lines }
}
const change = (seq: number) => `id: ${String(seq)}\nevent: change\ndata: {"seq":${String(seq)}}\n\n`

describe('follow, by a stream', () => {
  // Guard: the time of silence is counted while something is waited for.
  it('keeps its line while a step is worked on, however long', async () => {
    const { ask, lines } = aNewsroom()
    const steps = follow(ask, { mode: 'stream' })
    const first = steps.next()
    await vi.advanceTimersByTimeAsync(0)
    lines[0]?.say(change(1))
    expect((await first).value).toMatchObject({ cursor: '1' })
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    lines[0]?.say(change(2))
    expect((await steps.next()).value).toMatchObject({ cursor: '2' })
    expect(lines.map(({ isBroken }) => isBroken())).toEqual([false])
    await steps.return()
  })

  it('takes a line for gone on which nothing is heard', async () => {
    const { ask, lines } = aNewsroom()
    const errors: unknown[] = []
    const steps = follow(ask, { mode: 'stream', onError: (error) => errors.push(error) })
    const first = steps.next()
    await vi.advanceTimersByTimeAsync(40_000)
    lines[0]?.say(':\n\n')
    await vi.advanceTimersByTimeAsync(44_000)
    expect(errors).toEqual([])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(errors).toEqual([new Error('Nothing came for too long.')])
    lines[1]?.say('id: 7\n\n')
    // Nothing has changed up to there.
    expect((await first).value).toEqual({ kind: 'changes', changes: [], cursor: '7' })
    await steps.return()
  })

  it('goes on from a change that says nothing', async () => {
    const { ask, lines } = aNewsroom()
    const errors: unknown[] = []
    const steps = follow(ask, { mode: 'stream', onError: (error) => errors.push(error) })
    const first = steps.next()
    await vi.advanceTimersByTimeAsync(0)
    lines[0]?.say('id: 7\nevent: change\ndata:\n\n')
    // Time for a second try: what cannot be read would be asked for again.
    await vi.advanceTimersByTimeAsync(1_000)
    expect(errors).toEqual([])
    expect((await first).value).toEqual({ kind: 'changes', changes: [], cursor: '7' })
    await steps.return()
  })
})
