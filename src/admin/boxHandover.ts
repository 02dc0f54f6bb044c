/** How long after the last keystroke a block hands its text on to the text around it: 250 ms in Payload 3.90, and a margin. */
const SETTLED_AFTER_MS = 400

const TYPING = ['beforeinput', 'input', 'paste', 'cut', 'drop', 'click'] as const

/**
 * Watches a document for changes that somebody makes, to wait for them. Payload's editor hands what was typed to the form
 * when the browser has time, and a block within a text later still (3.90, `useRunDeprioritized`): a save before that would
 * leave the last words out, and then take them from the screen.
 *
 * @returns `settled()`, which is there when the form has everything, and `stop()`
 */
export function watchTyping(page: Document): { settled: () => Promise<void>; stop: () => void } {
  let last = Number.NEGATIVE_INFINITY
  const note = (event: Event) => {
    const { target, type } = event
    if (type === 'click' && !(target instanceof Element && target.closest('.rich-text-lexical'))) return
    last = performance.now()
  }
  for (const name of TYPING) page.addEventListener(name, note, true)
  return {
    settled: async () => {
      for (let left = remaining(last); left > 0; left = remaining(last)) await pause(left)
      // The form takes it in one idle moment, and tells its parts in the next.
      await idle()
      await idle()
    },
    stop: () => {
      for (const name of TYPING) page.removeEventListener(name, note, true)
    },
  }
}

function remaining(last: number): number {
  return last + SETTLED_AFTER_MS - performance.now()
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
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
