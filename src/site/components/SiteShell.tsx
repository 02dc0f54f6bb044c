import type { ReactNode } from 'react'
import type { DateView } from '../views/printedDate.ts'
import type { SiteView } from '../views/siteView.ts'

/**
 * The frame of every page: skip link, masthead, content, rail, footer. On the front page (`today` given) the masthead is the page's title.
 * The rail stands beside `main` and not in it, so that it is a landmark of its own.
 */
export function SiteShell({
  site,
  today,
  banner,
  rail,
  children,
}: {
  readonly site: SiteView
  readonly today?: DateView
  readonly banner?: ReactNode
  readonly rail?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the text
      </a>
      {banner}
      <header className={today ? 'masthead masthead-front' : 'masthead'}>
        {today ? (
          <>
            <h1 className="masthead-name">{site.name}</h1>
            <p className="masthead-line">
              <time dateTime={today.instant.slice(0, 10)}>{today.printed}</time>
            </p>
          </>
        ) : (
          <p className="masthead-name">
            <a href="/">{site.name}</a>
          </p>
        )}
        <Menu site={site} />
      </header>
      <div className={rail ? 'columns' : 'columns columns-single'}>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        {rail}
      </div>
      <footer className="footer">
        <p>{site.name}</p>
        <nav aria-label="Site">
          <a href="/">Front page</a>
          <a href="/articles">All stories</a>
          <a href="/admin" rel="nofollow">
            Staff
          </a>
        </nav>
      </footer>
    </>
  )
}

/** The sections; nothing where there are none. */
function Menu({ site }: { readonly site: SiteView }): ReactNode {
  if (site.menu.length === 0) return null
  return (
    <nav className="menu" aria-label="Sections">
      {site.menu.map(({ href, name }) => (
        <a key={href} href={href}>
          {name}
        </a>
      ))}
    </nav>
  )
}
