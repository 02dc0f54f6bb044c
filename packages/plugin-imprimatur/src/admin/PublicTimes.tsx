import type { DossierView } from '../access/index.ts'
import { LocalTime } from './LocalTime.tsx'
import { useWords } from './useWords.ts'

/** Since when readers have a piece, and when its next revision goes out: terms of a list. */
export function PublicTimes({ live, schedule }: Pick<DossierView, 'live' | 'schedule'>) {
  const { say } = useWords()
  return (
    <>
      {live && (
        <>
          <dt>{say('panel:public_since')}</dt>
          <dd>
            <LocalTime at={live.since} />
          </dd>
        </>
      )}
      {schedule && (
        <>
          <dt>{say('panel:goes_out')}</dt>
          <dd>
            <LocalTime at={schedule.at} />
          </dd>
        </>
      )}
    </>
  )
}
