import type { ReactNode } from 'react'

/** The way to the newer and the older page of a list; nothing where there is one page only. */
export function Pages({
  href,
  page,
  totalPages,
}: {
  readonly href: string
  readonly page: number
  readonly totalPages: number
}): ReactNode {
  if (totalPages < 2) return null
  const to = (other: number): string => (other === 1 ? href : `${href}?page=${String(other)}`)
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          Newer
        </a>
      ) : null}
      <span>
        Page {page} of {totalPages}
      </span>
      {page < totalPages ? (
        <a href={to(page + 1)} rel="next">
          Older
        </a>
      ) : null}
    </nav>
  )
}
