'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { getTranslation } from '@payloadcms/translations'
import type { Blocker } from '../domain/workflow/index.ts'
import { useDesk } from './DeskContext.tsx'
import { fieldLabel } from './fieldLabel.ts'
import { timesInWords } from './inNewsroomTime.ts'

/** What is in the way, one line each: what is wrong, what to do, and in which field. */
export function Reasons({ blockers }: { blockers: readonly Blocker[] }) {
  const { timeZone } = useDesk()
  const labelOf = useFieldLabel()
  return (
    <ul className="imp-reasons">
      {blockers.map((blocker) => (
        <li key={`${blocker.code} ${blocker.field ?? ''} ${blocker.message}`}>
          {timesInWords(blocker.message, timeZone)}
          {blocker.hint && ` ${blocker.hint}`}
          {blocker.gate && blocker.field && <span className="imp-quiet"> ({labelOf(blocker.field)})</span>}
        </li>
      ))}
    </ul>
  )
}

/** The label of a field of the open document, by its path. */
export function useFieldLabel(): (path: string) => string {
  const { docConfig } = useDocumentInfo()
  const { i18n } = useTranslation()
  return (path) =>
    fieldLabel(docConfig?.fields ?? [], path, (label) =>
      typeof label === 'string' || (typeof label === 'object' && label !== null)
        ? getTranslation(label as Record<string, string> | string, i18n)
        : undefined,
    )
}
