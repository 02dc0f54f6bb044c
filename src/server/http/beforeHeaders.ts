import type { ServerResponse } from 'node:http'

/** Calls `settle` when status and headers are known and nothing is sent. */
export function beforeHeaders(res: ServerResponse, settle: () => void): void {
  const writeHead = res.writeHead.bind(res)
  res.writeHead = (status: number, ...rest: readonly unknown[]) => {
    res.statusCode = status
    if (typeof rest[0] === 'string') res.statusMessage = rest[0]
    for (const [name, value] of headersIn(rest.at(-1))) res.setHeader(name, value)
    settle()
    return writeHead(status)
  }
}

/** Headers as `writeHead` takes them: an object, or a flat list of names and values. */
function headersIn(given: unknown): readonly (readonly [string, number | string | readonly string[]])[] {
  if (typeof given !== 'object' || given === null) return []
  if (!Array.isArray(given)) {
    const entries = Object.entries(given as Record<string, number | string | readonly string[] | undefined>)
    return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  }
  const byName = new Map<string, string[]>()
  for (let at = 0; at + 1 < given.length; at += 2) {
    const name = String(given[at])
    byName.set(name, [...(byName.get(name) ?? []), String(given[at + 1])])
  }
  return [...byName]
}
