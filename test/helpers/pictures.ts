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

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
