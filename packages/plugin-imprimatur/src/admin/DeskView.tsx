import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { headerActions } from './payload3/headerActions.ts'
import { DefaultTemplate } from './payload3/serverRouter.ts'

/** A screen of the newsroom's own within Payload's: its navigation and header around a title and what belongs below it. */
export function DeskView({
  children,
  title,
  view: { initPageResult, params, searchParams },
}: {
  readonly children: ReactNode
  readonly title: string
  readonly view: AdminViewServerProps
}) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      payload={req.payload}
      permissions={permissions}
      req={req}
      {...(searchParams ? { searchParams } : {})}
      {...(req.user ? { user: req.user } : {})}
      viewActions={headerActions(req.payload.config)}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: title }]} />
      <main>
        <Gutter className="imp-view">
          <h1>{title}</h1>
          {children}
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}
