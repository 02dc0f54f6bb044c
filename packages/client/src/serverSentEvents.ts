export type ServerSentEvent = { readonly event: string; readonly id: string | undefined; readonly data: string }

/**
 * The events of a stream, as they come.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 *
 * @param listening goes around each wait for what comes next, be it only a sign that the line is there
 */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  listening: <T>(hear: () => Promise<T>) => Promise<T>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await listening(() => reader.read())
      // What was cut off in the middle of an event is no event.
      if (done) return
      text += decoder.decode(value, { stream: true })
      for (let end = endOfEvent(text); end; end = endOfEvent(text)) {
        const event = eventOf(text.slice(0, end.at))
        text = text.slice(end.next)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function endOfEvent(text: string): { readonly at: number; readonly next: number } | null {
  const found = /\r\n\r\n|\n\n|\r\r(?!\n)/.exec(text)
  return found && { at: found.index, next: found.index + found[0].length }
}

/** Null for what has neither data nor an id, such as a comment. */
function eventOf(block: string): ServerSentEvent | null {
  const data: string[] = []
  let [event, id]: [string, string | undefined] = ['message', undefined]
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [field, value] = fieldIn(line)
    if (field === 'data') data.push(value)
    else if (field === 'event') event = value
    else if (field === 'id') id = value
  }
  return data.length === 0 && id === undefined ? null : { event, id, data: data.join('\n') }
}

/** Up to the first colon and behind it. By hand: for a regular expression U+2028 and U+2029 end a line, and JSON has them as they are. */
function fieldIn(line: string): readonly [field: string, value: string] {
  const colon = line.indexOf(':')
  if (colon < 0) return [line, '']
  const value = line.slice(colon + 1)
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value]
}
