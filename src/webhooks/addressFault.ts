/** Longer ones are no addresses of webhooks. */
const LONGEST = 2_000

/** What is wrong with the address of a webhook as it is written, as a sentence; null for nothing. What it leads to is looked at when it is called. */
export function addressFault(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST || !URL.canParse(value))
    return 'Enter a whole address, such as https://example.org/hook.'
  const { protocol, username, password, hash } = new URL(value)
  if (protocol !== 'https:' && protocol !== 'http:') return 'The address has to begin with https://.'
  if (username !== '' || password !== '') return 'The address must not hold a password. Messages are signed.'
  return hash === '' ? null : 'The address must not have a part behind #.'
}
