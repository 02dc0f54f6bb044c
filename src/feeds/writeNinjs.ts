import { present } from '../bodies/index.ts'
import type { Feed, FeedItem, FeedRetraction } from './Feed.ts'

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const

/** IPTC ninjs 3.1: one composite item with an item for each piece. What was retracted is there as `canceled`, by its `uri` alone. */
export function writeNinjs(feed: Feed): string {
  return JSON.stringify({
    uri: feed.id,
    standard: STANDARD,
    type: 'composite',
    pubStatus: 'usable',
    title: feed.title,
    language: feed.language,
    versionCreated: feed.updated,
    infoSources: [{ name: feed.publisher, uri: feed.page }],
    altIds: [
      { role: 'self', value: feed.self },
      ...(feed.next === undefined ? [] : [{ role: 'next', value: feed.next }]),
    ],
    associations: [...feed.items.map(itemJson), ...feed.retractions.map(retractionJson)],
  })
}

function itemJson(item: FeedItem): object {
  const { summary, html, wordCount, corrections, document } = item
  return {
    name: document.slug,
    rel: 'item',
    uri: item.id,
    type: 'text',
    representationType: html === undefined ? 'partial' : 'full',
    pubStatus: 'usable',
    version: item.updated,
    versionCreated: item.updated,
    firstCreated: item.published,
    title: item.title,
    headlines: [{ role: 'main', contentType: 'text/plain', value: item.title }],
    ...(summary === undefined
      ? {}
      : { descriptions: [{ role: 'summary', contentType: 'text/plain', value: summary }] }),
    ...(html === undefined
      ? {}
      : { bodies: [{ role: 'main', contentType: 'text/html', ...present('wordCount', wordCount), value: html }] }),
    ...present('language', item.language),
    ...present('by', item.byline),
    ...present('located', item.dateline),
    ...listed(
      'people',
      item.authors.map(({ name, url }) => ({ name, rel: 'author', ...present('uri', url) })),
    ),
    ...listed(
      'subjects',
      item.topics.map((name) => ({ name })),
    ),
    ...listed(
      'places',
      item.places.map((name) => ({ name })),
    ),
    ...(item.genre === undefined ? {} : { genres: [{ name: item.genre }] }),
    ...(corrections.length === 0 ? {} : { edNote: corrections.map(({ kind, text }) => `${kind}: ${text}`).join('\n') }),
    altIds: [
      { role: 'id', value: `${document.collection}:${document.id}` },
      { role: 'url', value: item.url },
    ],
    ...(item.picture ? { associations: [pictureJson(item.picture)] } : {}),
  }
}

function pictureJson(picture: NonNullable<FeedItem['picture']>): object {
  const { alt, caption, credit } = picture
  const descriptions = [
    ...(caption === undefined ? [] : [{ role: 'caption', value: caption }]),
    ...(alt === '' ? [] : [{ role: 'alt', value: alt }]),
  ]
  return {
    name: 'lead',
    rel: 'lead',
    uri: picture.id,
    type: 'picture',
    pubStatus: 'usable',
    ...listed('descriptions', descriptions),
    ...present('by', credit),
    renditions: [
      {
        name: 'original',
        href: picture.src,
        ...present('contentType', picture.type),
        ...present('width', picture.width),
        ...present('height', picture.height),
      },
    ],
  }
}

function retractionJson({ id, url, notice, at }: FeedRetraction): object {
  return {
    name: 'retracted',
    rel: 'item',
    uri: id,
    type: 'text',
    pubStatus: 'canceled',
    version: at,
    versionCreated: at,
    edNote: notice,
    altIds: [{ role: 'url', value: url }],
  }
}

/** Lists with nothing in them are left out. */
function listed(name: string, list: readonly object[]): Readonly<Record<string, readonly object[]>> {
  return list.length === 0 ? {} : { [name]: list }
}
