'use client'

import { Button } from '@payloadcms/ui'
import { useDesk } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { LoginDialog } from './LoginDialog.tsx'
import { unsavedSentence, whereKept } from './unsavedWords.ts'
import { useWords } from './useWords.ts'

/** Above the form, when words are not saved and why; nothing while all is well. */
export function UnsavedNote() {
  const { timeZone } = useDesk()
  const words = useWords()
  const { isKept, retry, setUnsaved, unsaved } = useOpenDocument()
  const sentence = unsavedSentence(unsaved, words, timeZone)
  const again = () => retry.current?.()
  // There from the beginning: what comes together with its words is not read out by many screen readers.
  if (sentence === null) return <div role="status" />
  return (
    <div className="imp-note imp-note--warning imp-banner" role="status">
      <p>
        {sentence} {whereKept(isKept, words.say)}
      </p>
      {unsaved.kind === 'unreachable' && (
        <Button buttonStyle="secondary" margin={false} onClick={again} size="small">
          {words.say('unsaved:again')}
        </Button>
      )}
      {unsaved.kind === 'loggedOut' && (
        <LoginDialog
          isKept={isKept}
          onLoggedIn={() => {
            setUnsaved({ kind: 'soon' })
            again()
          }}
          unsaved={unsaved}
        />
      )}
    </div>
  )
}
