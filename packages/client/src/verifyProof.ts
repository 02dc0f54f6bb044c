/** The public proof of a published piece. */
export type Proof = {
  /** `sha256:` and the hash in hex. */
  readonly digest: string
  /** What was signed off, as RFC 8785 JSON. */
  readonly canonical: string
  readonly signOffs: readonly { readonly review: string; readonly role: string; readonly at: string }[]
  readonly publishedAt: string
  readonly event: {
    readonly transition: string
    readonly seq: number
    readonly at: string
    readonly prevHash: string
    readonly hash: string
  }
  /** Of a piece that went out before its review. */
  readonly fastTracked?: {
    readonly at: string
    readonly reviewedAt: string | null
    readonly signOffs: readonly { readonly review: string; readonly role: string; readonly at: string }[]
  }
}

export type ProofVerdict =
  /** `beside`: what the document has and nobody signed, such as what the newsroom derives. Nothing of it may be what you show as signed. */
  | { readonly ok: true; readonly content: Readonly<Record<string, unknown>>; readonly beside: readonly string[] }
  /** `digest`: it is of another text. `canonical`: it is no RFC 8785 JSON. `document`: the document says something else in `fields`. */
  | { readonly ok: false; readonly fault: 'canonical' | 'digest' }
  | { readonly ok: false; readonly fault: 'document'; readonly fields: readonly string[] }

/**
 * Whether a proof is of the text that it holds, and a document says what was signed off.
 *
 * @param document as the newsroom answers it at `depth=0`, with all its fields and texts as Lexical; left out, the proof is looked at alone
 * @param isGone whether the piece of this id is not public any more. The proof keeps such references, documents leave them out. None when left out.
 */
export async function verifyProof(
  { canonical, digest }: Pick<Proof, 'canonical' | 'digest'>,
  document?: object,
  isGone: (id: string) => boolean = () => false,
): Promise<ProofVerdict> {
  if ((await digestOf(canonical)) !== digest) return { ok: false, fault: 'digest' }
  const content = parsed(canonical)
  if (content === null || canonicalOf(content) !== canonical) return { ok: false, fault: 'canonical' }
  if (document === undefined) return { ok: true, content, beside: [] }
  const shown = document as Readonly<Record<string, unknown>>
  const fields = Object.keys(content).filter((name) => name !== '_media' && !stands(content[name], shown[name], isGone))
  if (fields.length > 0) return { ok: false, fault: 'document', fields }
  return { ok: true, content, beside: Object.keys(shown).filter((name) => !(name in content) && !isEmpty(shown[name])) }
}

async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

/** RFC 8785: numbers and texts as `JSON.stringify` writes them, names in the order of their UTF-16 units. */
function canonicalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalOf(value[name])}`).join(',')}}`
}

/** Whether what is shown says what was signed. It may say more, such as ids of rows and what the editor keeps of a node. */
function stands(signed: unknown, shown: unknown, isGone: (id: string) => boolean): boolean {
  if (Array.isArray(signed)) {
    const rows: readonly unknown[] = Array.isArray(shown) ? shown : []
    const left = signed.filter((each) => typeof each !== 'string' || rows.includes(each) || !isGone(each))
    return left.length === rows.length && left.every((each, at) => stands(each, rows[at], isGone))
  }
  if (isRecord(signed)) {
    if (isRecord(signed.root) && wordsOf(signed) !== wordsOf(shown)) return false
    return isRecord(shown) && Object.keys(signed).every((name) => stands(signed[name], shown[name], isGone))
  }
  return signed === shown || (shown == null && typeof signed === 'string' && isGone(signed))
}

/** Of a rich text, in turn: also of nodes that the signed one does not have. */
function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('')
  if (!isRecord(node)) return ''
  return typeof node.text === 'string'
    ? node.text
    : wordsOf(
        Object.keys(node)
          .sort()
          .map((name) => node[name]),
      )
}

function isEmpty(value: unknown): boolean {
  if (isRecord(value)) return Object.values(value).every(isEmpty)
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
