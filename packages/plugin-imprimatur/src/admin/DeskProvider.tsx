import { createLocalReq, type Payload } from 'payload'
import type { ReactNode } from 'react'
import { runtimeOf } from '../runtime/index.ts'
import { STAGE_LABELS } from '../domain/workflow/index.ts'
import { BoxHandoverProvider } from './BoxHandoverProvider.tsx'
import { DeskContextProvider } from './DeskContext.tsx'
import { rememberZone } from './inNewsroomTime.ts'

/** Around the whole admin panel: what it knows of pieces, in one place for all of its parts. */
export async function DeskProvider({ children, payload }: { children?: ReactNode; payload: Payload }) {
  const { endpointPrefix, users } = runtimeOf(payload)
  const name = payload.config.collections.find((each) => each.slug === users)?.admin.useAsTitle ?? 'id'
  const timeZone = await runtimeOf(payload).timeZone(await createLocalReq({}, payload))
  rememberZone(timeZone)
  return (
    <DeskContextProvider
      endpointPrefix={endpointPrefix}
      stageLabels={STAGE_LABELS}
      timeZone={timeZone}
      users={{ slug: users, name }}
    >
      <BoxHandoverProvider>{children}</BoxHandoverProvider>
    </DeskContextProvider>
  )
}
