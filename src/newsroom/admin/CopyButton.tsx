'use client'

import { Button, toast } from '@payloadcms/ui'
import { useWords } from './useWords.ts'

/** Puts a text into the clipboard, and says so; where a browser does not let it, it says to do it by hand. */
export function CopyButton({ text }: { readonly text: string }) {
  const say = useWords()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast.success(say('Copied.'))
    } catch {
      toast.error(say('The browser did not let it be copied. Mark the text and copy it by hand.'))
    }
  }
  return (
    <Button buttonStyle="secondary" onClick={() => void copy()} size="medium">
      {say('Copy')}
    </Button>
  )
}
