import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { releaseRefusal } from '../domain/releases/index.ts'
import { STAGES, writersOf, type Stage } from '../domain/workflow/index.ts'
import { reviewQueue, type QueueEntry } from '../operations/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { isStaff, peopleOf, requireStaff } from '../store/index.ts'
import { wordsIn, type Say, type Words } from '../translations/index.ts'
import { ageInWords } from './ageInWords.ts'
import { attributeChoices, type AttributeChoices } from './attributeChoices.ts'
import { DeskView } from './DeskView.tsx'
import { missedSentence } from './eventSentence.ts'
import { labelIn } from './labelIn.ts'
import { loginAddress } from './loginAddress.ts'
import { IN_BULK } from './moveTexts.ts'
import { nameOfActor } from './names.ts'
import { notFound, redirect } from './payload3/serverRouter.ts'
import { QueueBoard } from './QueueBoard.tsx'
import { queueAddress, readAttributes, readQueueQuery, type QueueQuery } from './queueQuery.ts'
import type { QueueRow } from './queueRow.ts'
import { QueueTable } from './QueueTable.tsx'
import { reviewAddress } from './reviewAddress.ts'

/** Columns of the board: where work is under way. */
const BOARD = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'] as const satisfies readonly Stage[]

/** All pieces that wait for a review, or that a filter asks for, the longest-waiting first, as a list or a board. */
export async function ReviewQueueView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { payload } = req
  const { admin } = payload.config.routes
  const address = formatAdminURL({ adminRoute: admin, path: '/review-queue' })
  if (!req.user || !permissions.canAccessAdmin) redirect(loginAddress(payload.config, address))
  if (!isStaff(req)) notFound()

  const collections = [...runtimeOf(payload).collections.keys()]
  const choices = await attributeChoices(req)
  const search = view.searchParams ?? {}
  const { view: look, ...query } = readQueueQuery(search, collections)
  const attributes = readAttributes(
    search,
    choices.map(({ name }) => name),
  )
  const isBoard = look === 'board'
  const stage = isBoard ? { stage: query.stage ?? BOARD.join(',') } : {}
  const page = await reviewQueue(req, { ...query, ...attributes, ...stage, limit: isBoard ? '100' : '25' })
  const words = wordsIn(req.i18n)
  const labels = labelsOf(req, collections)
  const nameOf = await namesIn(req, page.docs, words)
  const actor = requireStaff(req)
  const own = actor.id
  const mayRelease = releaseRefusal('add', { actor, pieces: 1, release: null }) === null
  const rows = page.docs.map((entry) => rowOf(admin, entry, { choices, labels, nameOf, own, words }))
  const asked = { ...query, ...attributes, ...(isBoard ? { view: 'board' } : {}) }

  const { say } = words

  return (
    <DeskView title={say('queue:title')} view={view}>
      <Filters
        address={address}
        attributes={attributes}
        choices={choices}
        labels={labels}
        look={look}
        query={query}
        say={say}
      />
      <p className="imp-looks">
        <Looks address={address} asked={asked} isBoard={isBoard} say={say} />
      </p>
      {isBoard ? (
        <QueueBoard rows={rows} stages={BOARD.filter((each) => query.stage === undefined || query.stage === each)} />
      ) : rows.length === 0 ? (
        <p className="imp-empty">{emptySentence(query, say)}</p>
      ) : (
        <QueueTable bulk={IN_BULK} mayRelease={mayRelease} rows={rows} />
      )}
      <Pages address={address} page={page} query={asked} say={say} />
    </DeskView>
  )
}

type Known = {
  readonly choices: readonly AttributeChoices[]
  readonly labels: ReadonlyMap<string, string>
  readonly nameOf: (id: string) => string
  readonly own: string
  readonly words: Words
}

function rowOf(admin: string, entry: QueueEntry, { choices, labels, nameOf, own, words }: Known): QueueRow {
  const writers = writersOf(entry)
  const [holder] = entry.assignees
  return {
    collection: entry.collection,
    id: entry.id,
    title: entry.headline ?? words.say('general:untitled'),
    href: placeOf(admin, entry),
    kind: labels.get(entry.collection) ?? entry.collection,
    mark: { stage: entry.stage, live: entry.live !== null, unreviewed: entry.unreviewedFor !== null },
    missed: entry.missed && { at: entry.missed.due, why: missedSentence(entry.missed, nameOf(entry.missed.by), words) },
    goesOut: entry.schedule?.at ?? null,
    age: ageInWords(entry.age, words),
    since: entry.stageSince,
    unreviewed: entry.unreviewedFor === null ? null : ageInWords(entry.unreviewedFor, words),
    waitsFor:
      entry.waitsFor.length === 0
        ? null
        : new Intl.ListFormat(words.locale).format(entry.waitsFor.map((each) => words.named('reviews', each))),
    late: entry.reviewOverdue,
    dueAt: entry.dueAt,
    overdue: entry.pastDue,
    urgent: entry.priority === 'normal' ? null : entry.priority,
    filed: choices.flatMap(({ choices: values, name }) => {
      const found = values.find(({ value }) => value === entry.attributes[name])
      return found ? [found.label] : []
    }),
    words: entry.words,
    isNew: entry.live === null,
    writers: (writers.length > 0 ? writers : [entry.owner]).map(nameOf).join(', '),
    assignees: entry.assignees.map(nameOf).join(', '),
    holder: holder === undefined ? 'nobody' : entry.assignees.includes(own) ? 'me' : 'other',
  }
}

