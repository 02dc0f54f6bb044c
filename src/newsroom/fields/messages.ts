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

/** A validation that says how long a text is, in letters as a form counts them (UTF-16), before `validate` sees it. */
export function fitting<Options extends { readonly maxLength?: number }, Result>(
  validate: (value: string | null | undefined, options: Options) => Result,
): (value: string | null | undefined, options: Options) => Result | string {
  return (value, options) => {
    const { maxLength } = options
    return typeof value === 'string' && maxLength !== undefined && value.length > maxLength
      ? `This has ${String(value.length)} letters; ${String(maxLength)} fit. Shorten it.`
      : validate(value, options)
  }
}
