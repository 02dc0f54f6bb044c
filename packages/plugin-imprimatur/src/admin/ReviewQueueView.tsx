import { getTranslation } from '@payloadcms/translations'
import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { reviewQueue, type QueueEntry, type QueueQuery } from '../operations/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { STAGE_LABELS, STAGES } from '../domain/workflow/index.ts'
import { ageInWords } from './ageInWords.ts'
import { missedSentence } from './eventSentence.ts'
import { machineName } from './createDesk.ts'
import { DeskView } from './DeskView.tsx'
import { redirect } from './payload3/serverRouter.ts'
import { LocalTime } from './LocalTime.tsx'
import { loginAddress } from './loginAddress.ts'
import { queueAddress, readQueueQuery } from './queueQuery.ts'
import { reviewAddress } from './reviewAddress.ts'
import { StageMarks } from './StageMarks.tsx'

/** All pieces that wait for a review, or are at one stage, the longest-waiting first. */
export async function ReviewQueueView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { payload } = req
  const address = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/review-queue' })
  if (!req.user || !permissions.canAccessAdmin) redirect(loginAddress(payload.config, address))

  const collections = [...runtimeOf(payload).collections.keys()]
  const query = readQueueQuery(view.searchParams ?? {}, collections)
  const page = await reviewQueue(req, { ...query, limit: '25' })
  const names = await namesOf(
    req,
    page.docs.flatMap((entry) => [...peopleOf(entry), ...(entry.missed ? [entry.missed.by] : [])]),
  )
  const labels = labelsOf(req, collections)

  return (
    <DeskView title="Review queue" view={view}>
      <Filters address={address} labels={labels} query={query} />
      {page.docs.length === 0 ? (
        <p className="imp-empty">{emptySentence(query)}</p>
      ) : (
        <QueueTable admin={payload.config.routes.admin} entries={page.docs} labels={labels} names={names} />
      )}
      <Pages address={address} page={page} query={query} />
    </DeskView>
  )
}

function Filters({
  address,
  labels,
  query,
}: {
  address: string
  labels: ReadonlyMap<string, string>
  query: QueueQuery
}) {
  return (
    <form action={address} aria-label="What to show" className="imp-filters">
      <div className="imp-field">
        <label htmlFor="queue-stage">Stage</label>
        <select defaultValue={query.stage ?? ''} id="queue-stage" key={query.stage} name="stage">
          <option value="">Waiting for a review</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {STAGE_LABELS[stage]}
            </option>
          ))}
        </select>
      </div>
      <div className="imp-field">
        <label htmlFor="queue-collection">Kind</label>
        <select defaultValue={query.collection ?? ''} id="queue-collection" key={query.collection} name="collection">
          <option value="">All</option>
          {[...labels].map(([slug, label]) => (
            <option key={slug} value={slug}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="imp-field imp-field--tick">
        <input
          defaultChecked={query.fastTracked === 'true'}
          id="queue-fast-tracked"
          key={query.fastTracked}
          name="fastTracked"
          type="checkbox"
          value="true"
        />
        <label htmlFor="queue-fast-tracked">Only what is public without a review</label>
      </div>
      <button className="btn btn--style-secondary btn--size-medium btn--no-margin imp-filters__show" type="submit">
        Show
      </button>
    </form>
  )
}

function QueueTable({
  admin,
  entries,
  labels,
  names,
}: {
  admin: string
  entries: readonly QueueEntry[]
  labels: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
}) {
  return (
    <table className="imp-table">
      <thead>
        <tr>
          <th scope="col">Headline</th>
          <th scope="col">Kind</th>
          <th scope="col">Stage</th>
          <th scope="col">For how long</th>
          <th scope="col">Written by</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.collection}:${entry.id}`}>
            <th scope="row">
              <Link href={placeOf(admin, entry)} prefetch={false}>
                {entry.headline ?? 'Without a title'}
              </Link>
            </th>
            <td data-label="Kind">{labels.get(entry.collection) ?? entry.collection}</td>
            <td data-label="Stage">
              <StageMarks
                mark={{ stage: entry.stage, live: entry.live !== null, unreviewed: entry.unreviewedFor !== null }}
              />
              {entry.missed && (
                <span className="imp-quiet">
                  {' '}
                  did not go out on <LocalTime at={entry.missed.due} />:{' '}
                  {missedSentence(entry.missed, names.get(entry.missed.by) ?? 'somebody')}
                </span>
              )}
            </td>
            <td data-label="For how long">
              {ageInWords(entry.age)}
              <span className="imp-quiet">
                {' '}
                since <LocalTime at={entry.stageSince} />
              </span>
              {entry.unreviewedFor !== null && (
                <span className={entry.overdue ? 'imp-overdue' : 'imp-waiting'}>
                  Public without a review for {ageInWords(entry.unreviewedFor)}
                  {entry.overdue && ', which is overdue'}
                </span>
              )}
            </td>
            <td data-label="Written by">
              {peopleOf(entry)
                .map((id) => names.get(id) ?? machineName(id) ?? 'somebody who is not here any more')
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where somebody goes on with a piece: to its review while it waits for one, else to its form. */
function placeOf(admin: string, entry: QueueEntry): string {
  if (entry.stage === 'in_review') return reviewAddress(admin, entry)
  if (entry.unreviewedFor !== null) return reviewAddress(admin, entry, true)
  return formatAdminURL({ adminRoute: admin, path: `/collections/${entry.collection}/${entry.id}` })
}

function Pages({
  address,
  page,
  query,
}: {
  address: string
  page: { page: number; totalPages: number; totalDocs: number }
  query: QueueQuery
}) {
  if (page.totalPages <= 1) return null
  return (
    <nav aria-label="Pages" className="imp-pages">
      {page.page > 1 && (
        <Link href={queueAddress(address, query, page.page - 1)} prefetch={false}>
          Previous page
        </Link>
      )}
      <span>
        Page {page.page} of {page.totalPages}, {page.totalDocs} pieces
      </span>
      {page.page < page.totalPages && (
        <Link href={queueAddress(address, query, page.page + 1)} prefetch={false}>
          Next page
        </Link>
      )}
    </nav>
  )
}

function emptySentence(query: QueueQuery): string {
  const stage = STAGES.find((each) => each === query.stage)
  const narrowed = query.collection === undefined ? '' : ' of this kind'
  if (query.fastTracked) return `Nothing${narrowed} is public without a review.`
  return stage === undefined || stage === 'in_review'
    ? `Nothing${narrowed} waits for a review.`
    : `Nothing${narrowed} is at “${STAGE_LABELS[stage]}”.`
}

/** Whose text it is; who began it, when nobody has changed it since it was last published. */
function peopleOf(entry: QueueEntry): readonly string[] {
  return entry.writers.length > 0 ? entry.writers : [entry.owner]
}

async function namesOf(req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = runtimeOf(req.payload).users
  const title = req.payload.config.collections.find((each) => each.slug === users)?.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection: users,
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return new Map(docs.map((doc) => [String(doc.id), titleOf(doc as unknown as Record<string, unknown>, title)]))
}

function labelsOf({ i18n, payload }: PayloadRequest, collections: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    collections.map((slug) => {
      const label = payload.config.collections.find((each) => each.slug === slug)?.labels.plural
      return [slug, typeof label === 'string' || typeof label === 'object' ? getTranslation(label, i18n) : slug]
    }),
  )
}

function titleOf(doc: Readonly<Record<string, unknown>>, field: string): string {
  const title = doc[field]
  return typeof title === 'string' && title !== '' ? title : typeof doc.id === 'string' ? doc.id : ''
}
