import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverSentEvents } from '../../../packages/client/src/serverSentEvents.ts'

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
async function eventsIn(...chunks: readonly Uint8Array<ArrayBuffer>[]) {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  let heard = 0
  const events = []
  const listening = async <T>(hear: () => Promise<T>) => {
    const came = await hear()
    heard++
    return came
  }
  for await (const event of serverSentEvents(body, listening)) events.push(event)
  return { events, heard }
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('serverSentEvents', () => {
  it('reads events, and takes a comment for a sign of life', async () => {
    const { events, heard } = await eventsIn(
      bytes(':\n\n'),
      bytes('id: 7.7.a\nevent: change\ndata: {"a":1}\n\nevent: reset\nid:\ndata: {}\n\n'),
    )
    expect(events).toEqual([
      { event: 'change', id: '7.7.a', data: '{"a":1}' },
      { event: 'reset', id: '', data: '{}' },
    ])
    // Twice something, and then the end.
    expect(heard).toBe(3)
  })

  it('reads an id without data: nothing has happened, up to there', async () => {
    expect((await eventsIn(bytes('id: 8.8.a\n\n'))).events).toEqual([{ event: 'message', id: '8.8.a', data: '' }])
  })

  it.each([
    ['one space behind the colon is no part of the value', 'data:  a\n\n', ' a'],
    ['lines of data are lines', 'data: a\ndata: b\n\n', 'a\nb'],
    ['only the first colon ends the name', 'data:a: b\n\n', 'a: b'],
    ['U+2028 and U+2029 end no line', 'data: "a\u2028b\u2029c"\n\n', '"a\u2028b\u2029c"'],
    ['a name alone has an empty value', 'data\ndata: b\n\n', '\nb'],
    ['lines end with any of the three ends', 'data: a\r\ndata: b\r\n\r\n', 'a\nb'],
    ['fields that nobody knows are nothing', 'retry: 5\nnosuch: x\ndata: a\n\n', 'a'],
  ])('%s', async (_, text, data) => {
    expect((await eventsIn(bytes(text))).events).toEqual([{ event: 'message', id: undefined, data }])
  })

  it('takes nothing of an event that was cut off', async () => {
    expect((await eventsIn(bytes('data: a\n\nid: 9\nevent: change\ndata: {"seq":'))).events).toHaveLength(1)
    expect((await eventsIn(bytes('data: whole, but for its end\n'))).events).toEqual([])
  })

  it('reads the same however the stream is cut into pieces', async () => {
    const whole = bytes('id: 1\nevent: change\ndata: {"slug":"Communiqué · 你好"}\n\n:\n\ndata: b\n\n')
    const { events } = await eventsIn(whole)
    expect(events).toHaveLength(2)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), whole.length]
        const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end))
        expect((await eventsIn(...chunks)).events).toEqual(events)
      }),
    )
  })
})
