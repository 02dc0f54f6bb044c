'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { createContext, use, useCallback, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import './payload3/payload.css'
import './admin.css'
import './writing.css'
import { createDesk, type Desk, type PieceState } from './createDesk.ts'
import { deskApi, type Piece } from './deskApi.ts'
import { rememberZone } from './inNewsroomTime.ts'
import { nameOfActor } from './names.ts'
import { useNames } from './payload3/useNames.ts'
import { useToolbarKeys } from './payload3/useToolbarKeys.ts'
import { SkipLink } from './SkipLink.tsx'
import { usePlainNetworkErrors } from './usePlainNetworkErrors.ts'
import { useWords } from './useWords.ts'

type DeskValue = {
  readonly desk: Desk
  /** Whether revisions can be shown to people without an account. */
  readonly showsRevisions: boolean
  /** IANA name of the newsroom's. */
  readonly timeZone: string
  /** Where the endpoints lie that are about no single piece, below the route of the API. */
  readonly endpointPrefix: string
  /** Slug of the collection of releases. */
  readonly releases: string
}

const DeskContext = createContext<DeskValue | null>(null)

/**
 * @param endpointPrefix where the endpoints lie that are about no single piece, below the route of the API
 * @param showsRevisions whether the project has a page for review links
 * @param slugs those of the collections of comments, notifications and releases
 * @param timeZone IANA name of the newsroom's
 * @param users slug of the collection of the staff, and the field that holds their names
 */
export function DeskContextProvider({
  children,
  endpointPrefix,
  showsRevisions,
  slugs,
  timeZone,
  users,
}: {
  children?: ReactNode
  endpointPrefix: string
  showsRevisions: boolean
  slugs: { comments: string; notifications: string; releases: string }
  timeZone: string
  users: { slug: string; name: string }
}) {
  const { config } = useConfig()
  const [desk] = useState(() => createDesk(deskApi(config.routes.api, endpointPrefix, users, slugs)))
  // While it renders, so that what renders within it has it.
  rememberZone(timeZone)
  const { releases } = slugs
  const value = useMemo(
    () => ({ desk, endpointPrefix, releases, showsRevisions, timeZone }),
    [desk, endpointPrefix, releases, showsRevisions, timeZone],
  )
  usePlainNetworkErrors()
  useNames()
  useToolbarKeys()
  return (
    <DeskContext value={value}>
      <SkipLink />
      {children}
    </DeskContext>
  )
}

/** What the admin panel knows of pieces, and the newsroom's zone. */
export function useDesk(): DeskValue {
  const value = use(DeskContext)
  if (!value) throw new Error('DeskProvider has to be among admin.components.providers.')
  return value
}

/** Reads from the desk and renders again when what was read has changed. `read` has to return the same for the same. */
export function useFromDesk<T>(read: (desk: Desk) => T): T {
  const { desk } = useDesk()
  const now = () => read(desk)
  return useSyncExternalStore(desk.subscribe, now, now)
}

export type OpenPiece = {
  readonly piece: Piece
  readonly state: PieceState
  /** Digest of the text that the form was loaded with or last saved; null until that is certain. */
  readonly base: string | null
  readonly look: () => Promise<PieceState>
}

/** The piece in the form around the caller; null while it is being created. */
export function useOpenPiece(): OpenPiece | null {
  const { desk } = useDesk()
  const { collectionSlug, data, id } = useDocumentInfo()
  const piece = useMemo(
    () => (collectionSlug !== undefined && id !== undefined ? { collection: collectionSlug, id: String(id) } : null),
    [collectionSlug, id],
  )
  const shownAt = typeof data?.['updatedAt'] === 'string' ? data['updatedAt'] : null
  const state = useFromDesk((from) => (piece ? from.piece(piece) : null))
  const look = useCallback(
    () => (piece ? desk.look(piece, shownAt) : Promise.reject(new Error('There is no piece yet.'))),
    [desk, piece, shownAt],
  )
  return useMemo(() => {
    if (!piece || !state) return null
    return { piece, state, base: state.base?.shownAt === shownAt ? state.base.digest : null, look }
  }, [piece, state, shownAt, look])
}

/** How to say who a user is. */
export function useNameOf(): (id: string) => string {
  const { desk } = useDesk()
  const { say } = useWords()
  // Names arrive one by one; each component that shows one renders again.
  useFromDesk((from) => from.namesKnown())
  return useCallback((id: string) => nameOfActor(id, desk.name(id), say), [desk, say])
}
