import type { ReactNode } from 'react'
import { SITE_LANGUAGE } from '../../bodies/index.ts'

/** A pointer to another page between two paragraphs. What is elsewhere is linked to and never framed: readers load nothing of others unasked. */
export function LinkCard({
  label,
  title,
  href,
  note,
}: {
  readonly label: string
  readonly title: string
  readonly href: string
  readonly note?: string | undefined
}): ReactNode {
  return (
    <div className="card">
      <p className="card-label" lang={SITE_LANGUAGE}>
        {label}
      </p>
      <p className="card-title">
        <a href={href}>{title}</a>
      </p>
      {note === undefined ? null : <p>{note}</p>}
    </div>
  )
}
