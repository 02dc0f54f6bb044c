import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { generatePageMetadata } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import type { SanitizedConfig } from 'payload'
import { inLanguage, VIEW_TITLES } from '../viewTitles.ts'

/**
 * What stands in the tab of the browser and in the head of a page of the panel, in place of Payload's `generatePageMetadata`: that one
 * (3.90) shows the title of a custom view as the config has it, whatever the language of who looks.
 *
 * @param titles keys of the translations for the titles of the project's own views, by the names that these have in `admin.components.views`
 */
export async function pageMetadata({
  config: asked,
  params,
  searchParams,
  titles = {},
}: {
  config: SanitizedConfig | Promise<SanitizedConfig>
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
  titles?: Readonly<Record<string, string>>
}): Promise<Metadata> {
  const config = await asked
  const { t } = await getNextRequestI18n({ config })
  const own = inLanguage(config, { ...VIEW_TITLES, ...titles }, t as (key: string) => string)
  return generatePageMetadata({ config: Promise.resolve(own), params, searchParams })
}
