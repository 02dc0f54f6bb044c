import type { ArticleView } from '../views/articleView.ts'
import type { AffiliationView, AuthorView } from '../views/authorView.ts'
import { absolute, type SiteView } from '../views/siteView.ts'

/**
 * An article as schema.org's NewsArticle: one Person for each who wrote it with the bare name, an Organization for a byline without a person, absolute addresses, instants with a zone, the
 * headline that stands on the page. What is not known is left out.
 */
export function newsArticle(article: ArticleView, site: SiteView): Readonly<Record<string, unknown>> {
  const page = absolute(site, article.href)
  const images = [article.lead, article.wide].flatMap((each) => (each ? absolute(site, each.src) : []))
  return defined({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': page,
    url: page,
    mainEntityOfPage: article.canonicalUrl === undefined ? page : absolute(site, article.canonicalUrl),
    headline: article.headline,
    description: article.standfirst ?? article.excerpt,
    image: images.length === 0 ? undefined : [...new Set(images)],
    datePublished: article.publishedAt,
    dateModified: article.publishedAt === undefined ? undefined : article.modifiedAt,
    author: article.authors.map(({ kind, name, author }) =>
      kind === 'person' ? person(name, author, site) : { '@type': 'Organization', name },
    ),
    publisher: { '@type': 'Organization', name: site.name, url: `${site.origin}/` },
    articleSection: article.section,
    keywords: article.topics.length === 0 ? undefined : article.topics,
    inLanguage: article.languageTag,
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    correction: article.corrections.map(({ text, at }) =>
      defined({ '@type': 'CorrectionComment', text, datePublished: at }),
    ),
  })
}

/** Somebody under the name that is printed, with what is public of them. */
export function person(
  name: string,
  author: AuthorView | undefined,
  site: SiteView,
): Readonly<Record<string, unknown>> {
  return defined({
    '@type': 'Person',
    name,
    alternateName: author?.fullName,
    url: author && absolute(site, author.href),
    jobTitle: author?.jobTitle,
    affiliation: author?.affiliations.map(organization),
    sameAs: author?.links.map(({ href }) => href),
  })
}

function organization(affiliation: AffiliationView): Readonly<Record<string, unknown>> {
  const { organization: name, department, country } = affiliation
  const whole = defined({
    '@type': 'Organization',
    name,
    address: country && { '@type': 'PostalAddress', addressCountry: country },
  })
  return department === undefined ? whole : { '@type': 'Organization', name: department, parentOrganization: whole }
}

/** The object without members that say nothing: undefined, and empty lists. */
function defined(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
}

/** JSON that may stand inside `<script>`: no `<` can end the element or open a comment (HTML Living Standard, 4.12.1.3). */
export function jsonForScript(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
