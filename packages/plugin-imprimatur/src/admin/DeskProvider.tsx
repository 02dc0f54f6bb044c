import { createLocalReq, type Payload } from 'payload'
import type { ReactNode } from 'react'
import { runtimeOf } from '../runtime/index.ts'
import { BoxHandoverProvider } from './BoxHandoverProvider.tsx'
import { DeskContextProvider } from './DeskContext.tsx'
import { rememberZone } from './inNewsroomTime.ts'

/** Around the whole admin panel: what it knows of pieces, in one place for all of its parts. */
export async function DeskProvider({ children, payload }: { children?: ReactNode; payload: Payload }) {
  const { endpointPrefix, reviewPage, slugs, users } = runtimeOf(payload)
  const name = payload.config.collections.find((each) => each.slug === users)?.admin.useAsTitle ?? 'id'
  const timeZone = await runtimeOf(payload).timeZone(await createLocalReq({}, payload))
  rememberZone(timeZone)
  return (
    <DeskContextProvider
      endpointPrefix={endpointPrefix}
      showsRevisions={reviewPage !== null}
      slugs={{ comments: slugs.comments, notifications: slugs.notifications, releases: slugs.releases }}
      timeZone={timeZone}
      users={{ slug: users, name }}
    >
      <BoxHandoverProvider>{children}</BoxHandoverProvider>
    </DeskContextProvider>
  )
}
