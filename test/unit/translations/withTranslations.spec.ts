import type { Config } from 'payload'
import { describe, expect, it } from 'vitest'
import { withTranslations } from '../../../packages/plugin-imprimatur/src/translations/index.ts'

type Table = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

const inConfig = (i18n?: object): Readonly<Record<string, Table>> =>
  withTranslations({ ...(i18n ? { i18n } : {}) } as Config).i18n?.translations as never

describe('the plugin’s words in a config', () => {
  it('are English where the config says nothing of languages', () => {
    const translations = inConfig()
    expect(Object.keys(translations)).toEqual(['en'])
    expect(translations['en']?.['plugin-imprimatur']?.['moves']?.['sign_off']).toBe('Sign off')
  })

  it('are there for the languages that it supports, and for no other', () => {
    const translations = inConfig({ supportedLanguages: { de: {}, fr: {} } })
    expect(Object.keys(translations).sort()).toEqual(['de', 'fr'])
    expect(translations['de']?.['plugin-imprimatur']?.['moves']?.['sign_off']).toBe('Freigeben')
  })

  it('are English in a language that the plugin does not speak, never bare keys', () => {
    expect(inConfig({ supportedLanguages: { pt: {} } })['pt']?.['plugin-imprimatur']?.['stages']?.['draft']).toBe(
      'Draft',
    )
  })

  it('give way to those of the host, one by one, and leave its others alone', () => {
    const translations = inConfig({
      supportedLanguages: { en: {} },
      translations: { en: { 'plugin-imprimatur': { moves: { spike: 'Kill' } }, site: { a: { b: 'c' } } } },
    })
    const { moves } = translations['en']?.['plugin-imprimatur'] ?? {}
    expect([moves?.['spike'], moves?.['publish'], translations['en']?.['site']?.['a']?.['b']]).toEqual([
      'Kill',
      'Publish',
      'c',
    ])
  })
})
