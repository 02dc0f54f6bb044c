import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { actorOf } from 'payload-plugin-imprimatur'
import { mayWrite } from 'payload-plugin-imprimatur/workflow'
import { DeskView, loginAddress, redirect } from 'payload-plugin-imprimatur/rsc'
import { ImportPage } from './ImportPage.tsx'
import { sayIn } from './sayIn.ts'

/** Where a page of text becomes drafts. */
export function ImportView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { config } = req.payload
  if (!req.user || !permissions.canAccessAdmin) {
    redirect(loginAddress(config, formatAdminURL({ adminRoute: config.routes.admin, path: '/import' })))
  }
  const actor = actorOf(req)
  const say = sayIn(req.i18n)
  return (
    <DeskView title={say('Import a page')} view={view}>
      {actor && mayWrite(actor, undefined) ? (
        <ImportPage />
      ) : (
        <p className="imp-empty">{say('To import, you need the role of a contributor or an editor.')}</p>
      )}
    </DeskView>
  )
}
