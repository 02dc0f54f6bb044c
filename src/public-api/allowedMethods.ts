/** As much of Payload's sanitized config as routing reads. `endpoints: false` means none. */
export type RestRoutes = {
  endpoints: readonly Endpoint[]
  collections: readonly { slug: string; endpoints: readonly Endpoint[] | false }[]
  globals: readonly { slug: string; endpoints: readonly Endpoint[] | false }[]
}

type Endpoint = { path: string; method: string }

/**
 * The methods that a path below `/api` takes, in upper case and alphabetical order, HEAD with GET and OPTIONS with any; none when the path
 * is unknown. Looks a path up the way Payload's `handleEndpoints` does: a global's, a collection's or the root endpoints, and of these the
 * ones whose pattern fits. Patterns beyond `/name`, `/:any` and a last `/:any?` count as unknown.
 *
 * @param path such as `/articles/1/transitions`, still percent-encoded
 */
export function allowedMethods(routes: RestRoutes, path: string): string[] {
  const [first = '', second = '', ...rest] = path.replace(/\/$/, '').split('/').slice(1)
  const isGlobal = first === 'globals'
  const owner = isGlobal
    ? routes.globals.find(({ slug }) => slug === second)
    : routes.collections.find(({ slug }) => slug === first)

  const endpoints = owner ? owner.endpoints || [] : routes.endpoints
  const below = owner
    ? isGlobal
      ? rest
      : second === '' && rest.length === 0
        ? []
        : [second, ...rest]
    : [first, second, ...rest]
  const segments = below.filter((segment, place) => segment !== '' || place < below.length - 1)

  const methods = new Set<string>()
  for (const endpoint of endpoints) {
    if (fits(endpoint.path, segments)) methods.add(endpoint.method.toUpperCase())
  }
  if (methods.size > 0) methods.add('OPTIONS')
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods].sort()
}

function fits(pattern: string, segments: readonly string[]): boolean {
  const parts = pattern.split('/').filter((part) => part !== '')
  const optional = parts.at(-1)?.endsWith('?') === true
  const enough = segments.length === parts.length || (optional && segments.length === parts.length - 1)
  return (
    enough &&
    parts.every((part, place) => {
      const segment = segments[place]
      if (segment === undefined) return optional
      if (/^:\w+\??$/.test(part)) return segment !== ''
      return /^[\w.-]+$/.test(part) && part === segment
    })
  )
}
