import config from '@payload-config'
import { RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { pageMetadata } from 'payload-plugin-imprimatur/rsc'

import { VIEW_TITLES } from '../../../../newsroom/translations/index.ts'
import { importMap } from '../importMap.js'

type Address = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Address): Promise<Metadata> =>
  pageMetadata({ config, params, searchParams, titles: VIEW_TITLES })

/** Every screen of the admin panel: Payload picks the view from the address. */
export default function AdminPage({ params, searchParams }: Address) {
  return RootPage({ config, importMap, params, searchParams })
}
