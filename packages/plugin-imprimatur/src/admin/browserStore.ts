/** What outlives the page, or lives as long as the tab. */
type Store = 'localStorage' | 'sessionStorage'

/** What is kept; null when nothing is, or when the browser keeps nothing. */
export function keptIn(store: Store, key: string): string | null {
  try {
    return globalThis[store].getItem(key)
  } catch {
    return null
  }
}

/** @returns false when the browser keeps nothing, or has no room */
export function keepIn(store: Store, key: string, text: string): boolean {
  try {
    globalThis[store].setItem(key, text)
    return true
  } catch {
    return false
  }
}

export function forgetIn(store: Store, key: string): void {
  try {
    globalThis[store].removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Keys that begin so. */
export function keysIn(store: Store, prefix: string): readonly string[] {
  try {
    return Object.keys(globalThis[store]).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}
