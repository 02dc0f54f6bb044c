/** Formats of pictures that are taken in. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif'

/** What a file is by its first bytes: a picture that is taken in, something known that is not, or unknown. */
export type Sniffed = PictureFormat | 'gif' | 'heic' | 'tiff' | 'pdf' | 'svg' | 'html' | 'unknown'

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/**
 * Tells a file's format from its content, whatever it is called. Signatures: PNG (ISO/IEC 15948 §5.2), JPEG (ITU-T T.81 B.1.1.3), RIFF
 * WebP (RFC 9649 §2.4), ISO base media `ftyp` brands (ISO/IEC 23008-12), TIFF 6.0, GIF89a, PDF (ISO 32000). Only these reach a decoder.
 */
export function sniffImage(bytes: Uint8Array): Sniffed {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(0, 4) === 'GIF8') return 'gif'
  if (ascii(0, 4) === '%PDF') return 'pdf'
  if (ascii(0, 4) === 'II*\0' || ascii(0, 4) === 'MM\0*') return 'tiff'
  if (ascii(4, 8) === 'ftyp') return brandFormat(bytes)
  const start = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 1024))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<svg') || (/^<(?:\?xml|!--|!doctype svg)/.test(start) && start.includes('<svg'))) return 'svg'
  return start.startsWith('<!doctype html') || start.startsWith('<html') || start.includes('<script')
    ? 'html'
    : 'unknown'
}

/**
 * Whether a picture says before its pixels that it moves: a PNG by an `acTL` chunk of more than one frame
 * (https://www.w3.org/TR/png-3/#acTL-chunk), an AVIF by its brand (AVIF 1.1 §6.2). sharp 0.35 takes the first frame of the one for all
 * there is, and does not know the other.
 */
export function saysThatItMoves(bytes: Buffer): boolean {
  const format = sniffImage(bytes)
  if (format === 'avif') return bytes.toString('latin1', 8, 12) === 'avis'
  if (format !== 'png') return false
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'acTL') return bytes.readUInt32BE(at + 8) > 1
    if (type === 'IDAT') return false
  }
  return false
}

function brandFormat(bytes: Uint8Array): Sniffed {
  const size = Math.min(bytes.length, 64)
  const brands: string[] = []
  for (let at = 8; at + 4 <= size; at += 4) brands.push(String.fromCharCode(...bytes.subarray(at, at + 4)))
  if (brands[0] === 'avif' || brands[0] === 'avis') return 'avif'
  if (brands[0] !== undefined && HEIC_BRANDS.has(brands[0])) return brands.includes('avif') ? 'avif' : 'heic'
  return 'unknown'
}
