import type { LeaseView } from '../operations/index.ts'
import { askedInTurn } from './askedInTurn.ts'
import type { DeskApi, Piece } from './deskApi.ts'

/**
 * The lease of a piece, as far as one page has it. What the page got hold of it lets go of when it is left, also when the newsroom answers
 * after that.
 */
export function leaseInHand(api: Pick<DeskApi, 'hold' | 'lease' | 'leave'>, piece: Piece) {
  const ask = askedInTurn()
  let holds = false
  let isLeft = false

  const letGo = (): void => {
    if (!holds) return
    holds = false
    void api.leave(piece).catch(() => undefined)
  }
  const hold = async (takeOver: boolean): Promise<LeaseView> => {
    const found = await api.hold(piece, takeOver)
    // Whatever was asked since: it is held from here.
    if (found.lease?.yours) holds = true
    if (isLeft) letGo()
    return found
  }

  return {
    /**
     * Who writes; takes or keeps hold for somebody who does.
     *
     * @returns null when a newer question was asked meanwhile
     */
    async look(writes: boolean): Promise<LeaseView | null> {
      const isNewest = ask()
      const found = await api.lease(piece)
      if (!isNewest()) return null
      // What somebody took over is not taken back without a word.
      const isOpen = found.lease ? found.lease.yours : found.lost === null
      if (!writes || !isOpen || isLeft) {
        holds = found.lease?.yours === true
        if (isLeft) letGo()
        return found
      }
      const now = await hold(false)
      return isNewest() ? now : null
    },

    async takeOver(): Promise<LeaseView> {
      const found = await hold(true)
      // What was asked before says nothing any more.
      ask()
      return found
    },

    leave: (): void => {
      isLeft = true
      letGo()
    },

    comeBack: (): void => {
      isLeft = false
    },
  }
}
