import type { ReactNode } from 'react'
import { NoticePage } from '../components/NoticePage.tsx'
import { SiteShell } from '../components/SiteShell.tsx'
import type { Exchange } from '../exchange.ts'
import { PageHead } from '../head/PageHead.tsx'
import { asInstant } from '../../bodies/index.ts'
import { printedDate } from '../views/printedDate.ts'
import { loadSite } from './loadSite.ts'

/** The answer for what was retracted: 410 with the public notice and its day. */
export async function gonePage(
  exchange: Exchange,
  { notice, at }: { readonly notice: string; readonly at: string },
): Promise<ReactNode> {
  const site = await loadSite(exchange)
  const instant = asInstant(at)
  const date = instant === undefined ? undefined : printedDate(instant, site.timeZone)
  exchange.verdict = { status: 410 }
  return (
    <SiteShell site={site}>
      <PageHead site={site} title="Retracted" noindex />
      <NoticePage label="Retracted" title="What stood here has been retracted">
        <p className="notice-text">{notice}</p>
        {date ? (
          <p>
            Retracted on <time dateTime={date.instant}>{date.printed}</time>.
          </p>
        ) : null}
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </NoticePage>
    </SiteShell>
  )
}
