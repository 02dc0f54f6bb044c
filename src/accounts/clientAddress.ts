import ipaddr from 'ipaddr.js'

/**
 * What attempts are counted by: an IPv4 address, or the /64 network of an IPv6 address, as one household or machine
 * has a whole one to itself (RFC 6177 §2). The server writes the client's address into this header over whatever a client sent, so
 * nobody chooses their own. What comes from inside the process has none, and counts as `local`.
 */
export function networkOf(headers: Headers): string {
  const address = headers.get('x-forwarded-for') ?? ''
  if (!ipaddr.isValid(address)) return 'local'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const network = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}
