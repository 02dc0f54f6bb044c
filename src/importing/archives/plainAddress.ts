/** An address without what it may lose or get when a site moves from http to https, or begins to end its addresses otherwise. */
export function plainAddress(address: string): string {
  return address.trim().replace(/^https?:\/\/|\/+$/giu, '')
}
