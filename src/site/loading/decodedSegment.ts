/** A segment of the path as Next passes it, percent-encoded, in clear; undefined when it is not well-formed. */
export function decodedSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
