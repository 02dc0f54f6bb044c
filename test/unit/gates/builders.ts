import type {
  Gate,
  GateFacts,
  RelatedPiece,
  ShownMedia,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

/** Monday, 2 March 2026, nine o'clock UTC. */
export const NOW = new Date('2026-03-02T09:00:00.000Z')

export const PUBLIC: RelatedPiece = { exists: true, public: true, goingPublic: false, everPublic: true }
export const UNPUBLISHED: RelatedPiece = { exists: true, public: false, goingPublic: false, everPublic: false }
export const GOING_PUBLIC: RelatedPiece = { exists: true, public: false, goingPublic: true, everPublic: false }
export const GONE: RelatedPiece = { exists: false, public: false, goingPublic: false, everPublic: false }

/** What a gate is told of `doc`; nothing else is known unless a test says so. */
export function someFacts(
  doc: Readonly<Record<string, unknown>>,
  details: Partial<Omit<GateFacts, 'doc'>> = {},
): GateFacts {
  return {
    collection: 'articles',
    doc,
    now: NOW,
    media: [],
    related: new Map(),
    slugTaken: false,
    slugLeadsTo: null,
    limits: {},
    ...details,
  }
}

/** Fields of the faults that `gate` finds, or their messages. */
export function fieldsOf(gate: Gate, facts: GateFacts): (string | undefined)[] {
  return gate.check(facts).map(({ field }) => field)
}

export function messagesOf(gate: Gate, facts: GateFacts): string[] {
  return gate.check(facts).map(({ message }) => message)
}

/** A picture with everything that it has to have. */
export function aPicture(id: string, details: Partial<ShownMedia> = {}): ShownMedia {
  return { id, hash: '00', alt: 'Two delegates shake hands.', caption: '', credit: 'Jane Doe', ...details }
}

/** A Lexical state of these nodes, as Payload stores it. */
export function aText(...children: readonly object[]) {
  return { root: { type: 'root', format: '', indent: 0, version: 1, direction: null, children } }
}

/** A paragraph of texts and other inline nodes. */
export function aParagraph(...children: readonly (string | object)[]) {
  return {
    type: 'paragraph',
    format: '',
    indent: 0,
    version: 1,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', text: child, format: 0, version: 1 } : child,
    ),
  }
}

/** A link on `words`, with the fields that Payload's link feature stores. */
export function aLink(words: string, fields: object, type: 'link' | 'autolink' = 'link') {
  return { ...aParagraph(words), type, id: 'link-1', fields: { newTab: false, ...fields } }
}

/** A block between paragraphs. */
export function aBlock(blockType: string, fields: object) {
  return { type: 'block', format: '', version: 2, fields: { id: 'block-1', blockName: '', blockType, ...fields } }
}

/** A picture between paragraphs. */
export function anUpload(value: unknown) {
  return { type: 'upload', format: '', version: 3, relationTo: 'media', value, id: 'upload-1', fields: {} }
}
