import { keepIn, keptIn } from './browserStore.ts'

/** How long a tab waits for its own name, which the page before this one may not have let go yet, in milliseconds. */
const LONGEST_MS = 1_000

const KEY = 'imprimatur-tab'
const LOCK = 'imprimatur-tab:'

let own: Promise<string> | null = null

/**
 * The name of this tab. It is the same when its page is loaded again, and no other tab has it while this page lives, not even a copy of
 * the tab.
 */
export function tabName(): Promise<string> {
  own ??= claim(keptIn('sessionStorage', KEY) ?? newName())
  return own
}

/**
 * Names of the tabs whose page lives; null where the browser does not tell (it has no locks outside of https).
 */
export async function livingTabs(): Promise<ReadonlySet<string> | null> {
  const now = await locks()
    ?.query()
    .catch(() => undefined)
  const held = now?.held
  return held ? new Set(held.map(({ name = '' }) => name.replace(LOCK, ''))) : null
}

async function claim(name: string): Promise<string> {
  if (!(await hold(name))) return claim(newName())
  // A browser that keeps nothing has nothing to tell apart.
  keepIn('sessionStorage', KEY, name)
  return name
}

/** @returns false when the page of another tab has the name */
function hold(name: string): Promise<boolean> {
  const request = locks()
  if (!request) return Promise.resolve(true)
  return new Promise((resolve) => {
    const forEver = () => {
      resolve(true)
      return new Promise<never>(() => undefined)
    }
    request.request(LOCK + name, { signal: AbortSignal.timeout(LONGEST_MS) }, forEver).catch((error: unknown) => {
      resolve(!(error instanceof DOMException && error.name === 'TimeoutError'))
    })
  })
}

function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks
}

function newName(): string {
  return Math.random().toString(36).slice(2)
}
