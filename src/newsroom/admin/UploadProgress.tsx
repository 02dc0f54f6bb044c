'use client'

import { toast } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'
import { useWords } from './useWords.ts'
import { carriesFile, sendWithProgress, type Progress } from './sendWithProgress.ts'

const UNREACHABLE = 'The newsroom could not be reached. Check your connection and try again.'

let count = 0

/**
 * Says how far an upload is, wherever in the panel it was begun: Payload's forms, drawers and the upload of several files at once all send
 * theirs with `fetch` (3.90), which tells nobody.
 */
export function UploadProgress({ children }: { children?: ReactNode }) {
  const say = useWords()
  useEffect(() => {
    const plain = window.fetch.bind(window)
    window.fetch = async (input, init) => {
      if (typeof input !== 'string' || !init || !carriesFile(init)) return plain(input, init)
      const id = `upload-${String(++count)}`
      const tell = (progress: Progress): void => {
        toast.loading(say(sentenceOf(progress)), { id, duration: Infinity })
      }
      tell({ sent: 0 })
      try {
        return await sendWithProgress(input, init, tell)
      } catch (error) {
        throw error instanceof TypeError ? new TypeError(say(UNREACHABLE), { cause: error }) : error
      } finally {
        toast.dismiss(id)
      }
    }
    return () => {
      window.fetch = plain
    }
  }, [say])
  return children
}

function sentenceOf({ sent }: Progress): string {
  return sent < 1
    ? `Uploading the picture: ${String(Math.floor(sent * 100))} %`
    : 'The picture is uploaded. Its sizes are being made; a large one takes a moment …'
}
