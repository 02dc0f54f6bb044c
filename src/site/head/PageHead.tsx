import type { ReactNode } from 'react'
import { feedHref, type Scope } from '../views/feedHref.ts'
import { absolute, type SiteView } from '../views/siteView.ts'

/** An image as link previews take it. */
export type PreviewImage = {
  /** Absolute. */
  readonly url: string
  readonly alt: string
  readonly width?: number
  readonly height?: number
}

/** What the head of a page says. Addresses are absolute and come from the configuration, never from the request. */
export type PageHeadProps = {
  readonly site: SiteView
  /** Title of the page; the newsroom's name is added unless it is the name. */
  readonly title: string
  readonly description?: string
  /** The one address of this content; none for pages that are not to be found. */
  readonly canonical?: string
  readonly type?: 'website' | 'article' | 'profile'
  readonly image?: PreviewImage
  readonly publishedAt?: string
  readonly modifiedAt?: string
  readonly section?: string
  readonly tags?: readonly string[]
  /** Addresses of the authors' pages. */
  readonly authors?: readonly string[]
  readonly noindex?: boolean
  /** A feed of the page's own, beside the one of everything. */
  readonly feed?: { readonly of: Scope; readonly slug: string; readonly title: string }
}

/** Title, description, canonical address, Open Graph and Twitter card. React 19 moves these elements into the head. */
export function PageHead(props: PageHeadProps): ReactNode {
  const { site, title, description, canonical, image } = props
  return (
    <>
      <title>{title === site.name ? title : `${title} – ${site.name}`}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      {props.noindex ? <meta name="robots" content="noindex" /> : null}
      {canonical === undefined ? null : (
        <>
          <link rel="canonical" href={canonical} />
          {props.feed ? <FeedLinks site={site} title={props.feed.title} scope={props.feed} /> : null}
          <FeedLinks site={site} title={site.name} />
          <meta property="og:url" content={canonical} />
          <meta property="og:type" content={props.type ?? 'website'} />
          <meta property="og:site_name" content={site.name} />
          <meta property="og:title" content={title} />
          {description === undefined ? null : <meta property="og:description" content={description} />}
          <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
          {image ? (
            <>
              <meta property="og:image" content={image.url} />
              <meta property="og:image:alt" content={image.alt} />
              {image.width === undefined ? null : <meta property="og:image:width" content={String(image.width)} />}
              {image.height === undefined ? null : <meta property="og:image:height" content={String(image.height)} />}
            </>
          ) : null}
          {props.publishedAt === undefined ? null : (
            <meta property="article:published_time" content={props.publishedAt} />
          )}
          {props.modifiedAt === undefined ? null : <meta property="article:modified_time" content={props.modifiedAt} />}
          {props.section === undefined ? null : <meta property="article:section" content={props.section} />}
          {(props.authors ?? []).map((href) => (
            <meta key={href} property="article:author" content={href} />
          ))}
          {(props.tags ?? []).map((tag) => (
            <meta key={tag} property="article:tag" content={tag} />
          ))}
        </>
      )}
    </>
  )
}

const FEEDS = [
  ['rss', 'application/rss+xml'],
  ['atom', 'application/atom+xml'],
  ['json', 'application/feed+json'],
] as const

/** By these readers of feeds find them. */
function FeedLinks({
  site,
  title,
  scope,
}: {
  readonly site: SiteView
  readonly title: string
  readonly scope?: { readonly of: Scope; readonly slug: string }
}): ReactNode {
  return FEEDS.map(([format, type]) => {
    const href = absolute(site, feedHref(format, scope))
    return <link key={href} rel="alternate" type={type} title={title} href={href} />
  })
}
