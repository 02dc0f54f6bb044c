import type { Doubt } from './doubts.ts'
import type { FoundPiece, PieceSource, PlanPorts } from './ports.ts'
import { keyWithText, textHash } from './sourceKey.ts'

/** What happens to a piece: it is made, or it is there already, or it is not wanted any more. */
export type PlannedAction = 'make' | 'keep' | 'omit'

export type PlannedBase = {
  action: PlannedAction
  /** The id of the piece that is there already; only with `keep`, and if whoever asks may see it. */
  existingId: string | null
  title: string
  /** The 1-based line of the file that the piece begins on. */
  line: number
  source: PieceSource
  /** The key that the piece has by its title, or by its name in the file, alone: what `asNew` names. */
  titleKey: string
  /** Whether a piece of this title was imported before from another text, so that this one may be a piece of its own. */
  otherText: boolean
}

/** A piece before anybody looked whether it is there already. */
export type WantedPiece = {
  title: string
  line: number
  titleKey: string
  /** What its hash is made of. */
  texts: readonly string[]
  /** Whether one of the same title and another text may be another piece. */
  canBeAnother: boolean
  source: Pick<PieceSource, 'kind' | 'uri'>
}

/** Looks whether a piece is there already, and decides what to do about it. */
export async function planPiece(
  { title, line, titleKey, texts, canBeAnother, source }: WantedPiece,
  ports: PlanPorts,
  asNew: readonly string[] | 'all',
): Promise<{ piece: PlannedBase; doubts: Doubt[] }> {
  const hash = textHash(texts)
  const ownKey = keyWithText(titleKey, hash)
  const byTitle = await ports.find(titleKey)
  const otherText = canBeAnother && byTitle?.hash !== undefined && byTitle.hash !== hash
  const own = otherText ? await ports.find(ownKey) : null
  const isItself = otherText && (own !== null || asNew === 'all' || asNew.includes(titleKey))
  const found = isItself ? own : byTitle
  const piece: PlannedBase = {
    action: found === null ? 'make' : 'keep',
    existingId: found === null || found.hidden === true ? null : found.id,
    title,
    line,
    source: { ...source, key: isItself ? ownKey : titleKey, hash },
    titleKey,
    otherText,
  }
  return { piece, doubts: foundDoubts(piece, found) }
}

function foundDoubts({ title, line, source, otherText }: PlannedBase, found: FoundPiece | null): Doubt[] {
  const doubts: Doubt[] = []
  if (found?.trashed === true) {
    doubts.push({
      code: 'found_in_trash',
      message: `“${title}” was imported before and is in the trash; it stays there.`,
      line,
    })
  }
  if (found?.hash !== undefined && found.hash !== source.hash) {
    const message = `“${title}” was imported before from a text that was different; what is there stays as it is.${otherText ? ' If this is another piece, say so, and it is made.' : ''}`
    doubts.push({ code: 'text_changed_since_import', message, line })
  }
  return doubts
}

/** Tells of authors who have the name of one that is to be made. */
export async function sameNameDoubts(
  authors: readonly { displayName: string; fullName: string | null; line: number }[],
  ports: PlanPorts,
): Promise<Doubt[]> {
  const namesOf = ({ displayName, fullName }: { displayName: string; fullName?: string | null }): string[] => [
    displayName,
    ...(fullName ? [fullName] : []),
  ]
  const names = [...new Set(authors.flatMap(namesOf))]
  if (names.length === 0) return []
  const others = await ports.authorsNamed(names)
  return authors.flatMap((author) => {
    const own = new Set(namesOf(author).map(inAnyCase))
    return others
      .filter((other) => namesOf(other).some((name) => own.has(inAnyCase(name))))
      .map((other) => ({
        code: 'author_same_name' as const,
        message: `There is an author ${other.displayName} already (${other.id}); if it is the same person, credit that one and drop the new one.`,
        line: author.line,
      }))
  })
}

const inAnyCase = (name: string): string => name.normalize('NFC').toLowerCase()
