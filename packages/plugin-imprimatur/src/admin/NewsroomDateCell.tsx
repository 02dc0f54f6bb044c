'use client'

import { Link } from '@payloadcms/ui'
import type { DateFieldClient, DefaultCellComponentProps } from 'payload'
import { isDayOnly } from './dayOnly.ts'
import { asDay } from './inNewsroomTime.ts'
import { LocalTime } from './LocalTime.tsx'
import { useWords } from './useWords.ts'

/** A date in a list, by the newsroom's clock. */
export function NewsroomDateCell({
  cellData,
  field,
  link,
  linkURL,
  onClick,
  rowData,
  collectionSlug,
}: DefaultCellComponentProps<DateFieldClient>) {
  const { locale } = useWords()
  const at: unknown = cellData
  if (typeof at !== 'string' && !(at instanceof Date)) return <span className="imp-quiet">–</span>
  const text = isDayOnly(field) ? asDay(at, locale) : <LocalTime at={new Date(at).toISOString()} />
  if (link && linkURL)
    return (
      <Link href={linkURL} prefetch={false}>
        {text}
      </Link>
    )
  if (typeof onClick !== 'function') return <>{text}</>
  return (
    <button
      onClick={() => {
        onClick({ cellData, collectionSlug, rowData })
      }}
      type="button"
    >
      {text}
    </button>
  )
}
