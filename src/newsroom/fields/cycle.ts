/**
 * Whether making `parent` the parent of `id` would close a circle. `parentOf` gives the parent of a document, or undefined at the
 * top; circles that are there already end the walk.
 */
export async function closesCircle(
  id: string,
  parent: string | undefined,
  parentOf: (id: string) => Promise<string | undefined>,
): Promise<boolean> {
  const seen = new Set<string>()
  for (let at = parent; at !== undefined && !seen.has(at); at = await parentOf(at)) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

/** The names from the top down to `id`, joined by `›`. A circle ends the walk. */
export function breadcrumb(
  id: string,
  nodes: ReadonlyMap<string, { readonly name: string; readonly parent: string | undefined }>,
): string {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at)
    const node = nodes.get(at)
    if (node === undefined) break
    names.unshift(node.name)
    at = node.parent
  }
  return names.join(' › ')
}
