'use client'

import { Button, useDocumentInfo, useForm, useFormInitializing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useState } from 'react'
import { ageInWords } from './ageInWords.ts'
import { useForms } from './BoxHandoverProvider.tsx'
import { Dialog } from './Dialog.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { inSentence } from './inSentence.tsx'
import { forgetWords, keepWords, keptWords, placesToOffer, type KeptWords, type Place } from './keptWords.ts'
import { LocalTime } from './LocalTime.tsx'
import { changesBetween, mergeWords } from './mergeWords.ts'
import { useReset } from './payload3/useReset.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { Refused, refusalFrom, type Refusal } from './refusal.ts'
import { same } from './settleAnswer.ts'
import { livingTabs } from './tabName.ts'
import { useWords } from './useWords.ts'
import { WordDifference } from './WordDifference.tsx'

type Doc = Readonly<Record<string, unknown>>

type Found = { readonly words: KeptWords; readonly from: Place }

/** Offers words that this computer has kept for the open document, by what differs from what is stored. There is no third way out: the choice is made once. */
export function KeptWordsDialog({ onDecided, place }: { onDecided: () => void; place: Place }) {
  const { data } = useDocumentInfo()
  const { getData, getFields } = useForm()
  const reset = useReset()
  const { baseline, isCarried } = useOpenDocument()
  const { handover } = useForms()
  const initializing = useFormInitializing()
  const words = useWords()
  const { say } = words
  const [offered, setOffered] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  useEffect(() => {
    if (initializing) return
    let isHere = true
    const look = async (): Promise<void> => {
      // What is kept for it is in the form already.
      if (isCarried.current) {
        onDecided()
        return
      }
      const places = placesToOffer(place, place.id === null ? await livingTabs() : null)
      if (!isHere) return
      for (const from of places) {
        const found = keptWords(from)
        if (found && Object.entries(found.changes).some(([name, { now }]) => !same(now, data?.[name]))) {
          setOffered({ words: found, from })
          return
        }
        forgetWords(from)
      }
      onDecided()
    }
    void look()
    return () => {
      isHere = false
    }
    // Once for each document, when its form is there: later answers of the newsroom are no reason to ask again.
  }, [initializing, place])

  if (!offered) return null
  const { from, words: kept } = offered
  const stored: Doc = data ?? {}
  const over = (theirs: Doc) => mergeWords(kept.changes, stored, theirs)
  const { mine, touching } = over(stored)
  const end = () => {
    setOffered(null)
    onDecided()
  }
  const take = async (): Promise<void> => {
    setBusy(true)
    setRefusal(null)
    const before = asLoaded(getFields())
    try {
      if (!(await handover.settled()))
        throw new Refused({ status: 0, sentences: [say('saves:box_waits')], blockers: [] })
      const typed = Object.entries(changesBetween(before, getFields(), stored)).map(
        ([name, { now }]) => [name, now] as const,
      )
      const form: Doc = place.id === null ? getData() : stored
      const now: Doc = { ...form, ...Object.fromEntries(typed) }
      await reset({ ...now, ...over(now).mine }, true)
    } catch (error) {
      setRefusal(refusalFrom(error))
      setBusy(false)
      return
    }
    // What is taken differs from it, and so goes on being kept.
    baseline.current = before
    if (from !== place && keepWords(place, kept)) forgetWords(from)
    end()
  }
  return (
    <Dialog title={say('kept:title')}>
      <p>
        {inSentence(
          say,
          'kept:are_kept',
          { at: <LocalTime at={kept.at} /> },
          { age: ageInWords((Date.now() - Date.parse(kept.at)) / 1_000, words) },
        )}
        {touching.length > 0 && ` ${say('kept:changed_since')}`}
      </p>
      {Object.entries(mine).map(([name, value]) => (
        <WordDifference after={value} before={stored[name]} key={name} name={name} />
      ))}
      {refusal && <RefusalNote refusal={refusal} />}
      <div className="imp-dialog__controls">
        <Button
          buttonStyle="secondary"
          disabled={busy}
          margin={false}
          onClick={() => {
            forgetWords(from)
            end()
          }}
        >
          {say('kept:drop')}
        </Button>
        <Button disabled={busy} margin={false} onClick={() => void take()}>
          {say('kept:take')}
        </Button>
      </div>
    </Dialog>
  )
}

/** Somebody may have typed before anything was offered. */
function asLoaded(fields: FormState): FormState {
  return Object.fromEntries(
    Object.entries(fields).map(([path, field]) => [path, { ...field, value: field.initialValue }]),
  )
}
