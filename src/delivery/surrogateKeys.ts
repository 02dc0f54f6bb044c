import type { Dependencies } from './Dependencies.ts'
import { isOfMany, subjectOf } from './tags.ts'

/** Fastly and Cloudflare take 16 KB of keys (docs of 2025), and RFC 9875 §2.1 asks of a cache no more than 128 groups. */
const MOST = { bytes: 16_000, keys: 128 }

/**
 * The names by which a cache in front can be told to drop an answer: `{collection}:{id}` for each document of it that readers may see, `{collection}` when it
 * is a list or shows nothing of its collection, `global:{slug}`. Where these are too many, the documents of the collection with the most of them
 * are folded into the key of its list.
 *
 * @param isPublic whether readers know a collection of this name; what the software keeps for itself has no keys
 */
export function surrogateKeys(
  { named, tags }: Pick<Dependencies, 'named' | 'tags'>,
  isPublic: (collection: string) => boolean,
): readonly string[] {
  const documents = new Map<string, Set<string>>()
  for (const tag of named) {
    const subject = subjectOf(tag)
    if ('collection' in subject && isPublic(subject.collection))
      documents.set(subject.collection, (documents.get(subject.collection) ?? new Set()).add(tag))
  }
  const others = new Set<string>()
  const read = new Set<string>()
  for (const tag of tags) {
    const subject = subjectOf(tag)
    if ('global' in subject) others.add(tag)
    else if (isPublic(subject.collection)) {
      read.add(subject.collection)
      if (isOfMany(tag)) others.add(subject.collection)
    }
  }
  // Nothing was found: what it says is that nothing is there. Of anything else, what was looked for in vain is nobody's business.
  if (documents.size === 0 && others.size === 0) for (const collection of read) others.add(collection)

  const keys = () => [...[...documents.values()].flatMap((each) => [...each]), ...others]
  while (documents.size > 0 && !fits(keys())) {
    const [most] = [...documents].sort(([, a], [, b]) => b.size - a.size)[0] ?? []
    if (most === undefined) break
    documents.delete(most)
    others.add(most)
  }
  return keys().sort()
}

function fits(keys: readonly string[]): boolean {
  // With the quotes, comma and space of `Cache-Groups`, the longest of the three forms.
  return keys.length <= MOST.keys && keys.reduce((sum, key) => sum + Buffer.byteLength(key) + 4, 0) <= MOST.bytes
}

/** The keys as the caches in use want them: Fastly and Varnish, Cloudflare, RFC 9875. */
export function keyHeaders(keys: readonly string[]): readonly (readonly [string, string])[] {
  if (keys.length === 0) return []
  return [
    ['Surrogate-Key', keys.join(' ')],
    ['Cache-Tag', keys.join(',')],
    ['Cache-Groups', keys.map((key) => `"${key}"`).join(', ')],
  ]
}
