/**
 * Brings pasted headings to the levels of the text that they go into: all shift together, by no more than is needed. The shallowest comes
 * to stand on the first level that the text has, or as deep as it was where the heading above the caret allows it; none is deeper than
 * one level below the heading that it belongs to.
 *
 * @param levels of the pasted headings in their order, 1 for `h1`
 * @param allowed the levels that the text has, without gaps
 * @param above the level of the heading above the caret
 */
export function shiftHeadings(
  levels: readonly number[],
  allowed: { readonly first: number; readonly last: number },
  above?: number,
): readonly number[] {
  const shallowest = Math.min(...levels)
  const first = above === undefined ? allowed.first : Math.min(Math.max(shallowest, allowed.first), above + 1)
  const parents: number[] = []
  return levels.map((level) => {
    while ((parents.at(-1) ?? 0) >= level) parents.pop()
    parents.push(level)
    return Math.min(first + parents.length - 1, allowed.last)
  })
}
