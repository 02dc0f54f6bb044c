const PROTOCOLS = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/**
 * An address that may stand in a link, or undefined. Allowed are `https`, `http`, `mailto` and `tel`, paths of this site and
 * fragments; refused is everything else, `javascript:` and `data:` in whatever disguise, and protocol-relative addresses.
 */
export function safeHref(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  // Browsers drop tabs and line ends inside an address and control characters and spaces around it (WHATWG URL, 4.4).

  const href = value.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '')
  if (href === '') return undefined
  if (href.startsWith('#')) return href
  if (href.startsWith('/')) return /^\/[/\\]/.test(href) ? undefined : href
  try {
    return PROTOCOLS.has(new URL(href).protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** The host of a web address without `www.`, to name a source by; undefined for what is no web address. */
export function hostOf(href: string): string | undefined {
  try {
    const url = new URL(href)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.host.replace(/^www\./, '') : undefined
  } catch {
    return undefined
  }
}
