import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { releaseRefusal } from '../domain/releases/index.ts'
import { CodedError } from '../errors/index.ts'
import { releaseOf, type ReleaseView as Release } from '../operations/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff, requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { DeskView } from './DeskView.tsx'
import { labelIn } from './labelIn.ts'
import { loginAddress } from './loginAddress.ts'
import { notFound, redirect } from './payload3/serverRouter.ts'
import { ReleaseScreen } from './ReleaseScreen.tsx'

/** One release: its pieces, where each stands and what is in its way, and what can be done with all of them. */
export async function ReleaseView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { config } = req.payload
  const segments = view.params?.['segments']
  const id = Array.isArray(segments) ? decodeURIComponent(segments[1] ?? '') : ''
  const address = formatAdminURL({ adminRoute: config.routes.admin, path: `/releases/${id}` })
  if (!req.user || !permissions.canAccessAdmin) redirect(loginAddress(config, address))
  if (!isStaff(req)) notFound()
  const release = await seen(req, id)
  const actor = requireStaff(req)
  return (
    <DeskView title={release.name} view={view}>
      <ReleaseScreen
        initial={release}
        kinds={kindsIn(req)}
        key={id}
        mayArrange={releaseRefusal('add', { actor, pieces: 1, release: null }) === null}
        mayPublish={releaseRefusal('publish', { actor, pieces: 1, release: null }) === null}
      />
    </DeskView>
  )
}

async function seen(req: PayloadRequest, id: string): Promise<Release> {
  try {
    return await inSnapshot(req, (own) => releaseOf(own, id))
  } catch (error) {
    if (error instanceof CodedError && error.status === 404) notFound()
    throw error
  }
}

/** What pieces of each collection are called. */
function kindsIn(req: PayloadRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...runtimeOf(req.payload).collections.keys()].map((slug) => {
      const { labels } = req.payload.config.collections.find((each) => each.slug === slug) ?? {}
      return [slug, labelIn(req, labels?.singular) || slug]
    }),
  )
}
