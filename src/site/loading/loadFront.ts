import type { PublicReads } from 'payload-plugin-imprimatur/types'
import { articleCard, type ArticleCard } from '../views/articleView.ts'
import { filled, type FrontOrder } from './frontOrder.ts'
import { loadByIds } from './loadByIds.ts'

export type FrontStories = {
  readonly lead?: ArticleCard
  readonly stories: readonly ArticleCard[]
}

/** The articles of the front page: the lead and the list that the editors chose, filled up with the newest. */
export async function loadFront(reads: PublicReads, order: FrontOrder): Promise<FrontStories> {
  const ids = [...(order.lead === undefined ? [] : [order.lead]), ...order.list]
  const [chosen, newest] = await Promise.all([
    loadByIds(reads, 'articles', ids),
    reads.list('articles', { sort: '-publishedAt', limit: Math.min(100, order.listLength + 1 + ids.length), depth: 1 }),
  ])
  const cards = (docs: readonly unknown[]): readonly ArticleCard[] => docs.flatMap((doc) => articleCard(doc) ?? [])
  const list = cards(chosen).filter(({ id }) => order.list.includes(id))
  const fresh = cards(newest.docs)
  // The newest leads when nobody chose, and it must not be one that has its place below.
  const lead =
    cards(chosen).find(({ id }) => id === order.lead) ?? fresh.find(({ id }) => !order.list.includes(id)) ?? list[0]
  return { ...(lead ? { lead } : {}), stories: filled(order.listLength, list, fresh, lead ? [lead.id] : []) }
}
