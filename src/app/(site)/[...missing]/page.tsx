import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentExchange } from '../exchange.ts'
import { missingPage } from '../loading/missingPage.tsx'

export const dynamic = 'force-dynamic'

/** Every address that nothing else answers. */
export default async function Missing(): Promise<ReactNode> {
  return missingPage(currentExchange() ?? notFound())
}
