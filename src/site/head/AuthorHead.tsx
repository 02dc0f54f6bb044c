import type { ReactNode } from 'react'
import type { AuthorView } from '../views/authorView.ts'
import { absolute, type SiteView } from '../views/siteView.ts'
import { JsonLd } from './JsonLd.tsx'
import { person } from './newsArticle.ts'
import { PageHead } from './PageHead.tsx'

/** The head of an author's page, and the person as structured data. */
export function AuthorHead({
  author,
  site,
  page,
}: {
  readonly author: AuthorView
  readonly site: SiteView
  readonly page: number
}): ReactNode {
  const { portrait } = author
  const address = absolute(site, author.href)
  return (
    <>
      <PageHead
        site={site}
        title={page === 1 ? author.name : `${author.name}, page ${String(page)}`}
        description={author.shortBio}
        canonical={page === 1 ? address : `${address}?page=${String(page)}`}
        type="profile"
        feed={{ of: 'authors', slug: author.slug, title: `${author.name} – ${site.name}` }}
        image={
          portrait && {
            url: absolute(site, portrait.src),
            alt: portrait.alt,
            width: portrait.width,
            height: portrait.height,
          }
        }
      />
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'ProfilePage',
          mainEntity: person(author.name, author, site),
        }}
      />
    </>
  )
}
