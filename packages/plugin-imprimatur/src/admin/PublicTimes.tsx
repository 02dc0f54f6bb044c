import type { DossierView } from '../access/index.ts'
import { LocalTime } from './LocalTime.tsx'

/** Since when readers have a piece, and when its next revision goes out: terms of a list. */
export function PublicTimes({ live, schedule }: Pick<DossierView, 'live' | 'schedule'>) {
  return (
    <>
      {live && (
        <>
          <dt>Public since</dt>
          <dd>
            <LocalTime at={live.since} />
          </dd>
        </>
      )}
      {schedule && (
        <>
          <dt>Goes out</dt>
          <dd>
            <LocalTime at={schedule.at} />
          </dd>
        </>
      )}
    </>
  )
}
