'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { wordsIn, type Words } from '../translations/index.ts'

/** The words of the panel in the language of its user. */
export function useWords(): Words {
  const { i18n } = useTranslation()
  return useMemo(() => wordsIn(i18n), [i18n])
}
