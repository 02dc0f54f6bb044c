import { escapeText } from 'entities/escape'
import type { Feed, FeedItem, FeedRetraction } from './Feed.ts'
import { writeXml, type Xml } from './xml.ts'

/** RSS 2.0, with names of people in Dublin Core, whole texts in `content:encoded`, pictures in Media RSS, and links as in Atom. */
export function writeRss(feed: Feed): string {
  const entries = [
    ...feed.items.map((item) => ({ at: item.published, xml: itemXml(item) })),
    ...feed.retractions.map((each) => ({ at: each.at, xml: retractionXml(each) })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return writeXml({
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@_xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@_xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@_xmlns:media': 'http://search.yahoo.com/mrss/',
      channel: {
        title: feed.title,
        link: feed.page,
        description: asHtml(feed.description),
        language: feed.language,
        lastBuildDate: rfc822(feed.updated),
        'atom:link': [
          link('self', feed.self, 'application/rss+xml'),
          link('first', feed.first, 'application/rss+xml'),
          ...(feed.next === undefined ? [] : [link('next', feed.next, 'application/rss+xml')]),
          ...(feed.hub === undefined ? [] : [{ '@_rel': 'hub', '@_href': feed.hub }]),
        ],
        item: entries.map(({ xml }) => xml),
      },
    },
  })
}

function itemXml(item: FeedItem): Xml {
  const { picture } = item
  return {
    title: item.title,
    link: item.url,
    guid: { '@_isPermaLink': 'false', '#text': item.id },
    pubDate: rfc822(item.published),
    'atom:updated': item.updated,
    'dc:creator': item.authors.map(({ name }) => name),
    'dc:language': item.language,
    category: [...(item.section === undefined ? [] : [item.section]), ...item.topics],
    description: item.summary === undefined ? undefined : asHtml(item.summary),
    'content:encoded': item.html,
    'media:content': picture && {
      '@_url': picture.src,
      '@_medium': 'image',
      '@_type': picture.type,
      '@_width': numeral(picture.width),
      '@_height': numeral(picture.height),
      'media:description': picture.caption ?? (picture.alt === '' ? undefined : picture.alt),
      'media:credit': picture.credit,
    },
  }
}

/** RSS has no way to take an item back. One with its guid replaces it in readers that keep it, so it says what readers are told instead. */
function retractionXml({ id, url, notice, at }: FeedRetraction): Xml {
  return {
    title: 'Retracted',
    link: url,
    guid: { '@_isPermaLink': 'false', '#text': id },
    pubDate: rfc822(at),
    'atom:updated': at,
    description: asHtml(notice),
  }
}

/** Readers take a `description` for HTML (RSS 2.0, “Elements of <item>”): of plain text they would drop whatever looks like a tag. */
function asHtml(text: string): string {
  return escapeText(text).replaceAll('\n', '<br />')
}

function link(rel: string, href: string, type: string): Xml {
  return { '@_rel': rel, '@_href': href, '@_type': type }
}

function numeral(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

/** RFC 822 with the four-digit year that RSS asks for. */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString()
}
