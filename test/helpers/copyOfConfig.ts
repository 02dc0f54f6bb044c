/** Lists and plain objects of a config anew, all else as it is: Payload (3.90) writes into the configs that it is given. */
export function copyOfConfig<T>(config: T): T {
  const copies = new Map<object, unknown>()
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value
    if (copies.has(value)) return copies.get(value)
    const made: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
    copies.set(value, made)
    return Object.assign(made, Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each)])))
  }
  return copy(config) as T
}
