'use client'

import { DefaultListView } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'

/**
 * Payload's list without what it offers for many pieces at once: its bulk form knows nothing of the text that a change
 * is based on, and its publish buttons have no place in the workflow.
 */
export function PieceList(props: ListViewClientProps) {
  return <DefaultListView {...props} disableBulkEdit />
}
