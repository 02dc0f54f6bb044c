import type { ReactNode } from 'react'

/** Background beside the text, in a box of its own. */
export function FactBox({
  title,
  children,
}: {
  readonly title: string | undefined
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className="fact-box" role="note" aria-label={title}>
      {title === undefined ? null : <p className="fact-box-title">{title}</p>}
      {children}
    </div>
  )
}
