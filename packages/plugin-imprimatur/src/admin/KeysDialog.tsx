'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'
import { Dialog } from './Dialog.tsx'
import { KeyList } from './KeyList.tsx'
import type { KeyAction } from './keys.ts'
import { useWords } from './useWords.ts'

/** The keys of a screen, and the switch that turns them off. */
export function KeysDialog({
  actions,
  on,
  onClose,
  setOn,
}: {
  actions: readonly KeyAction[]
  on: boolean
  onClose: () => void
  setOn: (on: boolean) => void
}) {
  const id = useId()
  const { say } = useWords()
  return (
    <Dialog onClose={onClose} title={say('keys:title')}>
      <KeyList keys={actions} />
      <p className="imp-quiet">{say('keys:not_while_typing')}</p>
      <div className="imp-field imp-field--tick">
        <input
          checked={on}
          id={id}
          onChange={(event) => {
            setOn(event.target.checked)
          }}
          type="checkbox"
        />
        <label htmlFor={id}>{say('keys:use')}</label>
      </div>
      <div className="imp-dialog__controls">
        <Button margin={false} onClick={onClose}>
          {say('general:close')}
        </Button>
      </div>
    </Dialog>
  )
}
