import type { ServerFunctionsContextType } from '@payloadcms/ui'

type GetFormState = ServerFunctionsContextType['getFormState']

/** A box waits 250 ms for the next letter before it asks the server (`Form` in Payload 3.90). */
const BOX_WAITS_MS = 300

/** When a box has not asked the server for so long after a key press, the key press changed nothing. */
const BOX_ASKS_WITHIN_MS = 3_000

/** How long a save waits for the answer. */
const LONGEST_MS = 10_000

/** How soon a request without an answer is repeated: at first, and at the latest. */
const ASK_AGAIN_MS = { first: 500, last: 8_000 }

const WRITING = new Set(['beforeinput', 'input', 'paste', 'cut', 'drop'])
const EVENTS = [...WRITING, 'keydown', 'click']
const BOX = '.rich-text-lexical [data-lexical-decorator]'

/** Where a box has its pictures and links chosen. */
const DRAWER = '.payload__modal-item'

export type BoxHandover = ReturnType<typeof createBoxHandover>

/**
 * Knows when the form has all that stands on the screen. In Payload's editor (3.90) the text tells the form when the
 * browser has time; a box within the text asks the server about each change first, and tells the text when the answer
 * is there. A save before that would leave words out, and then take them from the screen.
 */
export function createBoxHandover() {
  /** Counts whatever may still bring a change. */
  let turn = 0
  /** When a box was last touched whose text may not have arrived: `performance.now()`. */
  let touched: number | null = null
  let awaitsQuestion = false
  const questions = new Set<Promise<unknown>>()
  const writingListeners = new Set<(box: Element) => void>()

  const note = (event: Event) => {
    const { target } = event
    if (!(target instanceof Element) || (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey))) return
    const inBox = target.closest(BOX) !== null
    if (!inBox && target.closest(DRAWER) === null) return
    turn += 1
    touched = performance.now()
    if (!inBox || !WRITING.has(event.type)) return
    awaitsQuestion = true
    for (const listener of writingListeners) listener(target)
  }

  return {
    /** @returns what ends it */
    watch(page: Document): () => void {
      for (const name of EVENTS) page.addEventListener(name, note, true)
      return () => {
        for (const name of EVENTS) page.removeEventListener(name, note, true)
      }
    },

    /** Calls `listener` as soon as somebody writes in a box. @returns what ends it */
    onWriting(listener: (box: Element) => void): () => void {
      writingListeners.add(listener)
      return () => writingListeners.delete(listener)
    },

    /** The same function, but requests of boxes are tracked here, and repeated until there is an answer. */
    watched(getFormState: GetFormState): GetFormState {
      return async (args) => {
        if (!args.initialBlockFormState && !args.initialBlockData) return getFormState(args)
        turn += 1
        awaitsQuestion = false
        const question = askUntilAnswered(getFormState, args)
        questions.add(question)
        try {
          return await question
        } finally {
          questions.delete(question)
          turn += 1
        }
      }
    },

    handedOn,

    /** @returns true as soon as the form has everything; false when a box waits too long for the server */
    async settled(): Promise<boolean> {
      const deadline = performance.now() + LONGEST_MS
      await handedOn()
      while (touched !== null || questions.size > 0) {
        if (performance.now() > deadline) return false
        const seen = turn
        await pause(BOX_WAITS_MS)
        await idle()
        await Promise.race([Promise.allSettled(questions), pause(deadline - performance.now())])
        await handedOn()
        const maybeLater = awaitsQuestion && touched !== null && performance.now() < touched + BOX_ASKS_WITHIN_MS
        if (seen === turn && !maybeLater) touched = null
      }
      return true
    },
  }
}

/** Without an answer Payload (3.90) would forget the change and remove the editor of the box from the screen. */
async function askUntilAnswered(getFormState: GetFormState, args: Parameters<GetFormState>[0]) {
  for (let wait = ASK_AGAIN_MS.first; ; wait = Math.min(wait * 2, ASK_AGAIN_MS.last)) {
    const answer = await getFormState(args)
    if (answer.state || args.signal?.aborted) return answer
    await pause(wait, args.signal)
  }
}

/** The form takes a text in one idle moment, and tells its parts in the next. */
async function handedOn(): Promise<void> {
  await idle()
  await idle()
}

/** Ends early when `signal` says so. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}

/** Safari has no idle callbacks. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(
        () => {
          resolve()
        },
        { timeout: 1000 },
      )
    } else setTimeout(resolve, 50)
  })
}
