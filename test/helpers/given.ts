/** `value`, which has to be there. */
export function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('There is no such thing.')
  return value
}
