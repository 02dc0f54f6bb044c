import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { TestNewsroom } from './openNewsroom.ts'

export type Picture = {
  readonly id: string
  readonly url: string
  readonly filename: string
  readonly sizes: Readonly<Record<string, { readonly url: string; readonly filename: string }>>
}

/** A picture of one colour, uploaded by nobody in particular. */
export async function aPicture(
  { payload }: Pick<TestNewsroom, 'payload'>,
  { name = 'field.png', colour = 'teal', ...data }: { name?: string; colour?: string; alt?: string } & object = {},
): Promise<Picture> {
  const file = await sharp({ create: { width: 400, height: 300, channels: 3, background: colour } })
    .png()
    .toBuffer()
  const made = await payload.create({
    collection: 'media',
    data: { alt: 'A field.', credit: 'Nobody', ...data },
    file: { data: file, mimetype: 'image/png', name, size: file.length },
    overrideAccess: true,
  })
  return made as unknown as Picture
}

/** A PNG (ISO/IEC 15948) that says it has `width` × `height` pixels and has none: small on disk, huge for whoever decodes it. */
export function pngHeader(width: number, height: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const greyscale = Buffer.from([8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([size, greyscale])),
    chunk('IDAT', deflateSync(Buffer.alloc(0))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The PNG with one more chunk, before its pixels: behind the signature (8 bytes) and `IHDR` (25 bytes). */
export function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** An AVIF of two frames, 16 × 12 pixels, red and blue, as Pillow 13.0 writes it (sharp writes none). In base64. */
export const MOVING_AVIF = [
  'AAAALGZ0eXBhdmlzAAAAAGF2aWZhdmlzbXNmMWlzbzhtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAA',
  'AAAEQAAAEAAQAAAAEAAAPlAAAAJgAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAEAAAAAwAAAAQcGl4aQAAAAADCAgI',
  'AAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAACxm1vb3YAAAB4bXZoZAEAAAAAAAAA5zEX9QAAAADnMRf1AAAD6P//////////AAEAAAEAAAAAAA',
  'AAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAJGdHJhawAAAGh0a2hkAQAAAQAAAADnMRf1AAAAAOcxF/UAAAABAAAA',
  'AP//////////AAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAQAAAADAAAAAAALGVkdHMAAAAkZWxzdAEAAAEAAAABAAAAAAAAAMgAAAAAAAAAAAABAA',
  'AAAAGqbWRpYQAAACxtZGhkAQAAAAAAAADnMRf1AAAAAOcxF/UAAAPoAAAAAAAAAMhVxAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAABVW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAA',
  'AAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAARVzdGJsAAAAlXN0c2QAAAAAAAAAAQAAAIVhdjAxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAABAADABIAAAASAAAAAAAAAABCk',
  'FPTSBDb2RpbmcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABBjY3N0AAAAAHwAAAAAAAAYc3R0cwAAAAAAAAABAAAAAgAAAGQAAAAcc3Rz',
  'YwAAAAAAAAABAAAAAQAAAAIAAAABAAAAHHN0c3oAAAAAAAAAAAAAAAIAAAAmAAAAHQAAABRzdGNvAAAAAAAAAAEAAAPlAAAAFHN0c3MAAAAAAAAAAQAAAAEAAABLbWRhdBIACg0AAAABn9m18iAhoN',
  'CAMhMQAMkAAAKAAAAAqY5bX7SK8gfcEgAyGTADwIAAAAbYAAACgAAgABhTx4FfGtuEj1Y=',
].join('')
