/**
 * Whether `error` says that a transaction lost against another and may be tried again: MongoDB's label
 * `TransientTransactionError` and code 112 (WriteConflict).
 */
export function isTransient(error: unknown): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const { code, errorLabels, errorLabelSet } = each as {
      code?: unknown
      errorLabels?: readonly string[]
      errorLabelSet?: ReadonlySet<string>
    }
    const label = 'TransientTransactionError'
    if (code === 112 || errorLabels?.includes(label) || errorLabelSet?.has(label)) return true
  }
  return false
}
