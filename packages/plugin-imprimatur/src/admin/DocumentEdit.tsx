'use client'

import {
  DefaultEditView,
  ServerFunctionsContext,
  useDocumentInfo,
  type ServerFunctionsContextType,
  type useForm,
} from '@payloadcms/ui'
import type { DocumentViewClientProps, FormState } from 'payload'
import {
  createContext,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Dispatch,
  type RefObject,
  type SetStateAction,
} from 'react'
import { useForms } from './BoxHandoverProvider.tsx'
import { settleAnswer } from './settleAnswer.ts'

type GetFormState = ServerFunctionsContextType['getFormState']

type OpenDocument = {
  readonly form: RefObject<ReturnType<typeof useForm> | null>
  /** What the server has put into the form since the last save, which nobody typed. */
  readonly given: RefObject<FormState>
  /** Called with the form before its page is left. */
  readonly onLeave: RefObject<(() => void) | null>
  readonly saving: boolean
  readonly setSaving: Dispatch<SetStateAction<boolean>>
}

const OpenDocumentContext = createContext<OpenDocument | null>(null)

/**
 * Payload's view of a document, in which no answer of the server replaces what was typed while the answer was on its
 * way: neither the answer to a save, nor to a form state request.
 */
export function DocumentEdit(props: DocumentViewClientProps) {
  const { collectionSlug, globalSlug, id } = useDocumentInfo()
  const { functions, handover } = useForms()
  const form = useRef<ReturnType<typeof useForm>>(null)
  const given = useRef<FormState>({})
  const onLeave = useRef<(() => void) | null>(null)
  const [saving, setSaving] = useState(false)
  const entity = collectionSlug ?? globalSlug

  const own = useMemo(() => {
    const getFormState: GetFormState = async (args) => {
      const { data, formState: asked, schemaPath } = args
      if (schemaPath !== entity || args.id !== id || !asked) return functions.getFormState(args)
      // Payload's lock (3.90) would close the form of a second editor.
      const result = await functions.getFormState({ ...args, returnLockStatus: false })
      if (!('state' in result) || !result.state) return result
      await handover.handedOn()
      const now = form.current?.getFields()
      if (!now) return result
      const focused = document.activeElement?.closest('[data-field-path]')?.getAttribute('data-field-path') ?? undefined
      const state = settleAnswer({ asked, answer: result.state, now, stored: data !== undefined, focused })
      for (const [path, field] of Object.entries(state)) if (field.addedByServer) given.current[path] = field
      return { ...result, state }
    }
    return { ...functions, getFormState }
  }, [entity, functions, handover, id])

  // Effects are cleaned up from the top down, so this runs before the fields are gone.
  useLayoutEffect(() => () => onLeave.current?.(), [])
  const opened = useMemo(() => ({ form, given, onLeave, saving, setSaving }), [saving])
  return (
    <OpenDocumentContext value={opened}>
      <ServerFunctionsContext value={own}>
        <DefaultEditView {...props} />
      </ServerFunctionsContext>
    </OpenDocumentContext>
  )
}

/** The document in the form around the caller. */
export function useOpenDocument(): OpenDocument {
  const value = use(OpenDocumentContext)
  if (!value) throw new Error('DocumentEdit has to be the edit view of the collection.')
  return value
}
