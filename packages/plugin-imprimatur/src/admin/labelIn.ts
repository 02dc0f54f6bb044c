import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest } from 'payload'

/** A label of a config in the language of a request: a text, one text for each language, or a function; empty for none. */
export function labelIn({ i18n, t }: Pick<PayloadRequest, 'i18n' | 't'>, label: unknown): string {
  if (typeof label === 'function') return String((label as (args: unknown) => unknown)({ i18n, t }))
  return typeof label === 'string' || (typeof label === 'object' && label !== null)
    ? getTranslation(label as Record<string, string> | string, i18n)
    : ''
}
