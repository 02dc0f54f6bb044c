import { promisify } from 'node:util'
import zlib from 'node:zlib'

/** Content codings (RFC 9110 §8.4.1), as far as this Node has them; zstd came with Node 22.15. */
export type Coding = 'identity' | 'gzip' | 'br' | 'zstd'

type Encode = (body: Buffer) => Promise<Buffer>

const { zstdCompress } = zlib as {
  zstdCompress?: (body: Buffer, done: (error: Error | null, made: Buffer) => void) => void
}

/** Compression is paid once for each state of an answer, while somebody waits for it. */
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }

const ENCODERS: Readonly<Partial<Record<Coding, Encode>>> = {
  br: (body) => promisify(zlib.brotliCompress)(body, BROTLI),
  ...(zstdCompress ? { zstd: promisify<Buffer, Buffer>(zstdCompress) } : {}),
  gzip: (body) => promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip)(body, { level: 6 }),
}

/** Ours before the client's where it has no preference. */
const PREFERENCE = [...(Object.keys(ENCODERS) as Coding[]), 'identity' as const]

/** Below this many bytes compressing makes an answer no smaller on the wire. */
const LEAST_BYTES = 256

export async function encode(coding: Coding, body: Buffer): Promise<Buffer> {
  return ENCODERS[coding]?.(body) ?? body
}

/** The coding in which a body of `bytes` goes to a client that sent this `Accept-Encoding`. */
export function codingFor(accepted: string | undefined, bytes: number): Coding {
  if (accepted === undefined || bytes < LEAST_BYTES) return 'identity'
  const known = remembered.get(accepted)
  if (known) return known
  const coding = negotiate(accepted)
  // There are some dozens of browsers; whoever makes up more of them pays for it.
  if (remembered.size < MOST_REMEMBERED) remembered.set(accepted, coding)
  return coding
}

const remembered = new Map<string, Coding>()
const MOST_REMEMBERED = 500

/** RFC 9110 §12.5.3. What is acceptable to nobody is sent as it is, which the section allows. */
function negotiate(accepted: string): Coding {
  const weights = new Map<string, number>()
  for (const part of accepted.split(',')) {
    const [name = '', ...parameters] = part.split(';')
    const weight = parameters.map((each) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(each)?.[1]).find(Boolean)
    const coding = name.trim().toLowerCase()
    if (coding !== '') weights.set(coding === 'x-gzip' ? 'gzip' : coding, Math.min(1, Number(weight ?? 1)))
  }
  const weightOf = (coding: Coding) =>
    weights.get(coding) ?? (coding === 'identity' ? IDENTITY_UNNAMED : (weights.get('*') ?? 0))
  let best: Coding = 'identity'
  for (const coding of PREFERENCE) if (weightOf(coding) > weightOf(best)) best = coding
  return weightOf(best) > 0 ? best : 'identity'
}

/** It is acceptable without being named, but less than anything that is. */
const IDENTITY_UNNAMED = 0.0001
