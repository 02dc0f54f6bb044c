import { tmpdir } from 'node:os'
import { initI18n } from '@payloadcms/translations'
import { createClientConfig, type ImportMap } from 'payload'
import { expect, it } from 'vitest'
import { newsroomConfig } from '../../../src/payload.config.ts'
import { parseEnvironment } from '../../../src/environment/index.ts'

it('is what Payload makes the panel of, in each language', async () => {
  const config = await newsroomConfig({ ...parseEnvironment(process.env, tmpdir()), secret: 'a secret for tests only' })
  const labelOf = async (language: 'en' | 'fr' | 'es' | 'de'): Promise<unknown> => {
    const i18n = await initI18n({ config: config.i18n, context: 'client', language } as never)
    const { collections } = createClientConfig({
      config,
      i18n: i18n as never,
      importMap: {} as ImportMap,
      user: true,
    } as never)
    return collections.find(({ slug }) => slug === 'articles')?.labels.plural
  }
  expect([await labelOf('en'), await labelOf('fr'), await labelOf('es'), await labelOf('de')]).toEqual([
    'Articles',
    'Articles',
    'Artículos',
    'Artikel',
  ])
})
