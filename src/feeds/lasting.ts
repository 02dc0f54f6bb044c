import { createHash } from 'node:crypto'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The space of our own names (RFC 9562 §6.6): made at random, once and for all. A change would be a new guid for everything. */
const NAMES = '6c1fcd2e-3b0a-4c52-9a57-0d1f6b2f4e11'

/**
 * What names a document in feeds as long as it is there, whatever becomes of its slug and of the address of the site: `urn:uuid:` with the document's own
 * id where that is a UUID, as on SQLite and Postgres, and otherwise with one made of it (version 5).
 */
export function lastingId(collection: string, id: string): string {
  return `urn:uuid:${UUID.test(id) ? id.toLowerCase() : nameBased(`${collection}:${id}`)}`
}

/** The same of a feed. */
export function lastingFeedId(name: string): string {
  return `urn:uuid:${nameBased(`feed:${name}`)}`
}

/** RFC 9562 §5.5. */
function nameBased(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMES.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
