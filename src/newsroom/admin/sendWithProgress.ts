/** How far a request has come: the share of it that was sent, 0 to 1; then the server works. */
export type Progress = { readonly sent: number }

/** Whether a request of the panel carries a file. */
export function carriesFile(init: RequestInit | undefined): boolean {
  return init?.body instanceof FormData && init.body.get('file') instanceof File
}

/**
 * Sends a request as `fetch` does, and tells how far it has come: browsers do not say so of a fetch.
 *
 * @throws TypeError when the server cannot be reached, and AbortError when `init.signal` says so, as `fetch` does.
 */
export function sendWithProgress(
  url: string,
  init: RequestInit,
  onProgress: (progress: Progress) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(init.method?.toUpperCase() ?? 'GET', url)
    request.responseType = 'blob'
    request.withCredentials = init.credentials === 'include'
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress({ sent: loaded / total })
    }
    request.upload.onload = () => {
      onProgress({ sent: 1 })
    }
    request.onload = () => {
      resolve(new Response(request.response as Blob, { status: request.status, headers: headersOf(request) }))
    }
    request.onerror = () => {
      reject(new TypeError('The server could not be reached.'))
    }
    request.onabort = () => {
      reject(new DOMException('The request was given up.', 'AbortError'))
    }
    init.signal?.addEventListener('abort', () => {
      request.abort()
    })
    request.send(init.body as FormData)
  })
}

function headersOf(request: XMLHttpRequest): Headers {
  const headers = new Headers()
  for (const line of request.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim())
  }
  return headers
}
