/** Whether `value` is a whole http or https address, without user name or password. */
export function isWebAddress(value: unknown): boolean {
  if (typeof value !== 'string' || /[\s\\]/.test(value) || !URL.canParse(value)) return false
  const { protocol, username, password, hostname } = new URL(value)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' && hostname.includes('.')
}

const MAIL = /^mailto:[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/i
/** A path or an anchor on this site. A second slash or a backslash would lead to another one. */
const OWN_PAGE = /^(?:\/(?![/\\])|#)[^\s\\]*$/

/** Whether a link in running text may lead to `value`: a web address, a mail address, or a page of this site by its path. */
export function isLinkTarget(value: unknown): boolean {
  return typeof value === 'string' && (isWebAddress(value) || MAIL.test(value) || OWN_PAGE.test(value))
}
