import type { ReactNode } from 'react'
import { NoticePage } from '../components/NoticePage.tsx'
import { SiteShell } from '../components/SiteShell.tsx'
import type { Exchange } from '../exchange.ts'
import { PageHead } from '../head/PageHead.tsx'
import { loadSite } from './loadSite.ts'

/** The answer where there is nothing: 404. The same for whatever was never there and what is not public. */
export async function missingPage(exchange: Exchange): Promise<ReactNode> {
  const site = await loadSite(exchange)
  exchange.verdict = { status: 404 }
  return (
    <SiteShell site={site}>
      <PageHead site={site} title="Not found" noindex />
      <NoticePage label="404" title="There is no page at this address">
        <p>The address may be mistyped, or the page may have been taken down.</p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </NoticePage>
    </SiteShell>
  )
}
