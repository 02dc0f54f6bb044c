import type { ReactNode } from 'react'

/** A page that says that something is not here: not found, retracted, staff only. */
export function NoticePage({
  label,
  title,
  children,
}: {
  readonly label: string
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className="notice">
      <p className="label">{label}</p>
      <h1 className="headline">{title}</h1>
      {children}
    </div>
  )
}
