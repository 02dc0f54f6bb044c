import { jsonOf, type Ask } from './ask.ts'
import type { Change, ChangePage, CursorStore, Step } from './changes.ts'
import { ImprimaturError } from './ImprimaturError.ts'
import { searchOf } from './query.ts'
import { serverSentEvents } from './serverSentEvents.ts'
import { wait } from './wait.ts'

export type FollowOptions = {
  /**
   * `once`: ends when nothing is left, for a build. `poll`: looks again and again. `stream`: is told, by server-sent events, and connects
   * again when the line breaks. `poll` when left out.
   */
  readonly mode?: 'once' | 'poll' | 'stream'
  /** Where the cursor is kept. It is written when the next step is asked for: what was not applied is told again. In memory when left out. */
  readonly cursor?: CursorStore
  readonly collection?: string
  /** Each upsert brings the document, as anonymous readers get it by its id. */
  readonly include?: 'doc'
  /** From one look to the next, and at most between two tries to connect, in milliseconds; a minute when left out. */
  readonly intervalMs?: number
  /** Is told what went wrong on the way, such as a line that broke; then following goes on. Left out, the first such error is thrown. */
  readonly onError?: (error: unknown) => void
  readonly signal?: AbortSignal
}

/** Silence that is longer means that the line is gone, in milliseconds: the newsroom says something every 15 seconds. */
const SILENCE_MS = 45_000
/** Before the first try to connect again, in milliseconds; then twice as long each time. */
const FIRST_PAUSE_MS = 500

/**
 * What changes for readers, step by step, from the stored cursor on, or from nothing. Whoever applies each step ends with exactly what is
 * public.
 *
 * @throws ImprimaturError when the newsroom refuses what is asked, the signal's reason, and without `onError` what goes wrong on the way
 */
export async function* follow(ask: Ask, options: FollowOptions = {}): AsyncGenerator<Step, void, undefined> {
  const { mode = 'poll', intervalMs = 60_000, signal } = options
  const store = options.cursor ?? inMemory()
  let pause = FIRST_PAUSE_MS
  for (;;) {
    const cursor = (await store.read()) ?? undefined
    try {
      for await (const step of mode === 'stream' ? streamed(ask, cursor, options) : listed(ask, cursor, options)) {
        pause = FIRST_PAUSE_MS
        yield step
        if (step.kind === 'changes') await store.write(step.cursor)
      }
      if (mode === 'once') return
    } catch (error) {
      const { onError } = options
      if (!onError || signal?.aborted || mode === 'once' || isRefusal(error)) throw error
      onError(error)
    }
    const next = mode === 'stream' ? Math.min(pause, intervalMs) : intervalMs
    pause *= 2
    await wait(next, signal)
  }
}

/** Pages from a cursor on, until nothing is left. */
async function* listed(
  ask: Ask,
  from: string | undefined,
  { collection, include, signal }: FollowOptions,
): AsyncGenerator<Step, void, undefined> {
  for (let since = from; ;) {
    let page: ChangePage
    try {
      const answer = await ask(`/api/changes${searchOf({ since, collection, include })}`, { signal })
      page = await jsonOf<ChangePage>(answer)
    } catch (error) {
      if (!isReset(error) || since === undefined) throw error
      yield { kind: 'reset' }
      since = undefined
      continue
    }
    const { changes, cursor, more } = page
    if (changes.length > 0 || cursor !== since) yield { kind: 'changes', changes, cursor }
    if (!more) return
    since = cursor
  }
}

/** What one connection tells, until it ends. */
async function* streamed(
  ask: Ask,
  since: string | undefined,
  { collection, include, signal }: FollowOptions,
): AsyncGenerator<Step, void, undefined> {
  const silence = new AbortController()
  const giveUp = (): void => {
    silence.abort(new Error('Nothing came for too long.'))
  }
  // Only while something is waited for: how long somebody takes over a step says nothing about the line.
  const listening = async <T>(hear: () => Promise<T>): Promise<T> => {
    const timer = setTimeout(giveUp, SILENCE_MS)
    try {
      return await hear()
    } finally {
      clearTimeout(timer)
    }
  }
  const { body } = await listening(() =>
    ask(`/api/changes/stream${searchOf({ since, collection, include })}`, {
      headers: { accept: 'text/event-stream' },
      signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    }),
  )
  if (!body) return
  for await (const { event, id, data } of serverSentEvents(body, listening)) {
    if (event === 'reset') yield { kind: 'reset' }
    else if (event === 'change' && id && data !== '')
      yield { kind: 'changes', changes: [JSON.parse(data) as Change], cursor: id }
    // Nothing of what is followed has changed up to there.
    else if (data === '' && id) yield { kind: 'changes', changes: [], cursor: id }
  }
}

function isReset(error: unknown): boolean {
  return error instanceof ImprimaturError && error.code === 'cursor_reset'
}

/** Whether asking again would be of no use. */
function isRefusal(error: unknown): boolean {
  return error instanceof ImprimaturError && error.status >= 400 && error.status < 500 && error.status !== 429
}

function inMemory(): CursorStore {
  let cursor: string | null = null
  return {
    read: () => cursor,
    write: (next) => {
      cursor = next
    },
  }
}
