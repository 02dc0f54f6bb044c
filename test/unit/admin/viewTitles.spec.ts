import { readFileSync } from 'node:fs'
import type { Config, SanitizedConfig } from 'payload'
import { describe, expect, it } from 'vitest'
import { withDeskParts } from '../../../packages/plugin-imprimatur/src/admin/index.ts'
import { inLanguage, VIEW_TITLES } from '../../../packages/plugin-imprimatur/src/admin/viewTitles.ts'
import { NAMESPACE } from '../../../packages/plugin-imprimatur/src/translations/index.ts'
import { VIEW_TITLES as NEWSROOM } from '../../../src/newsroom/translations/index.ts'
import { wordsFor } from '../../helpers/wordsFor.ts'

const QUEUE: Readonly<Record<string, string>> = {
  en: 'Review queue',
  fr: 'File de relecture',
  es: 'Cola de revisión',
  de: 'Prüfliste',
}

const viewsOf = (i18n: Config['i18n']) => withDeskParts({ admin: {}, i18n }).components?.views ?? {}
const titleOf = (views: object, name: string) =>
  (views as Record<string, { meta?: { title?: unknown } }>)[name]?.meta?.title

describe('the titles of the plugin’s views', () => {
  it.each(['en', 'fr', 'es', 'de'] as const)('are in %s for who reads it', (language) => {
    const config = { admin: { components: { views: viewsOf({}) } } } as unknown as SanitizedConfig
    const { say } = wordsFor(language)
    const t = (key: string) => (say as (key: string) => string)(key.replace(`${NAMESPACE}:`, ''))
    const { views } = inLanguage(config, VIEW_TITLES, t).admin.components
    expect(titleOf(views, 'reviewQueue')).toBe(QUEUE[language])
    const titles = Object.keys(views).map((name) => titleOf(views, name))
    expect(titles.filter((title) => typeof title !== 'string' || title === '' || title.includes(':'))).toEqual([])
  })

  it('are known for each view that the plugin has', () => {
    expect(Object.keys(VIEW_TITLES).sort()).toEqual(Object.keys(viewsOf({})).sort())
  })

  it('are those of the language that a project falls back on, where it asks Payload for them', () => {
    expect(titleOf(viewsOf({ fallbackLanguage: 'de' }), 'reviewQueue')).toBe('Prüfliste')
    expect(titleOf(viewsOf({ fallbackLanguage: 'pl' }), 'reviewQueue')).toBe('Review queue')
    expect(titleOf(viewsOf(undefined), 'release')).toBe('Release')
  })

  it('leave alone the views of others', () => {
    const config = {
      admin: { components: { views: { own: { meta: { title: 'Mine' } } } } },
    } as unknown as SanitizedConfig
    expect(titleOf(inLanguage(config, VIEW_TITLES, () => '').admin.components.views, 'own')).toBe('Mine')
  })
})

describe('the pages of the panel', () => {
  it.each(['page', 'not-found'])('ask for titles in the language of who looks: %s.tsx', (file) => {
    const page = readFileSync(
      new URL(`../../../src/app/(payload)/admin/[[...segments]]/${file}.tsx`, import.meta.url),
      'utf8',
    )
    expect(page).toContain('pageMetadata({ config, params, searchParams, titles: VIEW_TITLES })')
  })

  it('have a key for the newsroom’s own view', () => {
    expect(NEWSROOM).toEqual({ import: 'newsroom:Import a page' })
  })
})
