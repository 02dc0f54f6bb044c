/** An item of an export of WordPress; every field may be changed or left out (''). */
export type WxrItem = {
  title: string
  link: string
  guid: string
  creator: string
  content: string
  excerpt: string
  id: string
  date: string
  gmt: string
  pubDate: string
  name: string
  status: string
  type: string
  password: string
  /** What else stands in the item. */
  more: string
}

const ITEM: WxrItem = {
  title: 'The lock at Ems opens late',
  link: 'https://canals.example/2024/05/the-lock-opens-late/',
  guid: 'https://canals.example/?p=41',
  creator: 'ida',
  content:
    '<!-- wp:paragraph -->\n<p>The keeper came at <strong>nine</strong>.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Twelve barges waited.</p>\n<!-- /wp:paragraph -->',
  excerpt: '',
  id: '41',
  date: '2024-05-06 12:30:00',
  gmt: '2024-05-06 10:30:00',
  pubDate: 'Mon, 06 May 2024 10:30:00 +0000',
  name: 'the-lock-opens-late',
  status: 'publish',
  type: 'post',
  password: '',
  more: '',
}

const cdata = (text: string): string => `<![CDATA[${text}]]>`

export function anItem(changes: Partial<WxrItem> = {}): string {
  const item = { ...ITEM, ...changes }
  return `<item>
<title>${cdata(item.title)}</title>
<link>${item.link}</link>
<pubDate>${item.pubDate}</pubDate>
<dc:creator>${cdata(item.creator)}</dc:creator>
<guid isPermaLink="false">${item.guid}</guid>
<description></description>
<content:encoded>${cdata(item.content)}</content:encoded>
<excerpt:encoded>${cdata(item.excerpt)}</excerpt:encoded>
<wp:post_id>${item.id}</wp:post_id>
<wp:post_date>${cdata(item.date)}</wp:post_date>
<wp:post_date_gmt>${cdata(item.gmt)}</wp:post_date_gmt>
<wp:comment_status>${cdata('open')}</wp:comment_status>
<wp:post_name>${cdata(item.name)}</wp:post_name>
<wp:status>${cdata(item.status)}</wp:status>
<wp:post_type>${cdata(item.type)}</wp:post_type>
<wp:post_password>${cdata(item.password)}</wp:post_password>
${item.more}</item>`
}

export function anAuthor(
  login: string,
  display: string,
  more: { id?: string; first?: string; last?: string } = {},
): string {
  return `<wp:author><wp:author_id>${more.id ?? '7'}</wp:author_id><wp:author_login>${cdata(login)}</wp:author_login><wp:author_email>${cdata(`${login}@canals.example`)}</wp:author_email><wp:author_display_name>${cdata(display)}</wp:author_display_name><wp:author_first_name>${cdata(more.first ?? '')}</wp:author_first_name><wp:author_last_name>${cdata(more.last ?? '')}</wp:author_last_name></wp:author>`
}

/** An export of WordPress as its file is written. */
export function aWxr(
  items: readonly string[] = [anItem()],
  { authors = [anAuthor('ida', 'Ida Holm')], version = '1.2', head = '', site = 'https://canals.example' } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- An export, to be read by another WordPress. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/${version}/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/${version}/"
>
<channel>
<title>Canal Notes</title>
<link>${site}</link>
<description>Of water and those who work on it</description>
<language>en-GB</language>
<wp:wxr_version>${version}</wp:wxr_version>
<wp:base_site_url>${site}</wp:base_site_url>
<wp:base_blog_url>${site}</wp:base_blog_url>
${authors.join('\n')}
${head}${items.join('\n')}
</channel>
</rss>
`
}
