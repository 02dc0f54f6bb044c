import { parseWebAddress } from '../fields/webAddress.ts'

/** Services whose players and charts may be embedded: a name, and the hosts that serve it. Subdomains are not included. */
export const EMBED_PROVIDERS = [
  {
    name: 'YouTube',
    hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com', 'youtu.be', 'www.youtube-nocookie.com'],
  },
  { name: 'Vimeo', hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'] },
  { name: 'SoundCloud', hosts: ['soundcloud.com', 'www.soundcloud.com', 'w.soundcloud.com'] },
  { name: 'Spotify', hosts: ['open.spotify.com'] },
  { name: 'Datawrapper', hosts: ['datawrapper.dwcdn.net', 'www.datawrapper.de'] },
  { name: 'Flourish', hosts: ['public.flourish.studio', 'flo.uri.sh'] },
  { name: 'Bluesky', hosts: ['bsky.app', 'embed.bsky.app'] },
  { name: 'X', hosts: ['x.com', 'twitter.com', 'platform.twitter.com'] },
] as const

export type Embed = {
  readonly provider: (typeof EMBED_PROVIDERS)[number]['name']
  /** As the URL standard writes it. */
  readonly url: string
}

/** Reads the address of something to embed: https, on the usual port, at a host of {@link EMBED_PROVIDERS}. Undefined for all else. */
export function parseEmbed(value: unknown): Embed | undefined {
  const url = parseWebAddress(value)
  if (url?.protocol !== 'https:' || url.port !== '') return undefined
  const provider = EMBED_PROVIDERS.find(({ hosts }) => (hosts as readonly string[]).includes(url.hostname))
  return provider === undefined ? undefined : { provider: provider.name, url: url.href }
}

/** Validates an address to embed. */
export function validEmbed(value: unknown): true | string {
  if (parseEmbed(value) !== undefined) return true
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(EMBED_PROVIDERS.map(({ name }) => name))
  return `Paste the https address of a page at ${names}; HTML code is not accepted. For anything else use a related link.`
}
