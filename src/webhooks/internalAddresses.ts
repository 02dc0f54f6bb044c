import { BlockList, isIP } from 'node:net'

/** https://www.iana.org/assignments/iana-ipv4-special-registry and multicast (RFC 5771). */
const INTERNAL_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of global unicast, https://www.iana.org/assignments/iana-ipv6-special-registry: among them tunnels that lead to IPv4 addresses. */
const INTERNAL_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const internal = new BlockList()
for (const [net, prefix] of INTERNAL_4) internal.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of INTERNAL_6) internal.addSubnet(net, prefix, 'ipv6')

const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is not one of the open internet: what is no address, too. IPv4 addresses in the form of IPv6 are. */
export function isInternal(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  switch (isIP(plain)) {
    case 4:
      return internal.check(plain, 'ipv4')
    case 6:
      return !globalUnicast.check(plain, 'ipv6') || internal.check(plain, 'ipv6')
    default:
      return true
  }
}
