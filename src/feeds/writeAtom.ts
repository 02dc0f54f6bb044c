import type { Feed, FeedItem } from './Feed.ts'
import { writeXml, type Xml } from './xml.ts'

const TYPE = 'application/atom+xml'

/** Atom (RFC 4287) in pages (RFC 5005 §3), with what was retracted as deleted entries (RFC 6721). */
export function writeAtom(feed: Feed): string {
  return writeXml({
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
      '@_xml:lang': feed.language,
      id: feed.id,
      title: feed.title,
      updated: feed.updated,
      author: { name: feed.publisher },
      link: [
        { '@_rel': 'alternate', '@_href': feed.page, '@_type': 'text/html' },
        { '@_rel': 'self', '@_href': feed.self, '@_type': TYPE },
        { '@_rel': 'first', '@_href': feed.first, '@_type': TYPE },
        ...(feed.next === undefined ? [] : [{ '@_rel': 'next', '@_href': feed.next, '@_type': TYPE }]),
        ...(feed.hub === undefined ? [] : [{ '@_rel': 'hub', '@_href': feed.hub }]),
      ],
      // Without a link: readers that do not know the element, such as feedparser, would take it for the link of the feed.
      'at:deleted-entry': feed.retractions.map(({ id, notice, at }) => ({
        '@_ref': id,
        '@_when': at,
        'at:comment': notice,
      })),
      // RFC 4287 has what it does not know before the entries (appendix B).
      entry: feed.items.map(entryXml),
    },
  })
}

function entryXml(item: FeedItem): Xml {
  const { picture } = item
  return {
    '@_xml:lang': item.language,
    id: item.id,
    title: item.title,
    updated: item.updated,
    published: item.published,
    author: item.authors.map(({ name, url }) => ({ name, uri: url })),
    category: [...(item.section === undefined ? [] : [item.section]), ...item.topics].map((term) => ({
      '@_term': term,
    })),
    link: [
      { '@_rel': 'alternate', '@_href': item.url, '@_type': 'text/html' },
      ...(picture ? [{ '@_rel': 'enclosure', '@_href': picture.src, '@_type': picture.type }] : []),
    ],
    summary: item.summary,
    content: item.html === undefined ? undefined : { '@_type': 'html', '#text': item.html },
  }
}
