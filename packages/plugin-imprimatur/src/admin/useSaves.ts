'use client'

import { toast, useConfig, useForm, useFormModified, useHotkey, useEditDepth } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Say, TranslationKey } from '../translations/index.ts'
import { useForms } from './BoxHandoverProvider.tsx'
import { ask } from './deskApi.ts'
import { useOpenDocument } from './DocumentEdit.tsx'
import { isOwnDialogOpen } from './keys.ts'
import { saveInTurn } from './saveInTurn.ts'
import { hasWords } from './settleAnswer.ts'
import { unsettledTimeIn } from './unsettledTime.ts'
import { useLostSaves } from './useLostSaves.ts'
import { useTextsAtOnce } from './useTextsAtOnce.ts'
import { useWords } from './useWords.ts'

type Submit = ReturnType<typeof useForm>['submit']
type Options = NonNullable<Parameters<Submit>[0]>

/** A save that waits says so after a moment, in milliseconds. */
const MOMENT_MS = 1_000

const WAITING = 'waiting-for-a-box'
const FAILED = 'nothing-was-saved'
const STAYS = { id: FAILED, duration: Number.POSITIVE_INFINITY, closeButton: true } as const

/** The status of a save by somebody who is not logged in any more. */
export const NOBODY = 401
const UNHEARD = 0
const REFUSED = 400

/**
 * Saves of a form that stays open meanwhile: no field is closed, and what is typed while a save is under way is what the
 * next one saves. One save runs at a time; one that is asked for meanwhile follows.
 *
 * @param saveOnce saves with the `send` that it gets, which gives the status of the answer, 0 for none; false when nothing may follow that was asked for before.
 *   `mayVoid`: whether somebody has said that this very save may take sign-offs back
 * @param disabled whether there is nothing to save
 */
export function useSaves(
  saveOnce: (send: (options: Options) => Promise<number>, mayVoid: boolean) => Promise<boolean>,
  disabled: boolean,
) {
  const opened = useOpenDocument()
  const { isSaving, saving, setSaving } = opened
  const { handover } = useForms()
  const { config } = useConfig()
  const { say } = useWords()
  const form = useForm()
  const { getFields, setModified, submit } = form
  const editDepth = useEditDepth()
  const modified = useFormModified()
  const sent = useRef<FormState>(null)
  const { note } = useLostSaves()
  useTextsAtOnce()

  useLayoutEffect(() => {
    opened.form.current = form
  })

  // With the answer the form counts as saved, whatever was typed since (Payload 3.90).
  useLayoutEffect(() => {
    if (saving && !modified && sent.current && hasWords(sent.current, getFields(), opened.given.current))
      setModified(true)
  }, [getFields, modified, opened, saving, setModified])

  const send = async (options: Options): Promise<number> => {
    sent.current = getFields()
    const told = new Set(toast.getHistory().map(({ id }) => id))
    const result = await submit({ ...options, disableFormWhileProcessing: false, disableSuccessStatus: true })
    const status = result?.res.status ?? (await whyNot(told))
    if (status < 200 || status > 299) {
      setModified(true)
      // Of an answer that is no answer of the newsroom nobody knows what was stored.
      if (status !== NOBODY) note(sent.current)
    } else {
      opened.baseline.current = sent.current
      opened.lost.current = []
    }
    return status
  }

  /** Payload (3.90) does not hand on what was answered to a save that failed. */
  const whyNot = async (told: ReadonlySet<number | string>): Promise<number> => {
    // The browser's own message for a lost network; messages of the server have another type.
    const raw = toast
      .getHistory()
      .filter((each) => !told.has(each.id) && 'title' in each && typeof each.title === 'string')
    for (const { id } of raw) toast.dismiss(id)
    if (raw.length > 0) return UNHEARD
    const address = formatAdminURL({ apiRoute: config.routes.api, path: `/${config.admin.user}/me` })
    const me = await ask<{ user: unknown }>(address).catch(() => null)
    return me && !me.user ? NOBODY : REFUSED
  }

  const formHasAll = async (): Promise<boolean> => {
    const waiting = setTimeout(() => toast.loading(say('saves:waiting'), { id: WAITING }), MOMENT_MS)
    const all = await handover.settled()
    clearTimeout(waiting)
    toast.dismiss(WAITING)
    if (!all) {
      toast.error(say('saves:box_waits'))
    }
    return all
  }

  /** What such a box says would look saved and is not. */
  const timesAreSettled = (): boolean => {
    const box = unsettledTimeIn(form.formRef.current)
    if (!box) return true
    toast.error(say('saves:time_waits'))
    box.focus()
    return false
  }

  const step = async (mayVoid: boolean): Promise<boolean> => {
    opened.given.current = {}
    return !timesAreSettled() || !(await formHasAll()) || (await saveOnce(send, mayVoid))
  }
  const { autosave } = opened
  const latest = useRef({ disabled, step })
  useLayoutEffect(() => {
    latest.current = { disabled, step }
  })

  const [inTurn] = useState(() =>
    saveInTurn({
      isSaving,
      step: async (mayVoid) => {
        // Its answer says what this one is based on.
        await autosave.current
        return latest.current.step(mayVoid)
      },
      onSaving: setSaving,
    }),
  )
  const save = useCallback((mayVoid = false): Promise<void> => inTurn(mayVoid), [inTurn])

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    // What it asks is about the form as it is.
    if (isOwnDialogOpen()) return
    // There may be something to save: the last key press may not have changed the form yet.
    void handover.settled().then(() => {
      if (isSaving.current || !latest.current.disabled) void save()
    })
  })

  return { save, saving }
}

/** Says that nothing was saved, that the text is still there, and what to do. */
export function tellNotSaved(status: number, say: Say): void {
  const why: Record<number, TranslationKey> = { [UNHEARD]: 'saves:unreachable', [NOBODY]: 'saves:logged_out' }
  toast.error(say(why[status] ?? 'saves:refused'), STAYS)
}

/** The same, of a session that has ended. */
export function tellLoggedOut(say: Say, onLogIn: () => void): void {
  toast.error(say('saves:logged_out'), { ...STAYS, action: { label: say('login:log_in'), onClick: onLogIn } })
}

export function forgetNotSaved(): void {
  toast.dismiss(FAILED)
}

/** @param takenBack what the save took back, in words */
export function tellSaved(say: Say, takenBack?: string): void {
  forgetNotSaved()
  toast.success(takenBack === undefined ? say('saves:saved') : say('saves:took_back', { what: takenBack }))
}
