import { isBlank } from './messages.ts'

/** Parses an absolute http or https address without user name or password; undefined for anything else. */
export function parseWebAddress(value: unknown): URL | undefined {
  if (typeof value !== 'string' || /[\s\\]/.test(value) || !URL.canParse(value)) return undefined
  const url = new URL(value)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.') ? url : undefined
}

/** Validates an optional web address; says what one looks like. */
export function webAddress(value: unknown): true | string {
  if (isBlank(value) || parseWebAddress(value) !== undefined) return true
  return 'Enter a whole address that starts with https://, such as https://example.org/report.'
}

/** Validates a web address that has to be there. */
export function requiredWebAddress(value: unknown): true | string {
  return isBlank(value) ? 'Paste the address, starting with https://.' : webAddress(value)
}

/** Validates an optional address that is served encrypted. */
export function secureAddress(value: unknown): true | string {
  if (isBlank(value)) return true
  return parseWebAddress(value)?.protocol === 'https:'
    ? true
    : 'Enter a whole address that starts with https://, such as https://example.org/report.'
}
