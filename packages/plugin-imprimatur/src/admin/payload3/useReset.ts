import { useForm } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useForms } from '../BoxHandoverProvider.tsx'
import { richTextsIn } from '../carriedWords.ts'
import { same } from '../settleAnswer.ts'

type Editor = { readonly path: string; readonly root: Element; readonly value: unknown }

/** How long an editor may take to be made anew, in milliseconds. */
const LONGEST_MS = 10_000

/** Puts values into the form, which are still to be saved when `modified`, and waits until every field shows them. */
export function useReset(): (values: object, modified: boolean) => Promise<void> {
  const { reset, setModified } = useForm()
  const shown = useShown()
  return useCallback(
    (values, modified) =>
      shown(async () => {
        await reset(values)
        if (modified) setModified(true)
      }),
    [reset, setModified, shown],
  )
}

/**
 * Changes the form and waits until every field shows that. Payload (3.90) makes an editor of rich text anew once it hears of another value, which is some
 * drawings after the form has it (`Field.js` of `@payloadcms/richtext-lexical`): what is typed in between goes into the old one, and nowhere.
 */
export function useShown(): (change: () => Promise<void> | void) => Promise<void> {
  const { formRef, getFields } = useForm()
  const { handover } = useForms()
  const drawn = useDrawn()
  return useCallback(
    async (change) => {
      // What an editor hands over after the change would take its place.
      await handover.handedOn()
      const before = editorsIn(formRef.current, getFields())
      await change()
      await drawn()
      const now = getFields()
      const changed = before.filter(({ path, value }) => !same(value, now[path]?.value))
      await madeAnew(formRef.current, changed)
    },
    [drawn, formRef, getFields, handover],
  )
}

/** Waits until what was changed is drawn. */
function useDrawn(): () => Promise<void> {
  const [waiting, setWaiting] = useState<() => void>()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  useEffect(() => {
    waiting?.()
    return waiting
  }, [waiting])
  return useCallback(
    () =>
      new Promise<void>((resolve) => {
        if (isHere.current) setWaiting(() => resolve)
        else resolve()
      }),
    [],
  )
}

function editorsIn(form: HTMLElement, fields: FormState): readonly Editor[] {
  return richTextsIn(form).map(({ path, root }) => ({ path, root, value: fields[path]?.value }))
}

async function madeAnew(form: HTMLElement, editors: readonly Editor[]): Promise<void> {
  const isDone = () => editors.every(({ path, root }) => !root.isConnected && isThereOrGone(form, path))
  if (isDone()) return
  await new Promise<void>((resolve) => {
    const end = () => {
      watching.disconnect()
      clearTimeout(late)
      resolve()
    }
    const watching = new MutationObserver(() => {
      if (isDone()) end()
    })
    watching.observe(document.body, { attributeFilter: ['data-lexical-editor'], childList: true, subtree: true })
    const late = setTimeout(end, LONGEST_MS)
  })
}

function isThereOrGone(form: HTMLElement, path: string): boolean {
  const field = form.querySelector(`[data-field-path="${CSS.escape(path)}"]`)
  return field?.querySelector('[data-lexical-editor], .errorBoundary') !== null
}
