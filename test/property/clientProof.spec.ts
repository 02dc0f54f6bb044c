import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyProof } from '../../packages/client/src/index.ts'

/** A proof holds of one text and of no other: whatever byte is changed, of the text, its digest or the document. */

const canonical =
  '{"_media":{"m1":{"alt":"Ein Bild","sha256":"ab"}},"body":{"root":{"children":[{"children":[{"format":1,"text":"Since August 9 “they” waited."},' +
  '{"type":"linebreak"},{"text":"Communiqué"}],"tag":"h2","type":"heading"}]}},"credits":[{"author":"a1","role":"author"}],' +
  '"headline":"Ports, “reopened”","topics":["t1","t2"],"wordLimit":400}'
const digestOf = (text: string | Uint8Array) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const digest = digestOf(canonical)

/** As readers get it: with what the newsroom derives, ids of rows, and what the editor keeps of nodes. */
const document = {
  id: 'p1',
  body: {
    root: {
      type: 'root',
      children: [
        {
          type: 'heading',
          tag: 'h2',
          version: 1,
          children: [
            { text: 'Since August 9 “they” waited.', format: 1, mode: 'normal', style: '' },
            { type: 'linebreak', version: 1 },
            { text: 'Communiqué', format: 0 },
          ],
        },
      ],
    },
  },
  credits: [{ id: 'r1', author: 'a1', role: 'author', creditedAs: null }],
  headline: 'Ports, “reopened”',
  standfirst: null,
  topics: ['t1', 't2'],
  wordCount: 6,
  wordLimit: 400,
}

describe('verifyProof', () => {
  it('holds of what was signed, and names what stands beside it', async () => {
    expect(await verifyProof({ canonical, digest })).toMatchObject({ ok: true, content: { wordLimit: 400 } })
    expect(await verifyProof({ canonical, digest }, document)).toMatchObject({ ok: true, beside: ['id', 'wordCount'] })
  })

  it('fails on every changed byte of the text, and of the digest', async () => {
    const bytes = Buffer.from(canonical)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        expect(await verifyProof({ canonical: changed.toString('utf8'), digest })).toMatchObject({ ok: false })
      }),
      { numRuns: 500 },
    )
    for (let at = 0; at < digest.length; at++) {
      const changed = digest.slice(0, at) + (digest[at] === '0' ? '1' : '0') + digest.slice(at + 1)
      expect(await verifyProof({ canonical, digest: changed })).toEqual({ ok: false, fault: 'digest' })
    }
  })

  it('fails on every changed byte of what the document says of it, written anew with another digest or not', async () => {
    const signed = JSON.parse(canonical) as Record<string, unknown>
    const leaves = leavesOf(signed).filter(([name]) => name !== '_media')
    expect(leaves.length).toBeGreaterThan(9)
    for (const path of leaves) {
      const shown = structuredClone(document)
      const value = leafAt(shown, path)
      const texts = typeof value === 'string' ? Array.from(value, (_, at) => other(value, at)) : [Number(value) + 1]
      for (const text of texts) {
        setLeaf(shown, path, text)
        const verdict = await verifyProof({ canonical, digest }, shown)
        expect(verdict, path.join('.')).toEqual({ ok: false, fault: 'document', fields: [path[0]] })
      }
    }
  })

  it.each([
    [
      'words behind the signed ones',
      (doc: Doc) => doc.body.root.children.push({ children: [{ text: 'More' }] } as never),
    ],
    [
      'words within a node that had none',
      (doc: Doc) => Object.assign(doc.body.root.children[0]?.children[1] ?? {}, { children: [{ text: 'Not signed' }] }),
    ],
    ['a row more', (doc: Doc) => doc.credits.push(doc.credits[0] as never)],
    ['a row less', (doc: Doc) => doc.credits.pop()],
    ['another order', (doc: Doc) => doc.topics.reverse()],
    ['nothing', (doc: Doc) => Reflect.deleteProperty(doc, 'headline')],
  ])('fails on a document with %s', async (_, change) => {
    const shown = structuredClone(document)
    change(shown)
    expect(await verifyProof({ canonical, digest }, shown)).toMatchObject({ ok: false, fault: 'document' })
  })

  it('lets a document leave out what it was told is gone, and nothing else', async () => {
    const shown = { ...document, topics: ['t2'], credits: [{ ...document.credits[0], author: null }] }
    const isGone = (id: string) => id === 't1' || id === 'a1'
    expect(await verifyProof({ canonical, digest }, shown, isGone)).toMatchObject({ ok: true })
    expect(await verifyProof({ canonical, digest }, shown)).toMatchObject({ fields: ['credits', 'topics'] })
    const swapped = { ...shown, topics: ['t3'] }
    expect(await verifyProof({ canonical, digest }, swapped, isGone)).toMatchObject({ fields: ['topics'] })
  })

  it.each([
    ['is in another order', '{"b":1,"a":2}'],
    ['has a space', '{"a": 1}'],
    ['names a field twice', '{"a":1,"a":1}'],
    ['writes a number in another way', '{"a":1.0}'],
    ['is a list', '[]'],
    ['is no JSON', '{"a":'],
  ])('fails on a text that %s, though its digest is right', async (_, text) => {
    expect(await verifyProof({ canonical: text, digest: digestOf(text) })).toEqual({ ok: false, fault: 'canonical' })
  })
})

type Doc = typeof document
type Path = readonly (number | string)[]

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]))
}

function leafAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], value)
}

function setLeaf(value: object, path: Path, leaf: unknown): void {
  Object.assign(leafAt(value, path.slice(0, -1)) as object, { [path.at(-1) ?? '']: leaf })
}

function other(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
}
