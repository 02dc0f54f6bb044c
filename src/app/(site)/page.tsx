import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { FrontPage } from '../../site/components/FrontPage.tsx'
import { Rail } from '../../site/components/Rail.tsx'
import { SiteShell } from '../../site/components/SiteShell.tsx'
import { currentExchange } from '../../site/exchange.ts'
import { PageHead } from '../../site/head/PageHead.tsx'
import { frontOrder } from '../../site/loading/frontOrder.ts'
import { loadFront } from '../../site/loading/loadFront.ts'
import { loadRail } from '../../site/loading/loadRail.ts'
import { loadSite } from '../../site/loading/loadSite.ts'
import { printedDate } from '../../site/views/printedDate.ts'

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
