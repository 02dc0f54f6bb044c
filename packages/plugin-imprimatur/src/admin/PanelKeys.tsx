'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { KeyList } from './KeyList.tsx'
import { actionOf, isDialogOpen } from './keys.ts'
import { useKeyNames } from './useKeyNames.ts'
import { useWords } from './useWords.ts'

/** A screen with keys of its own lists them itself. */
const WITH_OWN_KEYS = '.imp-review'

/** Behind `?` on every other screen: the keys that work in the whole panel. */
export function PanelKeys() {
  const { say } = useWords()
  const named = useKeyNames()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const open = { key: '?', does: 'open', run: () => undefined }
    const press = (event: KeyboardEvent): void => {
      if (document.querySelector(WITH_OWN_KEYS) || !actionOf(event, [open], isDialogOpen())) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [])
  if (!isOpen) return null
  const close = (): void => {
    setOpen(false)
  }
  const keys = [
    { key: '?', does: say('keys:show') },
    { key: named('Ctrl K'), does: say('search:title') },
    { key: named('Ctrl S'), does: say('general:save') },
    { key: named('Ctrl .'), does: say('actions:all') },
    { key: named('Ctrl Shift F'), does: say('text:mode') },
  ]
  return (
    <Dialog onClose={close} title={say('keys:panel')}>
      <KeyList keys={keys} />
      <div className="imp-dialog__controls">
        <Button margin={false} onClick={close}>
          {say('general:close')}
        </Button>
      </div>
    </Dialog>
  )
}
