import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { Summary } from '../domain/reports/index.ts'
import type { Stage } from '../domain/workflow/index.ts'
import { CodedError, entriesOf } from '../errors/index.ts'
import { deskReport, type DeskReport } from '../operations/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { isStaff } from '../store/index.ts'
import { wordsIn, type Words } from '../translations/index.ts'
import { ageInWords } from './ageInWords.ts'
import { attributeChoices, type AttributeChoices } from './attributeChoices.ts'
import { DeskView } from './DeskView.tsx'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { loginAddress } from './loginAddress.ts'
import { notFound, redirect } from './payload3/serverRouter.ts'

/** How long pieces stay at each stage, how often they are sent back, and how long others wait. */
export async function ReportView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  const { config } = req.payload
  const { admin, api } = config.routes
  const address = formatAdminURL({ adminRoute: admin, path: '/desk-report' })
  if (!req.user || !permissions.canAccessAdmin) redirect(loginAddress(config, address))
  if (!isStaff(req)) notFound()
  const choices = await attributeChoices(req)
  const query = askedIn(view.searchParams ?? {}, ['from', 'to', ...choices.map(({ name }) => name)])
  const { fault, report } = await reportOr(req, query)
  const words = wordsIn(req.i18n)
  const { said, say } = words
  const csv = `${api}${runtimeOf(req.payload).endpointPrefix}/reports/desk?${new URLSearchParams({ ...query, format: 'csv' })}`
  return (
    <DeskView title={say('report:title')} view={view}>
      <Filters address={address} choices={choices} query={query} words={words} />
      {fault !== null && (
        <p className="imp-note imp-note--error" role="alert">
          {said(fault)}
        </p>
      )}
      {report && <Report admin={admin} csv={csv} report={report} words={words} />}
    </DeskView>
  )
}

type Query = Readonly<Record<string, string>>

function askedIn(search: Readonly<Record<string, string | string[] | undefined>>, names: readonly string[]): Query {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

async function reportOr(
  req: PayloadRequest,
  query: Query,
): Promise<{ report: DeskReport | null; fault: string | null }> {
  try {
    return { report: await inSnapshot(req, (seen) => deskReport(seen, query)), fault: null }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    if (error.status === 403) notFound()
    if (error.status !== 400) throw error
    return { report: null, fault: entriesOf(error)?.[0]?.message ?? error.message }
  }
}

function Filters({
  address,
  choices,
  query,
  words: { say },
}: {
  address: string
  choices: readonly AttributeChoices[]
  query: Query
  words: Words
}) {
  return (
    <form action={address} aria-label={say('queue:filters')} className="imp-filters">
      {(['from', 'to'] as const).map((name) => (
        <div className="imp-field" key={name}>
          <label htmlFor={`report-${name}`}>{say(`report:${name}`)}</label>
          <input defaultValue={query[name] ?? ''} id={`report-${name}`} name={name} type="date" />
        </div>
      ))}
      {choices.map(({ choices: values, label, name }) => (
        <div className="imp-field" key={name}>
          <label htmlFor={`report-${name}`}>{label}</label>
          <select defaultValue={query[name] ?? ''} id={`report-${name}`} name={name}>
            <option value="">{say('queue:all')}</option>
            {values.map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button className="btn btn--style-secondary btn--size-medium btn--no-margin imp-filters__show" type="submit">
        {say('queue:show')}
      </button>
    </form>
  )
}

function Report({
  admin,
  csv,
  report: { from, longest, looked, rounds, stages, to, waiting },
  words,
}: {
  admin: string
  csv: string
  report: DeskReport
  words: Words
}) {
  const { locale, say } = words
  const all = rounds.approved + rounds.sentBack
  const left = stages.filter(({ count }) => count > 0)
  return (
    <>
      <p className="imp-quiet">
        {inSentence(say, 'report:period', { from: <LocalTime at={from} />, to: <LocalTime at={to} /> })}
      </p>
      {!looked.complete && (
        <p className="imp-note imp-note--warning">
          {inSentence(say, 'report:incomplete', { at: <LocalTime at={looked.from} /> })}
        </p>
      )}
      <p>
        <a download href={csv}>
          {say('report:download')}
        </a>
      </p>
      <h2>{say('report:time_in_stage')}</h2>
      {left.length === 0 ? (
        <p className="imp-empty">{say('report:nothing')}</p>
      ) : (
        <Durations rows={left} words={words} />
      )}
      <h2>{say('report:sent_back')}</h2>
      <p>
        {rounds.rate === null
          ? say('report:no_rounds')
          : say('report:rate', {
              sent: rounds.sentBack,
              all,
              rate: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(rounds.rate),
            })}
      </p>
      <h2>{say('report:waiting')}</h2>
      {longest.length === 0 ? (
        <p className="imp-empty">{say('report:nothing_waits')}</p>
      ) : (
        <>
          <Durations rows={waiting.filter(({ count }) => count > 0)} words={words} />
          <h3>{say('report:longest')}</h3>
          <ul className="imp-list">
            {longest.map(({ age, collection, id, stage, title }) => (
              <li key={`${collection}:${id}`}>
                <Link
                  href={formatAdminURL({ adminRoute: admin, path: `/collections/${collection}/${id}` })}
                  prefetch={false}
                >
                  <bdi>{title ?? say('general:untitled')}</bdi>
                </Link>{' '}
                <span className="imp-quiet">
                  {say(`stages:${stage}`)}, {ageInWords(age, words)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Durations({ rows, words }: { rows: readonly (Summary & { stage: Stage })[]; words: Words }) {
  const { say } = words
  const columns = ['count', 'median', 'p90'] as const
  return (
    <table className="imp-table imp-queue">
      <thead>
        <tr>
          <th scope="col">{say('general:stage')}</th>
          {columns.map((name) => (
            <th key={name} scope="col">
              {say(`report:${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.stage}>
            <th scope="row">{say(`stages:${row.stage}`)}</th>
            <td data-label={say('report:count')}>{row.count}</td>
            <td data-label={say('report:median')}>{row.median === null ? '–' : ageInWords(row.median, words)}</td>
            <td data-label={say('report:p90')}>{row.p90 === null ? '–' : ageInWords(row.p90, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
