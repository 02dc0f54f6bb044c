const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b])
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d])

/**
 * Whether the lists and objects of a JSON text stand in each other on more than `levels` levels. Looks at each byte once and calls
 * nothing by itself, so it can be asked of whatever a stranger sends. Of a text that is no JSON the answer means nothing.
 *
 * @param json UTF-8; all that matters here is ASCII, which stands in no other character.
 */
export function isNestedBeyond(json: Uint8Array, levels: number): boolean {
  let open = 0
  let inString = false
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0
    if (inString) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (OPENING.has(byte)) {
      open += 1
      if (open > levels) return true
    } else if (CLOSING.has(byte)) open -= 1
  }
  return false
}
