'use client'

import { useRouter } from './payload3/browserRouter.ts'
import { useWords } from './useWords.ts'

/** In place of what could not be loaded: a sentence that says so, the code of the refusal if there was one, and a way to try again. */
export function NotLoaded({
  code,
  onAgain,
  what,
}: {
  readonly code?: string | undefined
  /** Left out, the page is read again. */
  readonly onAgain?: () => unknown
  readonly what: string
}) {
  const { say } = useWords()
  const router = useRouter()
  return (
    <div className="imp-not-loaded" role="alert">
      <p>
        {what}
        {code !== undefined && (
          <>
            {' '}
            <code>{code}</code>
          </>
        )}
      </p>
      <button
        className="btn btn--style-secondary btn--size-small btn--no-margin"
        onClick={() => {
          if (onAgain) onAgain()
          else router.refresh()
        }}
        type="button"
      >
        {say('loading:again')}
      </button>
    </div>
  )
}
