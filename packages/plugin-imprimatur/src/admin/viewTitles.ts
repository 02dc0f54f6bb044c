import type { Config, SanitizedConfig } from 'payload'
import { languages, NAMESPACE } from '../translations/index.ts'

type Titles = Readonly<Record<string, string>>

/** What the plugin's own views are called: keys of its translations, by the names of the views in the config. */
export const VIEW_TITLES = {
  reviewQueue: `${NAMESPACE}:queue:title`,
  releases: `${NAMESPACE}:releases:title`,
  release: `${NAMESPACE}:releases:one`,
  deskReport: `${NAMESPACE}:report:title`,
  review: `${NAMESPACE}:review:title`,
} as const satisfies Titles

/** The title of a view in the language that the panel falls back on, for a project whose page asks Payload for it. */
export function fallbackTitle(view: keyof typeof VIEW_TITLES, i18n: Config['i18n']): string {
  const known: Readonly<Partial<Record<string, object>>> = languages
  const words = known[i18n?.fallbackLanguage ?? 'en'] ?? languages.en
  const [, group = '', key = ''] = VIEW_TITLES[view].split(':')
  return (words as Readonly<Record<string, Titles>>)[group]?.[key] ?? ''
}

/** The config with the titles of its views in the language that `t` speaks; a view without a key keeps its own. */
export function inLanguage(config: SanitizedConfig, titles: Titles, t: (key: string) => string): SanitizedConfig {
  const { components } = config.admin
  const views = { ...components.views }
  for (const [name, key] of Object.entries(titles)) {
    const view = views[name]
    if (view) views[name] = { ...view, meta: { ...view.meta, title: t(key) } }
  }
  return {
    ...config,
    admin: { ...config.admin, components: { ...components, views } },
  }
}
