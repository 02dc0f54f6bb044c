import type { DossierView } from '../access/index.ts'
import type { DeskApi, Piece, StageMark, Transitions } from './deskApi.ts'
import { isUser } from './names.ts'
import { refusalFrom, type Refusal } from './refusal.ts'

/** What is known of the open piece. */
export type PieceState = {
  readonly view: { readonly transitions: Transitions; readonly dossier: DossierView } | null
  /** The digest of the text that the form was loaded with or last saved, and that text's `updatedAt`. */
  readonly base: { readonly digest: string; readonly shownAt: string } | null
  /** Whether something else is stored than what the form was loaded with. */
  readonly outdated: boolean
  /** Why the last look at it failed. */
  readonly problem: Refusal | null
}

const UNKNOWN: PieceState = { view: null, base: null, outdated: false, problem: null }

/** Pieces that one request asks for at most. */
const PIECES_PER_REQUEST = 100

export type Desk = {
  readonly api: DeskApi
  /** Calls `listener` after every change; returns how to stop it. */
  readonly subscribe: (listener: () => void) => () => void
  readonly piece: (piece: Piece) => PieceState
  /**
   * Reads a piece again. `shownAt` is the `updatedAt` of the text in the form: only when the newest revision has the
   * same is its digest the digest of that text.
   */
  readonly look: (piece: Piece, shownAt: string | null) => Promise<PieceState>
  /** Undefined: not asked yet or not answered yet; null: not under the workflow, or not for this person. */
  readonly stage: (piece: Piece) => StageMark | null | undefined
  /** Why the stage of a piece is not known; null when it is, or was not asked for. */
  readonly stageProblem: (piece: Piece) => Refusal | null
  /** Asks for the stage of a piece, together with all that are asked for at the same moment. */
  readonly askStage: (piece: Piece) => void
  /** Why stages are not known, of one of those pieces. */
  readonly stagesProblem: () => Refusal | null
  /** Asks again for all stages that could not be loaded. */
  readonly askStagesAgain: () => void
  /** The name of a user: undefined while it is not known, null when they are not here any more. */
  readonly name: (id: string) => string | null | undefined
  readonly askNames: (ids: readonly string[]) => void
  /** How many names are known: changes when one is learnt. */
  readonly namesKnown: () => number
}

/** What the admin panel knows of pieces, for as long as its page is open. */
export function createDesk(api: DeskApi): Desk {
  const listeners = new Set<() => void>()
  const pieces = new Map<string, PieceState>()
  const looks = new Map<string, number>()
  const stages = new Map<string, StageMark | null>()
  const names = new Map<string, string | null>()
  const stageProblems = new Map<string, Refusal>()
  const wantedStages = new Set<string>()
  const askedNames = new Set<string>()

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const set = (key: string, state: PieceState): PieceState => {
    pieces.set(key, state)
    tell()
    return state
  }

  const fetchStages = async (): Promise<void> => {
    const keys = [...wantedStages]
    wantedStages.clear()
    for (let from = 0; from < keys.length; from += PIECES_PER_REQUEST) {
      const some = keys.slice(from, from + PIECES_PER_REQUEST)
      try {
        const found = await api.stages(some)
        for (const key of some) {
          stages.set(key, found[key] ?? null)
          stageProblems.delete(key)
        }
      } catch (error) {
        for (const key of some) stageProblems.set(key, refusalFrom(error))
      }
      tell()
    }
  }

  const wantStages = (keys: Iterable<string>): void => {
    if (wantedStages.size === 0) queueMicrotask(() => void fetchStages())
    for (const key of keys) wantedStages.add(key)
  }

  const askNames = (ids: readonly string[]): void => {
    const unknown = [...new Set(ids)].filter((id) => isUser(id) && !askedNames.has(id))
    if (unknown.length === 0) return
    for (const id of unknown) askedNames.add(id)
    void api
      .names(unknown)
      .then((found) => {
        for (const id of unknown) names.set(id, found[id] ?? null)
        tell()
      })
      .catch(() => {
        for (const id of unknown) askedNames.delete(id)
      })
  }

  return {
    api,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    piece: (piece) => pieces.get(keyOf(piece)) ?? UNKNOWN,
    look: async (piece, shownAt) => {
      const key = keyOf(piece)
      const turn = (looks.get(key) ?? 0) + 1
      looks.set(key, turn)
      const current = (): PieceState => pieces.get(key) ?? UNKNOWN
      try {
        const [transitions, dossier] = await Promise.all([api.transitions(piece), api.dossier(piece)])
        if (looks.get(key) !== turn) return current()
        const signOffs = [...dossier.signOffs, ...(dossier.fastTracked?.signOffs ?? [])]
        askNames([
          dossier.owner,
          ...(dossier.missed ? [dossier.missed.by] : []),
          ...dossier.writers,
          ...(dossier.live?.writers ?? []),
          ...(dossier.fastTracked?.hands ?? []),
          ...signOffs.map((each) => each.by),
        ])
        const { digest, updatedAt } = transitions
        const known = current().base
        const base =
          shownAt !== null && updatedAt === shownAt ? { digest, shownAt } : known?.shownAt === shownAt ? known : null
        return set(key, { view: { transitions, dossier }, base, outdated: base?.digest !== digest, problem: null })
      } catch (error) {
        if (looks.get(key) !== turn) return current()
        return set(key, { ...current(), problem: refusalFrom(error) })
      }
    },
    stage: (piece) => stages.get(keyOf(piece)),
    stageProblem: (piece) => stageProblems.get(keyOf(piece)) ?? null,
    stagesProblem: () => [...stageProblems.values()][0] ?? null,
    askStage: (piece) => {
      wantStages([keyOf(piece)])
    },
    askStagesAgain: () => {
      wantStages(stageProblems.keys())
    },
    name: (id) => names.get(id),
    askNames,
    namesKnown: () => names.size,
  }
}

/** `collection:id`. */
export function keyOf({ collection, id }: Piece): string {
  return `${collection}:${id}`
}
