import type { CustomComponent, SanitizedConfig } from 'payload'

/** What stands at the right of the header, in the order in which Payload's own pages have it: the other way round. */
export function headerActions({ admin }: SanitizedConfig): CustomComponent[] {
  return admin.components.actions.toReversed()
}
