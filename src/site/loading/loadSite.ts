import type { Exchange } from '../exchange.ts'
import { siteView, type SiteView } from '../views/siteView.ts'

/** More than this is no menu. */
const MOST_IN_THE_MENU = 12

/** What every page needs to know about the newsroom. */
export async function loadSite({ reads, serverUrl }: Exchange): Promise<SiteView> {
  const [newsroom, sections] = await Promise.all([
    reads.global('newsroom'),
    reads.list('sections', { where: { parent: { exists: false } }, sort: 'name', limit: MOST_IN_THE_MENU, depth: 0 }),
  ])
  return siteView(newsroom, serverUrl, sections.docs)
}
