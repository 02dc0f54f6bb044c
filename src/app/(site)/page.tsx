import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { FrontPage } from './components/FrontPage.tsx'
import { Rail } from './components/Rail.tsx'
import { SiteShell } from './components/SiteShell.tsx'
import { currentExchange } from './exchange.ts'
import { PageHead } from './head/PageHead.tsx'
import { frontOrder } from './loading/frontOrder.ts'
import { loadFront } from './loading/loadFront.ts'
import { loadRail } from './loading/loadRail.ts'
import { loadSite } from './loading/loadSite.ts'
import { printedDate } from './views/printedDate.ts'

export const dynamic = 'force-dynamic'

/** The front page. */
export default async function Front(): Promise<ReactNode> {
  const exchange = currentExchange() ?? notFound()
  const { reads, now } = exchange
  const [site, front] = await Promise.all([loadSite(exchange), reads.global('front')])
  const order = frontOrder(front)
  const [{ lead, stories }, teasers] = await Promise.all([loadFront(reads, order), loadRail(reads, order)])
  exchange.verdict = { status: 200 }
  return (
    <SiteShell
      site={site}
      today={printedDate(now().toISOString(), site.timeZone, true)}
      rail={teasers.length > 0 && <Rail teasers={teasers} />}
    >
      <PageHead site={site} title={site.name} canonical={`${site.origin}/`} />
      <FrontPage lead={lead} stories={stories} timeZone={site.timeZone} />
    </SiteShell>
  )
}
