'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ReleaseView } from '../operations/index.ts'
import { AddPieces } from './AddPieces.tsx'
import { focusAgain } from './focusBack.ts'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { ReleasePieces } from './ReleasePieces.tsx'
import { ReleaseState } from './ReleaseState.tsx'
import { useReleases } from './useReleases.ts'
import { useWords } from './useWords.ts'

type Asked = 'publish' | 'schedule' | null

/**
 * One release. Whatever is done is done with the release that is shown; after a refusal it is read again, so that each piece says what is in its way.
 *
 * @param kinds what pieces of each collection are called
 */
export function ReleaseScreen({
  initial,
  kinds,
  mayArrange,
  mayPublish,
}: {
  initial: ReleaseView
  kinds: Readonly<Record<string, string>>
  mayArrange: boolean
  mayPublish: boolean
}) {
  const releases = useReleases()
  const { say } = useWords()
  const [release, setRelease] = useState(initial)
  const [asked, setAsked] = useState<Asked>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const screen = useRef<HTMLDivElement>(null)

  const act = async (done: string, work: () => Promise<ReleaseView>): Promise<void> => {
    const pressed = document.activeElement
    setBusy(true)
    setRefusal(null)
    try {
      setRelease(await work())
      setAsked(null)
      toast.success(done)
    } catch (error) {
      setRefusal(refusalFrom(error))
      setAsked(null)
      await releases.one(release.id).then(setRelease, () => undefined)
    }
    flushSync(() => {
      setBusy(false)
    })
    focusAgain(pressed, screen.current)
  }
  const { missed, pieces, state } = release
  const isOpen = state === 'open'

  return (
    <div aria-label={release.name} ref={screen} role="group" tabIndex={-1}>
      <p>
        <ReleaseState release={release} />
      </p>
      {missed && (
        <div className="imp-note imp-note--warning">
          <p>{inSentence(say, 'releases:missed', { at: <LocalTime at={missed.due} /> })}</p>
        </div>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      {mayPublish && state !== 'published' && pieces.length > 0 && (
        <div className="imp-bulk">
          <Button
            disabled={busy}
            margin={false}
            onClick={() => {
              setAsked('publish')
            }}
          >
            {say('releases:publish')}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={busy}
            margin={false}
            onClick={() => {
              setAsked('schedule')
            }}
          >
            {say(isOpen ? 'releases:schedule' : 'releases:reschedule')}
          </Button>
          {!isOpen && (
            <Button
              buttonStyle="secondary"
              disabled={busy}
              margin={false}
              onClick={() => void act(say('releases:unscheduled_now'), () => releases.schedule(release, null))}
            >
              {say('releases:unschedule')}
            </Button>
          )}
        </div>
      )}
      <ReleasePieces
        busy={busy}
        kinds={kinds}
        onRemove={
          mayArrange && isOpen
            ? (piece) => void act(say('releases:removed'), () => releases.remove(release.id, piece))
            : null
        }
        onTakeNewest={
          mayArrange && isOpen
            ? (piece) => void act(say('releases:added'), () => releases.add(release.id, [piece]))
            : null
        }
        release={release}
      />
      {mayArrange && isOpen && (
        <AddPieces
          busy={busy}
          kinds={kinds}
          onAdd={(piece) => void act(say('releases:added'), () => releases.add(release.id, [piece]))}
          release={release}
        />
      )}
      {asked && (
        <ReleaseDialog
          asked={asked}
          busy={busy}
          count={pieces.length}
          onClose={() => {
            setAsked(null)
          }}
          onPublish={() => void act(say('releases:published_now'), () => releases.publish(release))}
          onSchedule={(at) => void act(say('releases:scheduled_now'), () => releases.schedule(release, at))}
        />
      )}
    </div>
  )
}
