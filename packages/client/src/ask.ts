import { ImprimaturError, type Refusal } from './ImprimaturError.ts'
import { wait } from './wait.ts'

export type AskOptions = {
  /** Where the newsroom is: `https://news.example.org`, or with the path under which it is. */
  readonly url: string
  /** Sent with each request, such as `authorization` with an API key. */
  readonly headers?: Readonly<Record<string, string>>
  /** Another `fetch`, for tests and for frameworks that have their own. */
  readonly fetch?: typeof fetch
  /** How often a read is tried again after 503 with `Retry-After`; 3 when left out. */
  readonly retries?: number
}

export type Asking = {
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Whether the answer is to be given back whatever its status says. */
  readonly any?: true
}

export type Ask = (path: string, asking?: Asking) => Promise<Response>

/** A server that asks for more than this, in seconds, is not waited for. */
const LONGEST_WAIT = 60

/** Reads, and waits for a newsroom that says when it will be there again. Nothing but reads is asked, so asking twice does no harm. */
export function asking({ url, headers, fetch: ownFetch, retries = 3 }: AskOptions): Ask {
  const base = url.replace(/\/+$/, '')
  return async (path, { signal, headers: more, any } = {}) => {
    for (let tries = 0; ; tries++) {
      const response = await (ownFetch ?? fetch)(base + path, {
        headers: { accept: 'application/json', ...headers, ...more },
        ...(signal ? { signal } : {}),
      })
      if (response.ok) return response
      const seconds = retryAfterOf(response)
      if (response.status === 503 && seconds !== undefined && seconds <= LONGEST_WAIT && tries < retries) {
        await response.body?.cancel()
        await wait(seconds * 1000, signal)
      } else if (any) {
        return response
      } else {
        throw await errorOf(response)
      }
    }
  }
}

/** The answer of 400 or more as an error. */
export async function errorOf(response: Response): Promise<ImprimaturError> {
  return new ImprimaturError(response.status, refusalsIn(await response.text()), retryAfterOf(response))
}

export async function jsonOf<T>(response: Response): Promise<T> {
  const text = await response.text()
  try {
    return JSON.parse(text) as T
  } catch {
    throw new ImprimaturError(response.status, [], undefined)
  }
}

function refusalsIn(text: string): readonly Refusal[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: unknown }
    return Array.isArray(errors) ? (errors as Refusal[]) : []
  } catch {
    return []
  }
}

/** Seconds, or the time until a date (RFC 9110 §10.2.3). */
function retryAfterOf({ headers }: Response): number | undefined {
  const said = headers.get('retry-after')
  if (said === null) return undefined
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
