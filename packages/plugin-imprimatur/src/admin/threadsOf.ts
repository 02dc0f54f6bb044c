import type { CommentView } from '../operations/index.ts'

export type Thread = readonly [CommentView, ...CommentView[]]

/** Comments by their threads: in the order of the text where they are in it, before those that are not. Resolved ones come last. */
export function threadsOf(comments: readonly CommentView[], paths: readonly string[] = []): readonly Thread[] {
  const firsts = comments.filter(
    ({ id, parent, removed }) =>
      parent === null && (removed === null || comments.some((each) => each.parent === id && each.removed === null)),
  )
  const rank = ({ place, resolved }: CommentView): readonly number[] => {
    const at = place ? paths.indexOf(place.path) : -1
    return [resolved ? 1 : 0, at === -1 ? paths.length : at, place?.start ?? 0]
  }
  return firsts
    .map((first): Thread => [first, ...comments.filter(({ parent }) => parent === first.id)])
    .sort(([one], [other]) => {
      const [a, b] = [rank(one), rank(other)]
      const differs = a.findIndex((value, index) => value !== b[index])
      return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
    })
}
