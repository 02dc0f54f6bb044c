import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { actorOf } from '../payload/plugin/index.ts'
import { mayWrite } from '../workflow/index.ts'
import { ImportPage } from './ImportPage.tsx'
import { loginAddress } from './loginAddress.ts'

/** Where a page of text becomes drafts. */
export function ImportView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload } = req
  if (!req.user || !permissions.canAccessAdmin) {
    const address = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/import' })
    redirect(loginAddress(payload.config, address))
  }
  const actor = actorOf(req)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      payload={payload}
      permissions={permissions}
      req={req}
      {...(searchParams ? { searchParams } : {})}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: 'Import a page' }]} />
      <Gutter className="imp-view">
        <h1>Import a page</h1>
        {actor && mayWrite(actor, undefined) ? (
          <ImportPage />
        ) : (
          <p className="imp-empty">Importing is writing: it takes the role of a contributor or an editor.</p>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
