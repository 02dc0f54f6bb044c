'use client'

import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { usePathname } from './payload3/browserRouter.ts'

/**
 * A link in the navigation that looks as Payload's own do. With `roles`, for those who have one of them.
 *
 * @param labelKey where its label lies in the config's `i18n.translations`, such as `plugin-imprimatur:queue:title`
 */
export function DeskLink({
  labelKey,
  path,
  roles,
}: {
  labelKey: string
  path: `/${string}`
  roles?: readonly string[]
}) {
  const { config } = useConfig()
  const { user } = useAuth()
  const { t } = useTranslation<Record<string, never>, string>()
  const pathname = usePathname()
  const own: unknown = user?.['roles']
  if (roles && !(Array.isArray(own) && own.some((role) => roles.includes(String(role))))) return null
  const href = formatAdminURL({ adminRoute: config.routes.admin, path })
  const here = pathname === href
  return (
    <Link aria-current={here ? 'page' : undefined} className="nav__link imp-nav-link" href={href} prefetch={false}>
      {here && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{t(labelKey)}</span>
    </Link>
  )
}
