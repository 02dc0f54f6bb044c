import type { Exchange } from '../exchange.ts'
import { siteView, type SiteView } from '../views/siteView.ts'

/** What every page needs to know about the newsroom. */
export async function loadSite({ reads, serverUrl }: Exchange): Promise<SiteView> {
  return siteView(await reads.global('newsroom'), serverUrl)
}
