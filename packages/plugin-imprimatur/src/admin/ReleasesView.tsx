import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { releaseRefusal } from '../domain/releases/index.ts'
import { releasesOf, type ReleasePage } from '../operations/index.ts'
import { isStaff, requireStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { wordsIn, type Say } from '../translations/index.ts'
import { DeskView } from './DeskView.tsx'
import { loginAddress } from './loginAddress.ts'
import { NewRelease } from './NewRelease.tsx'
import { notFound, redirect } from './payload3/serverRouter.ts'
import { ReleaseState } from './ReleaseState.tsx'

/** All releases, the newest first, and a way to make one. */
export async function ReleasesView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { config } = req.payload
  const { admin } = config.routes
  const address = formatAdminURL({ adminRoute: admin, path: '/releases' })
  if (!req.user || !permissions.canAccessAdmin) redirect(loginAddress(config, address))
  if (!isStaff(req)) notFound()
  const asked = Number(view.searchParams?.['page'] ?? 1)
  const number = Number.isInteger(asked) && asked > 0 && asked <= 10_000 ? asked : 1
  const page = await inSnapshot(req, (seen) => releasesOf(seen, { state: null, limit: 20, page: number }))
  const { say } = wordsIn(req.i18n)
  const mayMake = releaseRefusal('create', { actor: requireStaff(req), pieces: 0, release: null }) === null
  return (
    <DeskView title={say('releases:title')} view={view}>
      <p className="imp-quiet">{say('releases:lead')}</p>
      {mayMake && <NewRelease address={address} />}
      {page.docs.length === 0 ? (
        <p className="imp-empty">{say(mayMake ? 'releases:empty' : 'releases:none')}</p>
      ) : (
        <Table address={address} docs={page.docs} say={say} />
      )}
      <Pages address={address} page={page} say={say} />
    </DeskView>
  )
}

function Table({ address, docs, say }: { address: string; docs: ReleasePage['docs']; say: Say }) {
  return (
    <table className="imp-table imp-queue">
      <thead>
        <tr>
          <th scope="col">{say('releases:name')}</th>
          <th scope="col">{say('releases:state')}</th>
          <th scope="col">{say('releases:pieces')}</th>
        </tr>
      </thead>
      <tbody>
        {docs.map((release) => (
          <tr key={release.id}>
            <th scope="row">
              <Link href={`${address}/${release.id}`} prefetch={false}>
                <bdi>{release.name}</bdi>
              </Link>
            </th>
            <td data-label={say('releases:state')}>
              <ReleaseState release={release} />
            </td>
            <td data-label={say('releases:pieces')}>{release.pieces.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pages({ address, page, say }: { address: string; page: ReleasePage; say: Say }) {
  if (page.totalPages <= 1) return null
  return (
    <nav aria-label={say('queue:pages')} className="imp-pages">
      {page.page > 1 && (
        <Link href={`${address}?page=${String(page.page - 1)}`} prefetch={false}>
          {say('queue:previous')}
        </Link>
      )}
      {page.hasNextPage && (
        <Link href={`${address}?page=${String(page.page + 1)}`} prefetch={false}>
          {say('queue:next')}
        </Link>
      )}
    </nav>
  )
}
