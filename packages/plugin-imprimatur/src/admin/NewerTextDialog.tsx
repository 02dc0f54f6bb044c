'use client'

import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import { getTranslation } from '@payloadcms/translations'
import { Button, toast, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { useEffect, useReducer, useState } from 'react'
import { useForms } from './BoxHandoverProvider.tsx'
import type { NewerRevision } from './deskApi.ts'
import { useNameOf } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { inSentence } from './inSentence.tsx'
import { LocalTime } from './LocalTime.tsx'
import type { Merged } from './mergeWords.ts'
import { pieceText } from './pieceText.ts'
import { useFieldLabel } from './Reasons.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { Refused, refusalFrom, type Refusal } from './refusal.ts'
import { useWords } from './useWords.ts'
import { WordDifference } from './WordDifference.tsx'

type EditorState = Parameters<typeof convertLexicalToPlaintext>[0]['data']
type Doc = Readonly<Record<string, unknown>>
type Side = 'mine' | 'theirs'

/**
 * Says that somebody else's text came in between, and what can be done with one's own, which stays in the form. Where the two can be put
 * together, that is the first offer; where both changed the same passage, the writer chooses.
 */
export function NewerTextDialog({
  merge = () => null,
  newer,
  onClose,
  onMerge,
  onOverwrite,
}: {
  /** Puts both together as the form is now; null: they cannot be compared. */
  merge?: () => Merged | null
  newer: NewerRevision
  onClose: () => void
  /**
   * Rejects with what is against it, and then the form is as it was. There is no way out of the dialog before that: what was typed
   * meanwhile would be replaced.
   *
   * @param words what the changed fields are to hold, over the newer text
   */
  onMerge?: (words: Doc) => Promise<void>
  onOverwrite: () => void
}) {
  const { docConfig } = useDocumentInfo()
  const { getData } = useForm()
  const { i18n } = useTranslation()
  const { say } = useWords()
  const labelOf = useFieldLabel()
  const nameOf = useNameOf()
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { changedAt, changedBy, changedFields } = newer
  const who = changedBy === null ? say('newer:somebody') : nameOf(changedBy)
  const { handover } = useForms()
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  // When the dialog opens, the last letters may not have arrived in the form.
  useEffect(() => void handover.settled().then(drawAgain), [handover])
  const merged = merge()
  const isUndecided = (of: Merged) => of.touching.some((name) => !(name in sides))

  const copy = async (): Promise<void> => {
    const text = pieceText(
      docConfig?.fields ?? [],
      getData(),
      (state) => convertLexicalToPlaintext({ data: state as EditorState }),
      (field: ClientField) => ('label' in field && field.label ? getTranslation(field.label, i18n) : ''),
    )
    try {
      await navigator.clipboard.writeText(text)
      toast.success(say('newer:copied'))
    } catch {
      toast.error(say('newer:not_copied'))
    }
  }

  const putTogether = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    try {
      if (!(await handover.settled()))
        throw new Refused({ status: 0, sentences: [say('saves:box_waits')], blockers: [] })
      const from = merge()
      if (!from || isUndecided(from)) {
        setBusy(false)
        return
      }
      const chosen = Object.keys(from.mine).map((name) => [name, from[sides[name] ?? 'mine'][name]] as const)
      await onMerge?.(Object.fromEntries(chosen))
    } catch (error) {
      setRefusal(refusalFrom(error))
      setBusy(false)
    }
  }

  return (
    <Dialog catches={busy} {...(busy ? {} : { onClose })} title={say('newer:title')}>
      <p>
        {inSentence(
          say,
          `newer:${changedFields.length > 0 ? 'changed' : 'saved'}${changedAt === null ? '' : '_at'}`,
          { at: changedAt !== null && <LocalTime at={changedAt} /> },
          { who, fields: changedFields.map(labelOf).join(', ') },
        )}
      </p>
      {merged && (
        <>
          <p>{say(merged.touching.length === 0 ? 'newer:both_apart' : 'newer:both_touching')}</p>
          {merged.touching.map((name) => (
            <fieldset className="imp-choice" key={name}>
              <legend>{labelOf(name)}</legend>
              <WordDifference after={merged.mine[name]} before={merged.theirs[name]} name={name} />
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side}>
                  <input
                    checked={sides[name] === side}
                    name={`imp-choice-${name}`}
                    onChange={() => {
                      setSides({ ...sides, [name]: side })
                    }}
                    type="radio"
                  />{' '}
                  {say(`newer:${side}`, { who })}
                </label>
              ))}
            </fieldset>
          ))}
        </>
      )}
      <p>{say('newer:what_now')}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={onClose}>
          {say('newer:back')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()}>
          {say('newer:copy')}
        </Button>
        <Button buttonStyle="secondary" className="imp-taking" disabled={busy} margin={false} onClick={onOverwrite}>
          {say('newer:overwrite')}
        </Button>
        <Button
          buttonStyle={merged ? 'secondary' : 'primary'}
          el="anchor"
          margin={false}
          newTab
          url={typeof window === 'undefined' ? '' : window.location.href}
        >
          {say('newer:look')}
        </Button>
        {merged && (
          <Button disabled={busy || isUndecided(merged)} margin={false} onClick={() => void putTogether()}>
            {say('newer:merge')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
