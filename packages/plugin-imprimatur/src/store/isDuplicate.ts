/** Whether a write broke a unique index: every adapter turns that into a `ValidationError`. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError'
}
