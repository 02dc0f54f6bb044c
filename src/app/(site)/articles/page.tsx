import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentExchange } from '../../../site/exchange.ts'
import { storiesPage, type ListProps } from '../../../site/loading/storiesPage.tsx'

export const dynamic = 'force-dynamic'

/** Everything that is public, newest first. */
export default async function Articles({ searchParams }: Pick<ListProps, 'searchParams'>): Promise<ReactNode> {
  const exchange = currentExchange() ?? notFound()
  return storiesPage(exchange, { href: '/articles', title: 'All stories' }, await searchParams)
}
