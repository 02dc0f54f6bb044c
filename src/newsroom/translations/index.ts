import { de } from 'payload/i18n/de'
import { en } from 'payload/i18n/en'
import { es } from 'payload/i18n/es'
import { fr } from 'payload/i18n/fr'
import type { Config, Plugin } from 'payload'
import { globalInEveryLanguage, inEveryLanguage } from './inEveryLanguage.ts'
import { TABLES } from './tables.ts'

// The newsroom's words. They are written in English where they are used; the tables here have the other languages.
// Tests: test/unit/translations/newsroom.spec.ts.
export { blockInEveryLanguage } from './inEveryLanguage.ts'

/** The one text that the config itself names by its key. */
export const IMPORT = 'Import a page'

/** Keys of the titles of the newsroom's own views, by the names of the views in the config. */
export const VIEW_TITLES = { import: `newsroom:${IMPORT}` }

/** In place of Payload's “<No Section>” in a cell of a list. */
const CELLS = { noLabel: '—' }

/** In place of Payload's words, which are those of a program. */
const PLAINER = {
  en: {
    general: {
      ...CELLS,
      lock: 'Leave it',
      unlock: 'Change',
      payloadSettings: 'How the panel looks to you',
      adminTheme: 'Light or dark',
    },
    authentication: {
      forceUnlock: 'Let this account log in again',
      successfullyUnlocked: 'This account can log in again.',
      failedToUnlock: 'That did not work. Try again.',
    },
    validation: { shorterThanMax: 'There is room for {{maxLength}} letters, and this has more. Shorten it.' },
  },
  fr: {
    general: {
      ...CELLS,
      lock: 'Laisser',
      unlock: 'Changer',
      payloadSettings: 'Votre affichage',
      adminTheme: 'Clair ou sombre',
      createNew: 'Créer',
      createNewLabel: 'Créer : {{label}}',
      creatingNewLabel: 'Création : {{label}}',
    },
    authentication: {
      forceUnlock: 'Laisser ce compte se connecter de nouveau',
      successfullyUnlocked: 'Ce compte peut de nouveau se connecter.',
      failedToUnlock: 'Cela n’a pas marché. Essayez encore.',
    },
    validation: {
      shorterThanMax: 'Il y a de la place pour {{maxLength}} caractères, et ceci en a plus. Raccourcissez.',
    },
  },
  es: {
    general: {
      ...CELLS,
      lock: 'Dejar',
      unlock: 'Cambiar',
      payloadSettings: 'Cómo ve usted el panel',
      adminTheme: 'Claro u oscuro',
    },
    authentication: {
      forceUnlock: 'Dejar que esta cuenta vuelva a entrar',
      successfullyUnlocked: 'Esta cuenta puede volver a entrar.',
      failedToUnlock: 'No ha funcionado. Inténtelo de nuevo.',
    },
    validation: { shorterThanMax: 'Caben {{maxLength}} caracteres, y esto tiene más. Acórtelo.' },
  },
  de: {
    general: {
      ...CELLS,
      lock: 'Lassen',
      unlock: 'Ändern',
      payloadSettings: 'Ihre Ansicht',
      adminTheme: 'Hell oder dunkel',
    },
    authentication: {
      forceUnlock: 'Dieses Konto wieder anmelden lassen',
      successfullyUnlocked: 'Dieses Konto kann sich wieder anmelden.',
      failedToUnlock: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
    },
    validation: { shorterThanMax: 'Hier ist Platz für {{maxLength}} Zeichen, und das sind mehr. Kürzen Sie.' },
  },
} as const

/** The languages of the panel, and in each the words of the newsroom beside those of the plugin. */
export const i18n: NonNullable<Config['i18n']> = {
  fallbackLanguage: 'en',
  supportedLanguages: { en, fr, es, de },
  translations: {
    en: { ...PLAINER.en, newsroom: { [IMPORT]: IMPORT } },
    ...Object.fromEntries(
      (Object.keys(TABLES) as (keyof typeof TABLES)[]).map((language) => {
        const { doubts, sentences, words } = TABLES[language]
        return [
          language,
          { ...PLAINER[language], 'plugin-imprimatur': { sentences }, newsroom: { ...words, ...doubts } },
        ]
      }),
    ),
  },
}

/** Collections and globals, those of plugins before it too, in the language of whoever looks. */
export const formsInEveryLanguage: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(inEveryLanguage),
  globals: (config.globals ?? []).map(globalInEveryLanguage),
})
