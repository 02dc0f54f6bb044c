import { present } from '../bodies/index.ts'
import type { Feed, FeedItem, FeedRetraction } from './Feed.ts'

/** JSON Feed 1.1. What it has no name for stands under `_imprimatur`. */
export function writeJsonFeed(feed: Feed): string {
  const items = [
    ...feed.items.map((item) => ({ at: item.published, json: itemJson(item) })),
    ...feed.retractions.map((each) => ({ at: each.at, json: retractionJson(each) })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    description: feed.description,
    ...present('next_url', feed.next),
    language: feed.language,
    authors: [{ name: feed.publisher }],
    ...(feed.hub === undefined ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: items.map(({ json }) => json),
  })
}

function itemJson(item: FeedItem): object {
  const { authors, picture, html, summary, corrections } = item
  const tags = [...(item.section === undefined ? [] : [item.section]), ...item.topics]
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    // One of the two has to be there (JSON Feed 1.1, “Items”).
    ...(html === undefined ? { content_text: summary ?? item.title } : { content_html: html }),
    ...present('summary', summary),
    ...present('image', picture?.src),
    date_published: item.published,
    date_modified: item.updated,
    ...(authors.length === 0 ? {} : { authors: authors.map(({ name, url }) => ({ name, ...present('url', url) })) }),
    ...(tags.length === 0 ? {} : { tags }),
    ...present('language', item.language),
    _imprimatur: { ...item.document, ...(corrections.length === 0 ? {} : { corrections }) },
  }
}

/** It replaces the item of the same id in readers that keep it, so it says what readers are told instead. */
function retractionJson({ id, url, notice, at }: FeedRetraction): object {
  return { id, url, title: 'Retracted', content_text: notice, date_modified: at, _imprimatur: { retracted: true, at } }
}
