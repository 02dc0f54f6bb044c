import { Link } from '@payloadcms/ui'
import { createLocalReq, type PayloadRequest, type ServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { Fragment } from 'react'
import { runtimeOf } from 'payload-plugin-imprimatur'
import { NotLoaded } from 'payload-plugin-imprimatur/client'
import { loaded } from 'payload-plugin-imprimatur/rsc'
import { inNewsroomTime } from 'payload-plugin-imprimatur/time'
import { localeOf } from 'payload-plugin-imprimatur/translations'
import { lastAudit } from '../lastAudit.ts'
import { newsroomHealth } from '../newsroomHealth.ts'
import { sayIn } from './sayIn.ts'

/** What an administrator looks after, on the dashboard; a further one is a further component in this list. */
const CARDS = [
  { title: 'Health', Card: HealthCard },
  { title: 'Logins refused in 24 hours', Card: AccessCard },
  { title: 'Webhooks that gave up', Card: WebhooksCard },
  { title: 'The record', Card: RecordCard },
] as const

type CardProps = Required<Pick<ServerProps, 'payload'>> & {
  readonly req: PayloadRequest
  /** A moment by the newsroom's clock, in words. */
  readonly time: (at: string) => string
  readonly say: (english: string) => string
  readonly user: NonNullable<ServerProps['user']>
}

/** On the dashboard, for whoever may read the access record: whether all is well, who could not log in, what webhooks did not get, and the last audit. */
export async function AdminCards({ i18n, payload, user }: Pick<ServerProps, 'i18n' | 'payload' | 'user'>) {
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  const may = await payload.collections['access-events']?.config.access.read({ req })
  if (may !== true) return null
  const say = sayIn(i18n)
  const timeZone = await runtimeOf(payload).timeZone(req)
  const time = (at: string): string => inNewsroomTime(at, timeZone, localeOf(i18n.language))
  const cards = await Promise.all(
    CARDS.map(async ({ title, Card }) => ({
      title,
      card: await loaded(payload, () => Card({ payload, req, say, time, user })),
    })),
  )
  return (
    <div className="imp-desk">
      {cards.map(({ title, card }) =>
        'found' in card ? (
          <Fragment key={title}>{card.found}</Fragment>
        ) : (
          <section className="imp-desk__card" key={title}>
            <h2>{say(title)}</h2>
            <NotLoaded code={card.code} what={say('This card could not be loaded.')} />
          </section>
        ),
      )}
    </div>
  )
}

type Mark = { readonly isWell: boolean; readonly said: string; readonly path?: string }

/** Whether the newsroom can do its work: its database, clock, mail and reviews. */
async function HealthCard({ payload, req, say }: CardProps) {
  const { database, late, mails, shortfalls } = await newsroomHealth(req)
  const marks: readonly Mark[] = [
    { isWell: true, said: say(`Database: ${DATABASES[database] ?? database}.`) },
    {
      isWell: late === 0,
      said: say(
        late === 0 ? 'What is scheduled goes out in time.' : `Late, although their time has passed: ${String(late)}.`,
      ),
      ...(late === 0 ? {} : { path: '/review-queue?stage=scheduled' }),
    },
    {
      isWell: shortfalls === 0,
      said: say(
        shortfalls === 0
          ? 'Every review can be given.'
          : `Reviews that too few people could give: ${String(shortfalls)}.`,
      ),
      ...(shortfalls === 0 ? {} : { path: '/globals/newsroom' }),
    },
    { isWell: mails, said: say(mails ? 'Mail goes out.' : 'No mail goes out: SMTP_URL is not set.') },
  ]
  const wrong = marks.filter(({ isWell }) => !isWell).length
  return (
    <section aria-labelledby="imp-health" className="imp-desk__card">
      <h2 id="imp-health">
        {say('Health')}{' '}
        <span className="imp-quiet">{say(wrong === 0 ? 'all is well' : `to look at: ${String(wrong)}`)}</span>
      </h2>
      <ul className="imp-list">
        {marks.map(({ isWell, path, said }) => (
          <li className={isWell ? '' : 'imp-overdue'} key={said}>
            <span aria-hidden="true">{isWell ? '✓' : '!'} </span>
            {path === undefined ? (
              said
            ) : (
              <Link
                href={formatAdminURL({ adminRoute: payload.config.routes.admin, path: path as `/${string}` })}
                prefetch={false}
              >
                {said}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const DATABASES: Readonly<Record<string, string>> = { sqlite: 'SQLite', postgres: 'Postgres', mongoose: 'MongoDB' }

const DAY_MS = 24 * 60 * 60 * 1000

/** Entries of a record that a card shows. */
const SHOWN = 3

/** Refused logins of the last day, the last of them with when, whose and from where. */
async function AccessCard({ payload, say, time, user }: CardProps) {
  const since = new Date(runtimeOf(payload).now().getTime() - DAY_MS).toISOString()
  const { docs, totalDocs } = await payload.find({
    collection: 'access-events',
    where: { and: [{ event: { in: ['login_failed', 'login_throttled'] } }, { at: { greater_than: since } }] },
    sort: '-at',
    limit: SHOWN,
    depth: 0,
    overrideAccess: false,
    user,
  })
  return (
    <section aria-labelledby="imp-access" className="imp-desk__card">
      <h2 id="imp-access">
        {say('Logins refused in 24 hours')} <span className="imp-quiet">{totalDocs}</span>
      </h2>
      {docs.length > 0 && (
        <ul className="imp-list">
          {docs.map(({ at, email, id, network }) => (
            <li key={id}>
              <bdi>{email ?? say('an unknown account')}</bdi>{' '}
              <span className="imp-quiet">
                {time(String(at))}
                {network ? ` · ${String(network)}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link
          href={formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/collections/access-events' })}
          prefetch={false}
        >
          {say('Access record')}
        </Link>
      </p>
    </section>
  )
}

/** What webhooks did not get after all tries. */
async function WebhooksCard({ payload, say, time, user }: CardProps) {
  const asked = { overrideAccess: false, user } as const
  const [active, given, waiting] = await Promise.all([
    payload.count({ collection: 'webhooks', where: { active: { equals: true } }, ...asked }),
    payload.find({
      collection: 'webhook-deliveries',
      where: { status: { equals: 'dead' } },
      sort: '-nextAt',
      limit: SHOWN,
      depth: 0,
      ...asked,
    }),
    payload.count({ collection: 'webhook-deliveries', where: { status: { equals: 'pending' } }, ...asked }),
  ])
  const { docs, totalDocs } = given
  const query = totalDocs > 0 ? '?where[or][0][and][0][status][equals]=dead' : ''
  return (
    <section aria-labelledby="imp-webhooks" className="imp-desk__card">
      <h2 id="imp-webhooks">
        {say('Webhooks that gave up')} <span className="imp-quiet">{totalDocs}</span>
      </h2>
      <p>{say(`Active: ${String(active.totalDocs)}. Messages under way: ${String(waiting.totalDocs)}.`)}</p>
      {docs.length > 0 && (
        <ul className="imp-list">
          {docs.map(({ id, name, nextAt }) => (
            <li className="imp-overdue" key={id}>
              <bdi>{name}</bdi> <span className="imp-quiet">{time(String(nextAt))}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link
          href={formatAdminURL({
            adminRoute: payload.config.routes.admin,
            path: `/collections/webhook-deliveries${query}`,
          })}
          prefetch={false}
        >
          {say('Webhook deliveries')}
        </Link>
      </p>
    </section>
  )
}

/** How much the record of the workflow holds, and how it is verified. */
async function RecordCard({ payload, say, time }: CardProps) {
  const { dossiers, events } = runtimeOf(payload).slugs
  const [audit, pieces, all, live] = await Promise.all([
    lastAudit(payload),
    payload.db.count({ collection: dossiers }),
    payload.db.count({ collection: events }),
    payload.db.count({ collection: dossiers, where: { live: { equals: true } } }),
  ])
  return (
    <section aria-labelledby="imp-record" className="imp-desk__card">
      <h2 id="imp-record">{say('The record')}</h2>
      <p>
        {say(
          `${String(all.totalDocs)} events of ${String(pieces.totalDocs)} pieces, ${String(live.totalDocs)} of them public.`,
        )}
      </p>
      {audit === null ? (
        <p>{say('No audit was run yet.')}</p>
      ) : (
        <p className={audit.offences === 0 ? '' : 'imp-overdue'}>
          {say(
            audit.offences === 0
              ? `Last audit: ${time(audit.at)}, nothing amiss.`
              : `Last audit: ${time(audit.at)}, found amiss: ${String(audit.offences)}.`,
          )}
        </p>
      )}
      <p className="imp-quiet">
        <code>npm run audit</code> {say('verifies that everything public is what was signed off.')}
      </p>
    </section>
  )
}
