/** As long as the server takes an address with its headers, in bytes. */
const LONGEST = 16 * 1024

/** Parameters that ask for what is not public; who may, gets an answer of their own. */
const NOT_PUBLIC = /^(?:draft|trash|previewToken)(?:\[|$)/i

export type IsPublic = (path: string, parameters: readonly string[]) => boolean

/**
 * One form for all ways of writing the same address, as the target of a request: what is asked in the order of its names. Undefined for what is no
 * public address, asks for drafts, or cannot be read.
 *
 * @param isPublic whether anonymous reads of this path, with parameters of these names, are for everybody
 */
export function canonicalTarget(raw: string, isPublic: IsPublic): string | undefined {
  const target = /^https?:\/\//i.test(raw) ? pathOf(raw) : raw
  if (target === undefined || target.length > LONGEST || !/^\/(?!\/)[\x21-\x7e]*$/.test(target)) return undefined
  const [path = '', ...rest] = target.split('?')
  if (rest.length > 1 || path.includes('#')) return undefined
  const asked = (rest[0] ?? '').split('&').filter((each) => each !== '')
  const named = asked.map((each) => [nameIn(each), each] as const)
  const names = named.flatMap(([name]) => name ?? [])
  if (names.length < named.length || names.some((name) => NOT_PUBLIC.test(name))) return undefined
  if (!isPublic(path, names)) return undefined
  // Stable, so that what is asked twice stays in its order.
  const sorted = named.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)).map(([, each]) => each)
  return sorted.length === 0 ? path : `${path}?${sorted.join('&')}`
}

/** Whether the target asks for drafts or for what is in the trash, however it is written. */
export function asksForUnpublished(target: string): boolean {
  const query = target.split('?').slice(1).join('?')
  return query.split('&').some((each) => NOT_PUBLIC.test(nameIn(each) ?? ''))
}

function pathOf(absolute: string): string | undefined {
  if (!URL.canParse(absolute)) return undefined
  const { pathname, search } = new URL(absolute)
  return pathname + search
}

/** The name of a parameter in clear; undefined when it is not well-formed. */
function nameIn(parameter: string): string | undefined {
  try {
    return decodeURIComponent(parameter.split('=', 1)[0]?.replaceAll('+', ' ') ?? '')
  } catch {
    return undefined
  }
}
