/** An address that a pasted link may keep: a page elsewhere, or a mail address. Undefined for all that leads nowhere from here. */
export function pastedLink(href: string): string | undefined {
  const address = href.trim()
  if (/^mailto:[^\s@<>"]+@[^\s@<>"?]+\.[^\s@<>"]+$/i.test(address)) return address
  if (/[\s\\]/.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.') ? address : undefined
}
