/** Whether nothing was entered: no value, an empty text or an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/**
 * A validation that asks for a missing value in words of its own, and leaves everything else to `validate`, the one that Payload
 * ships for the type of field (`payload/shared`).
 */
export function asked<Value, Options, Result>(
  message: string,
  validate: (value: Value, options: Options) => Result,
): (value: Value, options: Options) => Result | string {
  return (value, options) => (isBlank(value) ? message : validate(value, options))
}
