import { asText, type Loose } from '../../bodies/index.ts'

/** What every page of the site needs to know about the newsroom. */
export type SiteView = {
  readonly name: string
  /** IANA zone that days are printed in. */
  readonly timeZone: string
  /** Origin of public addresses, without a slash at the end. */
  readonly origin: string
  /** The way to the parts of the publication. */
  readonly menu: readonly { readonly href: string; readonly name: string }[]
}

/**
 * The newsroom global as the site uses it, with its sections. `origin`: the configured public address, never one that a request named.
 */
export function siteView(newsroom: Loose, origin: string, sections: readonly Loose[] = []): SiteView {
  return {
    name: asText(newsroom.name) ?? 'Newsroom',
    timeZone: asText(newsroom.timeZone) ?? 'UTC',
    origin: origin.replace(/\/+$/, ''),
    menu: sections.flatMap(({ name, slug }) => {
      const [title, at] = [asText(name), asText(slug)]
      return title === undefined || at === undefined
        ? []
        : [{ href: `/sections/${encodeURIComponent(at)}`, name: title }]
    }),
  }
}

/** A path of this site as an absolute address; an address that is absolute stays as it is. */
export function absolute(site: Pick<SiteView, 'origin'>, pathOrUrl: string): string {
  return new URL(pathOrUrl, `${site.origin}/`).href
}
