import type { SanitizedConfig } from 'payload'
import { formatAdminURL } from 'payload/shared'

/** Where to log in, to come back to `address` afterwards. Views of one's own are open to all in Payload 3.90. */
export function loginAddress(config: SanitizedConfig, address: string): string {
  const login = formatAdminURL({ adminRoute: config.routes.admin, path: config.admin.routes.login })
  return `${login}?${new URLSearchParams({ redirect: address })}`
}
