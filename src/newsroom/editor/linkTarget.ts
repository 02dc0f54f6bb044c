import { parseWebAddress } from '../fields/webAddress.ts'

const MAIL = /^mailto:[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/i
// A second slash or a backslash after the first would make browsers leave the site.
const OWN_PAGE = /^(?:\/(?![/\\])|#)[^\s\\]*$/

/** Whether a link in running text may lead to `value`: a web address, a mail address, or a page of this site by its path. */
export function isLinkTarget(value: unknown): value is string {
  return typeof value === 'string' && (parseWebAddress(value) !== undefined || MAIL.test(value) || OWN_PAGE.test(value))
}

/** Validates where a link leads. */
export function validLinkTarget(value: unknown): true | string {
  return isLinkTarget(value)
    ? true
    : 'Enter a whole web address that starts with https://, a mail address as mailto:name@example.org, or a path on this site as /about.'
}
