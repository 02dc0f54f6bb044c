'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { PieceMoves } from './PieceMoves.tsx'

/**
 * The moves for those who may not write: Payload 3.90 shows them no publish button whose place the moves could take.
 */
export function MovesAlone() {
  const { hasSavePermission } = useDocumentInfo()
  return hasSavePermission ? null : <PieceMoves />
}
