import { INNER_PARTS, METHODS, methodsOf } from '../hardening/adapter/index.ts'

/**
 * Has every method of `database` refused that nobody here knows: what it writes would be neither judged nor proved, nor turned away within a
 * snapshot. A newer Payload may call one that is not on the list.
 */
export function refuseUnknown(database: object): void {
  for (const name of methodsOf(database)) {
    if (name in METHODS || INNER_PARTS.has(name)) continue
    const refused = () => {
      throw new Error(
        `imprimatur: the database adapter has a method “${name}” that this version of the plugin does not know. Use the versions of Payload and of the plugin that were released together.`,
      )
    }
    Object.assign(database, { [name]: refused })
  }
}
