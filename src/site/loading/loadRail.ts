import type { PublicReads } from 'payload-plugin-imprimatur/types'
import { railOrder, teaserView, type TeaserView } from '../views/teaserView.ts'
import { filled, type FrontOrder } from './frontOrder.ts'
import { loadByIds } from './loadByIds.ts'

/** As many teasers as a public read gives, so as many as are looked at to find the order of the rail. */
const MOST = 100

/** The teasers of the rail: those that the editors chose, then pinned ones, then by rank, then the newest. */
export async function loadRail(reads: PublicReads, order: FrontOrder): Promise<readonly TeaserView[]> {
  if (order.railLength === 0) return []
  const [chosen, raised, newest] = await Promise.all([
    loadByIds(reads, 'news-teasers', order.rail),
    reads.list('news-teasers', {
      where: { or: [{ pinned: { equals: true } }, { rank: { greater_than: 0 } }] },
      sort: '-publishedAt',
      limit: MOST,
      depth: 1,
    }),
    reads.list('news-teasers', {
      sort: '-publishedAt',
      limit: Math.min(MOST, order.railLength + order.rail.length),
      depth: 1,
    }),
  ])
  const views = (docs: readonly unknown[]): readonly TeaserView[] => docs.flatMap((doc) => teaserView(doc) ?? [])
  return filled(order.railLength, views(chosen), railOrder([...views(raised.docs), ...views(newest.docs)]))
}
