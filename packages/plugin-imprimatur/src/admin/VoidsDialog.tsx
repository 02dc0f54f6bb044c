'use client'

import { Button } from '@payloadcms/ui'
import { Dialog } from './Dialog.tsx'
import { useWords } from './useWords.ts'

/** Before a save that takes something back: says what, in words, and asks. */
export function VoidsDialog({ onClose, onSave, what }: { onClose: () => void; onSave: () => void; what: string }) {
  const { say } = useWords()
  return (
    <Dialog onClose={onClose} title={say('voids:title')}>
      <p>{say('voids:because', { what })}</p>
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {say('voids:not_now')}
        </Button>
        <Button className="imp-taking" margin={false} onClick={onSave}>
          {say('voids:save')}
        </Button>
      </div>
    </Dialog>
  )
}
