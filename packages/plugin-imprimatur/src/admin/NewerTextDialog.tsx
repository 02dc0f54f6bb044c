'use client'

import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import { getTranslation } from '@payloadcms/translations'
import { Button, toast, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import type { NewerRevision } from './deskApi.ts'
import { useNameOf } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { LocalTime } from './LocalTime.tsx'
import { pieceText } from './pieceText.ts'
import { useFieldLabel } from './Reasons.tsx'

type EditorState = Parameters<typeof convertLexicalToPlaintext>[0]['data']

/** Says that somebody else's text came in between, and what can be done with one's own, which stays in the form. */
export function NewerTextDialog({
  newer,
  onClose,
  onOverwrite,
}: {
  newer: NewerRevision
  onClose: () => void
  onOverwrite: () => void
}) {
  const { docConfig } = useDocumentInfo()
  const { getData } = useForm()
  const { i18n } = useTranslation()
  const labelOf = useFieldLabel()
  const nameOf = useNameOf()
  const { changedAt, changedBy, changedFields } = newer
  const who = changedBy === null ? 'Somebody' : nameOf(changedBy)

  const copy = async (): Promise<void> => {
    const text = pieceText(
      docConfig?.fields ?? [],
      getData(),
      (state) => convertLexicalToPlaintext({ data: state as EditorState }),
      (field: ClientField) => ('label' in field && field.label ? getTranslation(field.label, i18n) : ''),
    )
    try {
      await navigator.clipboard.writeText(text)
      toast.success('Your text is on the clipboard.')
    } catch {
      toast.error('The browser did not let the text be copied. Select it in the form and copy it there.')
    }
  }

  return (
    <Dialog onClose={onClose} title="There is a newer text">
      <p>
        {who} saved a newer text
        {changedAt !== null && (
          <>
            {' '}
            on <LocalTime at={changedAt} />
          </>
        )}
        {changedFields.length > 0 && <> and changed: {changedFields.map(labelOf).join(', ')}</>}. What you have written
        was not saved over it; it is still in the form.
      </p>
      <p>
        Look at the newest text, and make your changes there. Or save yours over it: then your form counts in every
        field, and the other text is found under Versions.
      </p>
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          Back to my text
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()}>
          Copy my text
        </Button>
        <Button buttonStyle="secondary" className="imp-taking" margin={false} onClick={onOverwrite}>
          Save mine over it
        </Button>
        <Button el="anchor" margin={false} newTab url={typeof window === 'undefined' ? '' : window.location.href}>
          Look at the newest
        </Button>
      </div>
    </Dialog>
  )
}
