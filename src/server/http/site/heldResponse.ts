import type { ServerResponse } from 'node:http'

/** A response that keeps what is written to it until it is released. */
export type HeldResponse = {
  /** The whole body once the writer has ended it; what there was of it when the connection closed before. */
  readonly body: Promise<Buffer>
  /** Lets writes through again. Nothing that was held is sent by this. */
  release(): void
}

/**
 * Holds back what somebody else writes to a response, so that status, headers and body can still be decided when all of it is known. Status and headers
 * are collected on the response itself.
 */
export function heldResponse(res: ServerResponse): HeldResponse {
  const own = {
    write: res.write.bind(res),
    end: res.end.bind(res),
    writeHead: res.writeHead.bind(res),
    flushHeaders: res.flushHeaders.bind(res),
  }
  const chunks: Buffer[] = []
  const keep = (args: readonly unknown[]): void => {
    const [chunk, encoding] = args
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    const callback = args.find((each) => typeof each === 'function')
    if (callback) queueMicrotask(callback as () => void)
  }

  const body = new Promise<Buffer>((resolve) => {
    const ended = (): void => {
      resolve(Buffer.concat(chunks))
    }
    res.once('close', ended)
    Object.assign(res, {
      write: (...args: readonly unknown[]) => {
        keep(args)
        return true
      },
      end: (...args: readonly unknown[]) => {
        keep(args)
        ended()
        return res
      },
      writeHead: (status: number, ...rest: readonly unknown[]) => {
        res.statusCode = status
        const headers = rest.find((each) => typeof each === 'object' && each !== null)
        for (const [name, value] of pairs(headers)) res.setHeader(name, value)
        return res
      },
      flushHeaders: () => undefined,
    })
  })
  return {
    body,
    release: () => {
      Object.assign(res, own)
    },
  }
}

/** Headers as `writeHead` takes them: an object, or a flat list of names and values. */
function pairs(headers: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(headers)) {
    return headers.flatMap((name, index) =>
      index % 2 === 0 ? [[String(name), String(headers[index + 1])] as const] : [],
    )
  }
  return Object.entries(headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value as string] as const],
  )
}
