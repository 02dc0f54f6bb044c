'use client'

import { toast, useConfig, useForm, useFormModified, useHotkey, useEditDepth } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { useForms } from './BoxHandoverProvider.tsx'
import { ask } from './deskApi.ts'
import { useOpenDocument } from './DocumentEdit.tsx'
import { hasWords } from './settleAnswer.ts'
import { useTextsAtOnce } from './useTextsAtOnce.ts'

type Submit = ReturnType<typeof useForm>['submit']
type Options = NonNullable<Parameters<Submit>[0]>

/** A save that waits says so after a moment, in milliseconds. */
const MOMENT_MS = 1_000

const WAITING = 'waiting-for-a-box'
const FAILED = 'nothing-was-saved'

const NOBODY = 401
const UNHEARD = 0
const REFUSED = 400

/**
 * Saves of a form that stays open meanwhile: no field is closed, and what is typed while a save is under way is what the
 * next one saves. One save runs at a time; one that is asked for meanwhile follows.
 *
 * @param saveOnce saves with the `send` that it gets, which gives the status of the answer, 0 for none; false ends it
 * @param disabled whether there is nothing to save
 */
export function useSaves(
  saveOnce: (send: (options: Options) => Promise<number>) => Promise<boolean>,
  disabled: boolean,
) {
  const opened = useOpenDocument()
  const { saving, setSaving } = opened
  const { handover } = useForms()
  const { config } = useConfig()
  const form = useForm()
  const { getFields, setModified, submit } = form
  const editDepth = useEditDepth()
  const modified = useFormModified()
  const sent = useRef<FormState>(null)
  const running = useRef(false)
  const again = useRef(false)
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
    if (status < 200 || status > 299) setModified(true)
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
    const waiting = setTimeout(() => toast.loading('Waiting for the newsroom …', { id: WAITING }), MOMENT_MS)
    const all = await handover.settled()
    clearTimeout(waiting)
    toast.dismiss(WAITING)
    if (!all) {
      toast.error(
        'Nothing was saved: the newsroom has not answered about the last change in a box. Your text stays here. Save again in a moment.',
      )
    }
    return all
  }

  const step = async (): Promise<boolean> => {
    opened.given.current = {}
    return (await formHasAll()) && (await saveOnce(send))
  }
  const latest = useRef({ disabled, step })
  useLayoutEffect(() => {
    latest.current = { disabled, step }
  })

  const save = useCallback(async (): Promise<void> => {
    if (running.current) {
      again.current = true
      return
    }
    running.current = true
    setSaving(true)
    try {
      let more: boolean
      do {
        again.current = false
        const saved = await latest.current.step()
        more = saved && asked(again)
      } while (more)
    } finally {
      running.current = false
      setSaving(false)
    }
  }, [setSaving])

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    // There may be something to save: the last key press may not have changed the form yet.
    void handover.settled().then(() => {
      if (running.current || !latest.current.disabled) void save()
    })
  })

  return { save, saving }
}

/** Says that nothing was saved, that the text is still there, and what to do. */
export function tellNotSaved(status: number): void {
  const why: Record<number, string> = {
    [UNHEARD]:
      'the newsroom could not be reached. What you typed is still here; save again when you have a connection.',
    [NOBODY]: 'you are not logged in any more. What you typed is still here: log in again in another tab, then save.',
  }
  toast.error(`Nothing was saved: ${why[status] ?? 'the newsroom refused it. What you typed is still here.'}`, {
    id: FAILED,
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
  })
}

export function tellSaved(): void {
  toast.dismiss(FAILED)
  toast.success('Saved.')
}

/** Read anew: it is set while a save runs. */
function asked(again: { readonly current: boolean }): boolean {
  return again.current
}
