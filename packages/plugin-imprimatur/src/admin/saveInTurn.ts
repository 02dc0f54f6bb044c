type Turns = {
  /** Whether one runs, known at once to everybody who looks. */
  readonly isSaving: { current: boolean }
  /** Saves once. False when nothing may follow that was asked for before. */
  readonly step: (mayVoid: boolean) => Promise<boolean>
  readonly onSaving: (saving: boolean) => void
}

/**
 * One save at a time; one that is asked for meanwhile follows. That somebody lets a save take sign-offs back holds for the next one that
 * begins, and for no other, whatever becomes of it.
 */
export function saveInTurn({ isSaving, onSaving, step }: Turns): (mayVoid: boolean) => Promise<void> {
  let again = false
  let isLet = false
  const next = (): Promise<boolean> => {
    const mayVoid = isLet
    again = false
    isLet = false
    return step(mayVoid)
  }
  /** Read anew: it is set while a save runs. */
  const isAsked = (): boolean => again
  return async (mayVoid) => {
    isLet ||= mayVoid
    if (isSaving.current) {
      again = true
      return
    }
    isSaving.current = true
    onSaving(true)
    try {
      let more = true
      while (more) more = (await next()) && isAsked()
    } finally {
      isSaving.current = false
      isLet = false
      onSaving(false)
    }
  }
}
