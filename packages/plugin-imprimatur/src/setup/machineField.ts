/** Mark of fields that the plugin writes, and that are no content. */
export const MACHINE_FIELD = { imprimatur: 'derived' } as const
