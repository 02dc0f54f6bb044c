/** An address of the web as it is written, or null; whoever it names and their password are no part of one. */
export function webAddressOf(text: string): string | null {
  const address = text.trim()
  if (address.length > 2_000 || /\s/u.test(address) || !URL.canParse(address)) return null
  const { protocol, username, password } = new URL(address)
  return /^https?:$/u.test(protocol) && username === '' && password === '' ? address : null
}
