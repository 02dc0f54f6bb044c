// Stands for `@payloadcms/ui/shared` in the pages (next.config.ts): all of it, but with dates by the newsroom's clock. Payload 3.90 prints
// those of its versions with this function, by the browser's time zone, and has no setting for another one.
import { inNewsroomTime, rememberedZone } from 'payload-plugin-imprimatur/time'
import { localeOf } from 'payload-plugin-imprimatur/translations'

// What it is cannot be listed: it has to be whatever Payload has.
// eslint-disable-next-line no-restricted-syntax
export * from '../../../node_modules/@payloadcms/ui/dist/exports/shared/index.js'

/** As Payload's own, of which `pattern` is not looked at: the panel has one way to print a moment. */
export function formatDate({ date, i18n }: { date: string | number | Date; i18n: { language: string } }): string {
  return inNewsroomTime(date, rememberedZone(), localeOf(i18n.language))
}
