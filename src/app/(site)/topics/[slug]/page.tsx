import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentExchange } from '../../../../site/exchange.ts'
import { filedPage, type ListProps } from '../../../../site/loading/storiesPage.tsx'

export const dynamic = 'force-dynamic'

/** The public articles of a topic, newest first. */
export default async function Topic(props: ListProps): Promise<ReactNode> {
  return filedPage(currentExchange() ?? notFound(), 'topics', props)
}
