import type { I18nServer } from '@payloadcms/translations'
import { getTranslation } from '@payloadcms/translations'
import { Button, Link } from '@payloadcms/ui'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { DESK_CARDS, writersOf, type DeskCard, type DeskCardName } from '../domain/workflow/index.ts'
import { deskOf, reviewQueue, type DeskEntry, type DeskView } from '../operations/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff } from '../store/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { wordsIn, type Words } from '../translations/index.ts'
import { ageInWords } from './ageInWords.ts'
import { eventSentence, missedSentence } from './eventSentence.ts'
import { inSentence } from './inSentence.tsx'
import { loaded } from './loaded.ts'
import { LocalTime } from './LocalTime.tsx'
import { nameOfActor } from './names.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { reviewAddress } from './reviewAddress.ts'
import { timelineOf } from './timelineOf.ts'

/** On the dashboard: what needs this person now, each piece one click from the place where they go on with it, and what happened. */
export async function DeskCards({ i18n, payload, user }: { i18n: I18nServer; payload: Payload; user?: TypedUser }) {
  if (!user) return null
  const words = wordsIn(i18n)
  const { say } = words
  const req = await createLocalReq({ user }, payload)
  if (!isStaff(req)) return null
  const seen = await loaded(payload, () =>
    inSnapshot(req, async (own) => ({ desk: await deskOf(own), queue: await reviewQueue(own, { limit: '1' }) })),
  )
  const admin = payload.config.routes.admin
  const begun = await kindsToBegin(req)
  const timeZone = await runtimeOf(payload).timeZone(req)
  const nameOf = (id: string): string =>
    nameOfActor(id, 'found' in seen ? (seen.found.desk.people[id] ?? null) : null, say)
  return (
    <>
      <h1 className="imp-for-ears">{i18n.t('general:dashboard')}</h1>
      <nav aria-label={say('dashboard:label')}>
        {begun.length > 0 && (
          <div className="imp-desk__new">
            {begun.map((slug) => {
              const url = formatAdminURL({ adminRoute: admin, path: `/collections/${slug}/create` })
              return (
                <Button buttonStyle="secondary" el="link" key={slug} margin={false} size="medium" to={url} url={url}>
                  {newOf(i18n, payload, slug)}
                </Button>
              )
            })}
          </div>
        )}
        <Link className="imp-card" href={formatAdminURL({ adminRoute: admin, path: '/review-queue' })} prefetch={false}>
          {'found' in seen && <span className="imp-card__count">{seen.found.queue.totalDocs}</span>}
          <span className="imp-card__text">
            <strong>{say('queue:title')}</strong>
            {'found' in seen && say('dashboard:waiting', { count: seen.found.queue.totalDocs })}
          </span>
        </Link>
        {'found' in seen && (
          <div className="imp-desk">
            {seen.found.desk.cards.map((card) => (
              <Card admin={admin} card={card} key={card.name} nameOf={nameOf} timeZone={timeZone} words={words} />
            ))}
          </div>
        )}
      </nav>
      {'found' in seen ? (
        <section aria-labelledby="imp-happened" className="imp-happened">
          <h2 id="imp-happened">{say('dashboard:happened')}</h2>
          {seen.found.desk.happened.length === 0 ? (
            <p className="imp-quiet">{say('dashboard:nothing_happened')}</p>
          ) : (
            <Happened
              admin={admin}
              happened={seen.found.desk.happened}
              nameOf={nameOf}
              own={String(user.id)}
              words={words}
            />
          )}
        </section>
      ) : (
        <NotLoaded code={seen.code} what={say('loading:cards')} />
      )}
    </>
  )
}

/** Slugs of the pieces that the asker may begin. */
async function kindsToBegin(req: PayloadRequest): Promise<readonly string[]> {
  const slugs = [...runtimeOf(req.payload).collections.keys()]
  const may = await Promise.all(slugs.map(async (slug) => req.payload.collections[slug]?.config.access.create({ req })))
  return slugs.filter((_, at) => may[at] === true)
}

function newOf(i18n: I18nServer, payload: Payload, slug: string): string {
  const { labels } = payload.collections[slug]?.config ?? {}
  return i18n.t('general:createNewLabel', { label: labels ? getTranslation(labels.singular, i18n) : slug })
}

type NameOf = (id: string) => string

function Card({
  admin,
  card: { entries, name, total },
  nameOf,
  timeZone,
  words,
}: {
  admin: string
  card: DeskView['cards'][number]
  nameOf: NameOf
  timeZone: string
  words: Words
}) {
  const { say } = words
  const heading = `imp-desk-${name}`
  return (
    <section
      aria-labelledby={heading}
      className={`imp-desk__card${entries.length === 0 ? ' imp-desk__card--empty' : ''}`}
    >
      <h2 id={heading}>
        {say(`desk:${name}`)} <span className="imp-quiet">{total}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="imp-quiet">{say(`desk:${name}_empty`)}</p>
      ) : name === 'scheduled' ? (
        <Timeline admin={admin} entries={entries} nameOf={nameOf} timeZone={timeZone} words={words} />
      ) : (
        <ul className="imp-list">
          {entries.map((entry) => (
            <Piece
              admin={admin}
              entry={entry}
              key={`${entry.collection}:${entry.id}`}
              name={name}
              nameOf={nameOf}
              words={words}
            />
          ))}
        </ul>
      )}
      {total > entries.length && (
        <p>
          <Link href={queueOf(admin, name)} prefetch={false}>
            {say('desk:all_of', { count: total })}
          </Link>
        </p>
      )}
    </section>
  )
}

