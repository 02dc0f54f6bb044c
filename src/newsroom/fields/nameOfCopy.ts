import type { FieldHook } from 'payload'
import { textOf } from 'payload-plugin-imprimatur/content'

const MARK = / \(copy(?: \d+)?\)$/
const BATCH = 20

/**
 * Has a duplicate say that it is one: "Harbour opens (copy)", the next one "Harbour opens (copy 2)". Belongs among the `beforeDuplicate`
 * hooks of the field by which people know a piece. Numbers are counted over what the person may read.
 *
 * @param maxLength of the field, in characters
 */
export function nameOfCopy(maxLength: number): FieldHook {
  return async ({ collection, field, req, value }) => {
    const { name } = field
    if (typeof value !== 'string' || value.trim() === '' || !collection || name === undefined) return value as unknown
    for (let start = 1; ; start += BATCH) {
      const names = copyNames(value, start, BATCH, maxLength)
      const { docs } = await req.payload.find({
        collection: collection.slug,
        where: { [name]: { in: names } },
        depth: 0,
        draft: true,
        overrideAccess: !req.user,
        pagination: false,
        req,
      })
      const taken = new Set(docs.map((doc) => textOf(doc, name)))
      const free = names.find((each) => !taken.has(each))
      if (free !== undefined) return free
    }
  }
}

/** What a copy is a copy of; any other name as it is. */
export function originalName(name: string): string {
  return name.replace(MARK, '')
}

/** `count` names for copies of what is called `name`, from the `start`-th, with a long name cut to make room. */
export function copyNames(name: string, start: number, count: number, maxLength: number): string[] {
  const original = originalName(name)
  return Array.from({ length: count }, (_, at) => {
    const mark = start + at === 1 ? ' (copy)' : ` (copy ${String(start + at)})`
    const room = maxLength - mark.length
    return (
      (original.length > room
        ? `${original
            .slice(0, room - 1)
            .replace(/[\ud800-\udbff]$/, '')
            .trimEnd()}…`
        : original) + mark
    )
  })
}
