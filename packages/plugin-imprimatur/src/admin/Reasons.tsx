'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { getTranslation } from '@payloadcms/translations'
import type { Blocker } from '../domain/workflow/index.ts'
import { useDesk } from './DeskContext.tsx'
import { fieldLabel } from './fieldLabel.ts'
import { timesInWords } from './inNewsroomTime.ts'
import { useWords } from './useWords.ts'

/** What is in the way, one line each: what is wrong, what to do, and in which field. */
export function Reasons({ blockers }: { blockers: readonly Blocker[] }) {
  const { timeZone } = useDesk()
  const { locale, said } = useWords()
  const labelOf = useFieldLabel()
  return (
    <ul className="imp-reasons">
      {blockers.map((blocker) => (
        <li key={keyOf(blocker)}>
          {timesInWords(said(blocker.message), timeZone, locale)}
          {blocker.hint && ` ${said(blocker.hint)}`}
          {blocker.gate && blocker.field && <span className="imp-quiet"> ({labelOf(blocker.field)})</span>}
        </li>
      ))}
    </ul>
  )
}

function keyOf({ code, field = '', message, passage }: Blocker): string {
  return [code, field, message, ...(passage ? [passage.path, passage.start] : [])].join(' ')
}

/** The label of a field of the open document, by its path. */
export function useFieldLabel(): (path: string) => string {
  const { docConfig } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { say } = useWords()
  return (path) =>
    fieldLabel(docConfig?.fields ?? [], path, say('general:pictures'), (label) =>
      typeof label === 'string' || (typeof label === 'object' && label !== null)
        ? getTranslation(label as Record<string, string> | string, i18n)
        : undefined,
    )
}