function Piece({
  admin,
  entry,
  name,
  nameOf,
  words,
}: {
  admin: string
  entry: DeskEntry
  name: DeskCardName
  nameOf: NameOf
  words: Words
}) {
  const { say } = words
  const { age, changed, missed, sentBack } = entry
  return (
    <li>
      <Link href={placeOf(admin, name, entry)} prefetch={false}>
        {entry.headline ?? say('general:untitled')}
      </Link>
      <p className="imp-quiet">
        {[
          entry.unreviewedFor === null
            ? ageInWords(age, words)
            : say('desk:unreviewed_for', { age: ageInWords(entry.unreviewedFor, words) }),
          byline(entry, nameOf),
          ...(entry.words === null ? [] : [say('general:words', { count: entry.words })]),
          ...(entry.assignees[0] === undefined ? [] : [say('desk:with', { who: nameOf(entry.assignees[0]) })]),
        ].join(' · ')}
      </p>
      {entry.dueAt !== null && (
        <p className={entry.pastDue ? 'imp-overdue' : 'imp-quiet'}>
          {inSentence(say, entry.pastDue ? 'desk:was_due' : 'desk:due', { at: <LocalTime at={entry.dueAt} /> })}
        </p>
      )}
      {changed !== null && (
        <p>{changed.length > 0 ? say('desk:changed', { fields: changed.join(', ') }) : say('desk:unchanged')}</p>
      )}
      {sentBack && (
        <>
          <blockquote>{sentBack.reason}</blockquote>
          <p className="imp-quiet">
            {inSentence(say, 'review:given', { at: <LocalTime at={sentBack.at} /> }, { who: nameOf(sentBack.by) })}
          </p>
        </>
      )}
      {name === 'missed' && missed && (
        <p className="imp-overdue">
          {inSentence(
            say,
            'desk:missed_at',
            { at: <LocalTime at={missed.due} /> },
            { why: missedSentence(missed, nameOf(missed.by), words) },
          )}
        </p>
      )}
    </li>
  )
}

function Timeline({
  admin,
  entries,
  nameOf,
  timeZone,
  words,
}: {
  admin: string
  entries: readonly DeskEntry[]
  nameOf: NameOf
  timeZone: string
  words: Words
}) {
  const { say } = words
  return (
    <ol className="imp-list imp-timeline">
      {timelineOf(entries, timeZone, words.locale).map(({ day, times }) => (
        <li key={day}>
          <h3>{day}</h3>
          <ul className="imp-list">
            {times.map(({ entry, time }) => (
              <li key={`${entry.collection}:${entry.id}`}>
                <time dateTime={entry.schedule?.at}>{time}</time>{' '}
                <Link href={placeOf(admin, 'scheduled', entry)} prefetch={false}>
                  {entry.headline ?? say('general:untitled')}
                </Link>{' '}
                <span className="imp-quiet">{byline(entry, nameOf)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Happened({
  admin,
  happened,
  nameOf,
  own,
  words,
}: {
  admin: string
  happened: DeskView['happened']
  nameOf: NameOf
  own: string
  words: Words
}) {
  const { say } = words
  return (
    <ol className="imp-list">
      {happened.map(({ collection, event, id, title }) => (
        <li key={`${event.piece} ${String(event.seq)}`}>
          <Link href={formatAdminURL({ adminRoute: admin, path: `/collections/${collection}/${id}` })} prefetch={false}>
            {title ?? say('general:untitled')}
          </Link>
          : {eventSentence(event, event.actor === own ? null : nameOf(event.actor), words)}{' '}
          <span className="imp-quiet">
            <LocalTime at={event.at} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function byline(entry: DeskEntry, nameOf: NameOf): string {
  const writers = writersOf(entry)
  return (writers.length > 0 ? writers : [entry.owner]).map(nameOf).join(', ')
}

/** Where one goes on with a piece: whoever reviews or publishes reads it first, whoever writes opens its form. */
function placeOf(admin: string, name: DeskCardName, entry: DeskEntry): string {
  const card: DeskCard = DESK_CARDS[name]
  if (card.whose !== 'own') return reviewAddress(admin, entry, card.also === 'unreviewed' && isOutOnly(entry))
  return formatAdminURL({ adminRoute: admin, path: `/collections/${entry.collection}/${entry.id}` })
}

/** Whether what readers have is to be reviewed, and no newer text. */
function isOutOnly({ stage, unreviewedFor }: DeskEntry): boolean {
  return unreviewedFor !== null && stage !== 'in_review'
}

function queueOf(admin: string, name: DeskCardName): string {
  const { stages }: DeskCard = DESK_CARDS[name]
  const query = stages?.length === 1 ? `?stage=${stages.join()}` : ''
  return `${formatAdminURL({ adminRoute: admin, path: '/review-queue' })}${query}`
}
