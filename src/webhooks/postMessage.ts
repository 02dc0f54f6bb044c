import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isInternal } from './internalAddresses.ts'

export type PostParts = {
  /** For development: also addresses of this machine and of its network, and without TLS. */
  readonly allowInternal: boolean
  /** POST unless it says otherwise. */
  readonly method?: string
  readonly timeoutMs: number
  /** Cuts the call off. */
  readonly signal?: AbortSignal
  /** Looks a name up; all of its addresses. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>
}

/** Of an answer no more is read, in bytes. */
const MOST_BYTES = 64 * 1024

/** The address of a webhook leads to where nothing is sent. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/**
 * Posts a message and gives the status of the answer. The name is looked up for this call alone, and the connection goes to the addresses that were
 * looked at: another answer of the name server comes too late. Redirects are answers like others.
 *
 * @throws AddressRefused, or whatever went wrong on the way
 */
export async function postMessage(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  parts: PostParts,
): Promise<number> {
  const url = new URL(address)
  const isPlain = url.protocol === 'http:'
  if (isPlain && !parts.allowInternal) throw new AddressRefused('Messages go out by https only.')
  // Node looks up no name for these. URLs have one form of each.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0) refuseInternal(literal, parts)
  const send = isPlain ? overHttp : overHttps
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: parts.method ?? 'POST',
      agent: false,
      lookup: checkedLookup(parts),
      signal: AbortSignal.any([AbortSignal.timeout(parts.timeoutMs), ...(parts.signal ? [parts.signal] : [])]),
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    })
    request.once('error', reject)
    request.once('response', (response) => {
      let seen = 0
      const done = (): void => {
        resolve(response.statusCode ?? 0)
      }
      response.on('data', (chunk: Buffer) => {
        seen += chunk.byteLength
        if (seen <= MOST_BYTES) return
        done()
        response.destroy()
      })
      response.once('end', done)
      response.once('error', reject)
    })
    request.end(body)
  })
}

function refuseInternal(address: string, { allowInternal }: PostParts): void {
  if (!allowInternal && isInternal(address)) throw new AddressRefused('The address leads into an internal network.')
}

function checkedLookup(parts: PostParts): LookupFunction {
  const resolve = parts.resolve ?? allAddresses
  return (hostname, options, callback) => {
    resolve(hostname)
      .then((addresses) => {
        const [first] = addresses
        if (!first) throw new Error(`There is no address of ${hostname}.`)
        for (const { address } of addresses) refuseInternal(address, parts)
        if (options.all === true) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      })
      .catch((error: unknown) => {
        callback(error as Error, '')
      })
  }
}

function allAddresses(hostname: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, addresses) => {
      if (error) reject(error)
      else resolve(addresses)
    })
  })
}
