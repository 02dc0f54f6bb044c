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
import { Refused, UNREACHABLE } from './refusal.ts'
import { settleAnswer } from './settleAnswer.ts'
import type { Unsaved } from './unsavedWords.ts'

type GetFormState = ServerFunctionsContextType['getFormState']

type OpenDocument = {
  readonly form: RefObject<ReturnType<typeof useForm> | null>
  /** What the server has put into the form since the last save, which nobody typed. */
  readonly given: RefObject<FormState>
  /** Called with the form before its page is left. */
  readonly onLeave: RefObject<(() => void) | null>
  /** Whether the form goes on with the words of the page on which its document was made. */
  readonly isCarried: RefObject<boolean>
  readonly saving: boolean
  /** The same, known at once and not only when the form has been drawn again. */
  readonly isSaving: RefObject<boolean>
  readonly setSaving: Dispatch<SetStateAction<boolean>>
  /** The form as it was when it was loaded or last saved. */
  readonly baseline: RefObject<FormState | null>
  /** What was sent since then, of which it is not known whether it was stored. */
  readonly lost: RefObject<readonly FormState[]>
  /** The save of its own accord that is under way. */
  readonly autosave: RefObject<Promise<void> | null>
  /** What became of the words that are not saved. */
  readonly unsaved: Unsaved
  readonly setUnsaved: Dispatch<SetStateAction<Unsaved>>
  /** Whether this computer keeps them. */
  readonly isKept: boolean
  readonly setIsKept: Dispatch<SetStateAction<boolean>>
  /** Tries at once what is waiting, after what was in its way is gone. */
  readonly retry: RefObject<(() => void) | null>
  /** Name of somebody else who holds the piece; null: nobody. */
  readonly heldBy: string | null
  readonly setHeldBy: Dispatch<SetStateAction<string | null>>
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
  const isCarried = useRef(false)
  const [saving, setSaving] = useState(false)
  const isSaving = useRef(false)
  const baseline = useRef<FormState>(null)
  const lost = useRef<readonly FormState[]>([])
  const autosave = useRef<Promise<void>>(null)
  const [unsaved, setUnsaved] = useState<Unsaved>({ kind: 'none' })
  const [isKept, setIsKept] = useState(true)
  const retry = useRef<(() => void) | null>(null)
  const [heldBy, setHeldBy] = useState<string | null>(null)
  const entity = collectionSlug ?? globalSlug

  const own = useMemo(() => {
    const getFormState: GetFormState = async (args) => {
      const { data, formState: asked, schemaPath } = args
      if (schemaPath !== entity || args.id !== id) return functions.getFormState(args)
      if (!asked) {
        const whole = await functions.getFormState(args)
        // Without an answer, Payload (3.90) would draw a form of no fields.
        if (data !== undefined && !whole.state) throw new Refused(UNREACHABLE)
        return whole
      }
      // Payload's lock (3.90) would close the form of a second editor. Its question about something newer (3.90) would come in the middle of typing and
      // take letters, and offers to drop what is typed alone: a save tells of that.
      const result = await functions.getFormState({ ...args, checkForStaleData: false, returnLockStatus: false })
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
  const opened = useMemo(
    () => ({
      form,
      given,
      onLeave,
      isCarried,
      saving,
      isSaving,
      setSaving,
      baseline,
      lost,
      autosave,
      unsaved,
      setUnsaved,
      isKept,
      setIsKept,
      retry,
      heldBy,
      setHeldBy,
    }),
    [heldBy, isKept, saving, unsaved],
  )
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
