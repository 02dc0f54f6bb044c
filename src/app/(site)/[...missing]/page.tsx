import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentExchange } from '../../../site/exchange.ts'
import { missingPage } from '../../../site/loading/missingPage.tsx'

export const dynamic = 'force-dynamic'

/** Every address that nothing else answers. */
export default async function Missing(): Promise<ReactNode> {
  return missingPage(currentExchange() ?? notFound())
}
