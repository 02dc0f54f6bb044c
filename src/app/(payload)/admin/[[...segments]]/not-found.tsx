import config from '@payload-config'
import { NotFoundPage } from '@payloadcms/next/views'
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

/** The admin panel's own page for an address that it does not have. */
export default function AdminNotFound({ params, searchParams }: Address) {
  return NotFoundPage({ config, importMap, params, searchParams })
}
