import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { importMap } from '../importMap.js'

type Address = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Address): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

/** Every screen of the admin panel: Payload picks the view from the address. */
export default function AdminPage({ params, searchParams }: Address) {
  return RootPage({ config, importMap, params, searchParams })
}
