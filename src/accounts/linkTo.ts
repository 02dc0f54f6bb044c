import type { Payload } from 'payload'

/** The address, as the server is configured, at which the panel takes a new password. */
export function linkTo({ config }: Payload, token: string): string {
  return `${config.serverURL}${config.routes.admin}${config.admin.routes.reset}/${token}`
}
