'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState, type SyntheticEvent } from 'react'
import type { ReleasePage } from '../operations/index.ts'
import type { Piece } from './deskApi.ts'
import { Dialog } from './Dialog.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { useReleases } from './useReleases.ts'
import { useWords } from './useWords.ts'

const A_NEW_ONE = 'new'

/** Puts pieces into a release that has not gone out, or into a new one. Whether the asker may do that, the newsroom says. */
export function AddToRelease({
  disabled = false,
  onDone = () => undefined,
  pieces,
}: {
  disabled?: boolean
  onDone?: () => void
  pieces: readonly Piece[]
}) {
  const releases = useReleases()
  const { say } = useWords()
  const id = useId()
  const [open, setOpen] = useState<ReleasePage['docs'] | null>(null)
  const [chosen, setChosen] = useState(A_NEW_ONE)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const begin = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    try {
      const all = await releases.open()
      setOpen(all)
      setChosen(all[0]?.id ?? A_NEW_ONE)
    } catch (error) {
      setRefusal(refusalFrom(error))
      setOpen([])
    }
    setBusy(false)
  }
  const add = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setRefusal(null)
    try {
      const release = await (chosen === A_NEW_ONE ? releases.make(name, pieces) : releases.add(chosen, pieces))
      toast.success(say('releases:added_to', { name: release.name }))
      setOpen(null)
      onDone()
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
    setBusy(false)
  }
  const close = (): void => {
    setOpen(null)
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        disabled={busy || disabled}
        extraButtonProps={{ 'aria-haspopup': 'dialog' }}
        margin={false}
        onClick={() => void begin()}
        size="small"
      >
        {say('releases:to_release')}
      </Button>
      {open && (
        <Dialog {...(busy ? {} : { onClose: close })} title={say('releases:to_release')}>
          <form onSubmit={(event) => void add(event)}>
            <div className="imp-field">
              <label htmlFor={id}>{say('releases:which')}</label>
              <select
                id={id}
                onChange={(event) => {
                  setChosen(event.target.value)
                }}
                value={chosen}
              >
                {open.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
                <option value={A_NEW_ONE}>{say('releases:fresh')}</option>
              </select>
            </div>
            {chosen === A_NEW_ONE && (
              <div className="imp-field">
                <label htmlFor={`${id}-name`}>{say('releases:name_of_new')}</label>
                <input
                  dir="auto"
                  id={`${id}-name`}
                  maxLength={200}
                  onChange={(event) => {
                    setName(event.target.value)
                  }}
                  required
                  value={name}
                />
              </div>
            )}
            {refusal && <RefusalNote refusal={refusal} />}
            <div className="imp-dialog__controls">
              <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={close}>
                {say('general:cancel')}
              </Button>
              <Button disabled={busy} margin={false} type="submit">
                {say(busy ? 'general:wait' : 'releases:add')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
