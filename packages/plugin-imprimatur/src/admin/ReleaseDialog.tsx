'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type SyntheticEvent } from 'react'
import { DateTimeInput } from './DateTimeInput.tsx'
import { useDesk } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { useWords } from './useWords.ts'

/** Asks before a release goes out, or for the time at which it does. */
export function ReleaseDialog({
  asked,
  busy,
  count,
  onClose,
  onPublish,
  onSchedule,
}: {
  asked: 'publish' | 'schedule'
  busy: boolean
  count: number
  onClose: () => void
  onPublish: () => void
  onSchedule: (at: string) => void
}) {
  const { timeZone } = useDesk()
  const { say } = useWords()
  const id = useId()
  const [at, setAt] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const isSchedule = asked === 'schedule'
  const title = say(isSchedule ? 'releases:schedule' : 'releases:publish')

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (!isSchedule) onPublish()
    else if (at === null) setMissing(true)
    else onSchedule(at)
  }
  return (
    <Dialog onClose={onClose} title={title}>
      <form noValidate onSubmit={submit}>
        <p>{say(isSchedule ? 'releases:schedule_question' : 'releases:publish_question', { count })}</p>
        {isSchedule && (
          <div className="imp-field">
            <label htmlFor={id}>{say('move:day_and_time')}</label>
            <DateTimeInput id={id} onChange={setAt} required timeZone={timeZone} value={at} />
          </div>
        )}
        {isMissing && at === null && (
          <p className="imp-note imp-note--error" role="alert">
            {say('move:set_time')}
          </p>
        )}
        <div className="imp-dialog__controls">
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {say('general:cancel')}
          </Button>
          <Button disabled={busy} margin={false} type="submit">
            {busy ? say('general:wait') : title}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
