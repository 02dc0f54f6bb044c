'use client'

import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import { sayIn } from './sayIn.ts'

/** Says an English text of the newsroom's in the language of the panel's user. */
export function useWords(): (english: string) => string {
  const { i18n } = useTranslation()
  return useCallback((english) => sayIn(i18n)(english), [i18n])
}