function Looks({
  address,
  asked,
  isBoard,
  say,
}: {
  address: string
  asked: Readonly<Record<string, string | undefined>>
  isBoard: boolean
  say: Say
}) {
  const { view: _view, ...rest } = asked
  return isBoard ? (
    <Link href={queueAddress(address, rest, 1)} prefetch={false}>
      {say('queue:as_list')}
    </Link>
  ) : (
    <Link href={queueAddress(address, { ...rest, view: 'board' }, 1)} prefetch={false}>
      {say('queue:as_board')}
    </Link>
  )
}

function Filters({
  address,
  attributes,
  choices,
  labels,
  look,
  query,
  say,
}: {
  address: string
  attributes: Readonly<Record<string, string>>
  choices: readonly AttributeChoices[]
  labels: ReadonlyMap<string, string>
  look: string | undefined
  query: QueueQuery
  say: Say
}) {
  return (
    <form action={address} aria-label={say('queue:filters')} className="imp-filters">
      {look !== undefined && <input name="view" type="hidden" value={look} />}
      <div className="imp-field">
        <label htmlFor="queue-search">{say('queue:headline')}</label>
        <input defaultValue={query.search ?? ''} id="queue-search" key={query.search} name="search" type="search" />
      </div>
      <Choice
        all={say(look === 'board' ? 'queue:under_way' : 'queue:waiting')}
        choices={STAGES.map((stage) => ({ value: stage, label: say(`stages:${stage}`) }))}
        label={say('general:stage')}
        name="stage"
        value={query.stage}
      />
      <Choice
        all={say('queue:all')}
        choices={[...labels].map(([value, label]) => ({ value, label }))}
        label={say('queue:kind')}
        name="collection"
        value={query.collection}
      />
      <Choice
        all={say('queue:anybody')}
        choices={[
          { value: 'me', label: say('queue:me') },
          { value: 'nobody', label: say('queue:nobody') },
        ]}
        label={say('queue:with')}
        name="assignee"
        value={query.assignee}
      />
      {choices.map(({ choices: values, label, name }) => (
        <Choice all={say('queue:all')} choices={values} key={name} label={label} name={name} value={attributes[name]} />
      ))}
      <Tick label={say('queue:overdue')} name="overdue" value={query.overdue} />
      <Tick label={say('queue:only_unreviewed')} name="fastTracked" value={query.fastTracked} />
      <button className="btn btn--style-secondary btn--size-medium btn--no-margin imp-filters__show" type="submit">
        {say('queue:show')}
      </button>
    </form>
  )
}

function Choice({
  all,
  choices,
  label,
  name,
  value,
}: {
  all: string
  choices: AttributeChoices['choices']
  label: string
  name: string
  value: string | undefined
}) {
  const id = `queue-${name}`
  return (
    <div className="imp-field">
      <label htmlFor={id}>{label}</label>
      <select defaultValue={value ?? ''} id={id} key={value} name={name}>
        <option value="">{all}</option>
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Tick({ label, name, value }: { label: string; name: string; value: string | undefined }) {
  const id = `queue-${name}`
  return (
    <div className="imp-field imp-field--tick">
      <input defaultChecked={value === 'true'} id={id} key={value} name={name} type="checkbox" value="true" />
      <label htmlFor={id}>{label}</label>
    </div>
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
  say,
}: {
  address: string
  page: { page: number; totalPages: number; totalDocs: number }
  query: Readonly<Record<string, string | undefined>>
  say: Say
}) {
  if (page.totalPages <= 1) return null
  return (
    <nav aria-label={say('queue:pages')} className="imp-pages">
      {page.page > 1 && (
        <Link href={queueAddress(address, query, page.page - 1)} prefetch={false}>
          {say('queue:previous')}
        </Link>
      )}
      <span>{say('queue:page', { page: page.page, pages: page.totalPages, count: page.totalDocs })}</span>
      {page.page < page.totalPages && (
        <Link href={queueAddress(address, query, page.page + 1)} prefetch={false}>
          {say('queue:next')}
        </Link>
      )}
    </nav>
  )
}

function emptySentence(query: QueueQuery, say: Say): string {
  const stage = STAGES.find((each) => each === query.stage)
  const ofKind = query.collection === undefined ? '' : '_of_kind'
  if (query.search !== undefined || query.assignee !== undefined || query.overdue !== undefined)
    return say('queue:nothing_fits')
  if (query.fastTracked) return say(`queue:empty_unreviewed${ofKind}`)
  return stage === undefined || stage === 'in_review'
    ? say(`queue:empty${ofKind}`)
    : say(`queue:empty_stage${ofKind}`, { stage: say(`stages:${stage}`) })
}

async function namesIn(
  req: PayloadRequest,
  entries: readonly QueueEntry[],
  { say }: Words,
): Promise<(id: string) => string> {
  const ids = entries.flatMap((entry) => [
    ...writersOf(entry),
    entry.owner,
    ...entry.assignees,
    ...(entry.missed ? [entry.missed.by] : []),
  ])
  const people = await peopleOf(req, ids)
  return (id) => nameOfActor(id, people.get(id)?.name ?? null, say)
}

function labelsOf(req: PayloadRequest, collections: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    collections.map((slug) => {
      const { labels } = req.payload.config.collections.find((each) => each.slug === slug) ?? {}
      return [slug, labelIn(req, labels?.plural) || slug]
    }),
  )
}
