'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'
import { carriesFile, sendWithProgress, type Progress } from './sendWithProgress.ts'

let count = 0

/**
 * Says how far an upload is, wherever in the panel it was begun: Payload's forms, drawers and the upload of several files at once all send
 * theirs with `fetch` (3.90), which tells nobody.
 */
export function UploadProgress({ children }: { children?: ReactNode }) {
  useEffect(() => {
    const plain = window.fetch.bind(window)
    window.fetch = async (input, init) => {
      if (typeof input !== 'string' || !init || !carriesFile(init)) return plain(input, init)
      const id = `upload-${String(++count)}`
      const tell = (progress: Progress): void => {
        toast.loading(sentenceOf(progress), { id, duration: Infinity })
      }
      tell({ sent: 0 })
      try {
        return await sendWithProgress(input, init, tell)
      } finally {
        toast.dismiss(id)
      }
    }
    return () => {
      window.fetch = plain
    }
  }, [])
  return children
}

function sentenceOf({ sent }: Progress): string {
  return sent < 1
    ? `Uploading the picture: ${String(Math.floor(sent * 100))} %`
    : 'The picture is uploaded. Its sizes are being made; a large one takes a moment …'
}
