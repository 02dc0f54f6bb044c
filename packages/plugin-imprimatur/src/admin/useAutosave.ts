'use client'

import {
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormInitializing,
  useFormModified,
  useLocale,
} from '@payloadcms/ui'
import type { FormState } from 'payload'
import { formatAdminURL, reduceFieldsToValues } from 'payload/shared'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useForms } from './BoxHandoverProvider.tsx'
import { formOnScreen, RICH_TEXT } from './carriedWords.ts'
import { ask } from './deskApi.ts'
import { useOpenPiece } from './DeskContext.tsx'
import { useOpenDocument } from './DocumentEdit.tsx'
import { forgetWords, keepWords, type Place } from './keptWords.ts'
import { changesBetween, type Changes } from './mergeWords.ts'
import { Refused, refusalFrom, UNREACHABLE } from './refusal.ts'
import { hasWords, same, singlesOf } from './settleAnswer.ts'
import { tabName } from './tabName.ts'
import type { Unsaved } from './unsavedWords.ts'
import { useLostSaves } from './useLostSaves.ts'

type Doc = Readonly<Record<string, unknown>>

/** How often the form is looked at, in milliseconds: words that are newer are lost with the browser itself. */
const LOOK_MS = 250

/** Words are saved when nobody has typed for so long, and at the latest so long after the first of them, in milliseconds. */
const SAVE_AFTER_MS = { quiet: 3_000, longest: 15_000 }

/** What tells of a letter: where the editor sets it itself, such as at the start of a paragraph, only the first of them comes. */
const TYPING = ['beforeinput', 'input']

/** After how long a save that did not arrive is tried again: at first, and at the latest; doubling. */
const AGAIN_MS = { first: 1_000, last: 15_000 }

const [NOBODY, CONFLICT, BROKEN] = [401, 409, 500]
/** What somebody without a session is told who asks for a piece. */
const UNKNOWN = new Set([NOBODY, 403, 404])

/**
 * Saves a piece while somebody types, and keeps on this computer what is not saved. It saves where nobody is asked anything: not over a
 * newer text, not while somebody else holds the piece, and nothing that would take a sign-off back.
 *
 * @param decided the document of whose kept words somebody has decided what becomes: before that nothing takes their place
 */
export function useAutosave(decided: Place | null) {
  const opened = useOpenDocument()
  const open = useOpenPiece()
  const { handover } = useForms()
  const { config } = useConfig()
  const { user } = useAuth()
  const { code: locale } = useLocale()
  const { collectionSlug, data, hasSavePermission, id, isTrashed, setData } = useDocumentInfo()
  const form = useForm()
  const modified = useFormModified()
  const initializing = useFormInitializing()
  const lostSaves = useLostSaves()
  /** Whether the newest version was saved of its own accord: a save that is asked for still makes one that stays. */
  const byItself = useRef(false)
  /** Has what is not saved of a new document that is made kept for its own page. */
  const leaveNew = useRef<(() => void) | null>(null)
  const person = user?.id === undefined ? null : String(user.id)

  const [tab, setTab] = useState<string | null>(null)
  useEffect(() => {
    void tabName().then(setTab)
  }, [])
  const place = useMemo<Place | null>(
    () =>
      person === null || collectionSlug === undefined || tab === null
        ? null
        : { person, collection: collectionSlug, id: id === undefined ? null : String(id), tab },
    [collectionSlug, id, person, tab],
  )
  const latest = useRef({ config, data, form, handover, locale, lostSaves, modified, open, opened, setData })
  useLayoutEffect(() => {
    latest.current = { config, data, form, handover, locale, lostSaves, modified, open, opened, setData }
  })

  /** What differs between the form and what is stored; `screen` is the form's element, where its texts may be ahead of it. */
  const changes = useCallback((screen: HTMLElement | null = null): Changes => {
    const { data: stored, form: now, opened: own } = latest.current
    const fields = now.getFields()
    return changesBetween(own.baseline.current ?? fields, screen ? formOnScreen(fields, screen) : fields, stored ?? {})
  }, [])

  const watches = place !== null && decided === place && !initializing && hasSavePermission === true && !isTrashed
  useEffect(() => {
    if (!watches) return
    const { formRef, getFields } = latest.current.form
    const { autosave, baseline, retry, setIsKept, setUnsaved } = latest.current.opened
    baseline.current ??= getFields()
    const element = formRef.current
    const begun = performance.now()
    let seen: FormState | null = null
    /** When the text was last and first changed since the last save, and when a text was last typed in. */
    let [changedAt, since, typedAt] = [begun, 0, -Infinity]
    /** It is decided what becomes of what was kept here before. */
    let kept = true
    let at = place
    let failures = 0
    let retryAt = 0
    let blocked: Unsaved | null = null
    /** The baseline that `blocked` is about: what is stored since was let through. */
    let blockedOn: FormState | null = baseline.current

    const isTyping = () => performance.now() - typedAt < SAVE_AFTER_MS.quiet
    /** Where words are kept; once a new document is made, for its own page, which may never come. */
    const placeNow = (): Place => {
      const made: unknown = latest.current.data?.['id']
      if (at.id === null && (typeof made === 'string' || typeof made === 'number')) at = { ...place, id: String(made) }
      return at
    }
    const keep = () => {
      // A form that has broken says nothing of the words in it.
      if (Object.keys(getFields()).length === 0) return
      const found = changes(isTyping() ? element : null)
      if (Object.keys(found).length === 0) {
        forget()
        return
      }
      const { open: piece } = latest.current
      const now = placeNow()
      kept = keepWords(now, { at: new Date().toISOString(), base: piece?.base ?? null, changes: found })
      if (kept && now !== place) forgetWords(place)
      setIsKept(kept)
    }
    const forget = () => {
      if (kept) for (const each of [place, placeNow()]) forgetWords(each)
      kept = false
    }

    const obstacle = (): Unsaved | null => {
      const { open: piece, opened: own } = latest.current
      if (!piece) return { kind: 'new' }
      if (blocked) return blocked
      if (own.heldBy !== null) return { kind: 'held', by: own.heldBy }
      const voids = piece.state.view?.transitions.voids
      return voids ? { kind: 'voids', voids } : null
    }

    const save = async (): Promise<void> => {
      const { config: at, form: own, handover: boxes, locale: code, open: piece, opened: doc } = latest.current
      if (!piece || !(await boxes.settled())) return
      const { base: found, problem, view } = piece.base === null ? await piece.look() : piece.state
      const base = piece.base ?? found?.digest
      if (base === undefined) {
        if (problem || !view) throw new Refused(problem ?? refusalFrom(null))
        const { digest } = view.transitions
        blocked = { kind: 'newer', newer: { digest, changedBy: null, changedAt: null, changedFields: [] } }
        return
      }
      const sent = own.getFields()
      const query = new URLSearchParams({
        autosave: 'true',
        depth: '0',
        draft: 'true',
        'fallback-locale': 'null',
        locale: code,
      })
      const address = formatAdminURL({
        apiRoute: at.routes.api,
        path: `/${piece.piece.collection}/${piece.piece.id}?${query}`,
      })
      const body = { ...reduceFieldsToValues(sent, true), _status: 'draft', baseDigest: base, mayVoid: false }
      const { doc: stored } = await ask<{ doc: Doc } | null>(address, body, 'PATCH')
        .then((answer) => {
          // Cut off after its status.
          if (!answer) throw new Refused(UNREACHABLE)
          return answer
        })
        .catch((error: unknown) => {
          if (isUncertain(error)) latest.current.lostSaves.note(sent)
          throw error
        })
      doc.lost.current = []
      baseline.current = sent
      byItself.current = true
      latest.current = { ...latest.current, data: stored }
      // Drawn at once: a save that waits for this one takes what it is based on from there.
      flushSync(() => {
        latest.current.setData(stored)
      })
      for (const [path, value] of singlesOf(stored, sent, own.getFields()))
        own.dispatchFields({ type: 'UPDATE', path, value, initialValue: value })
      if (!hasWords(sent, own.getFields(), doc.given.current)) own.setModified(false)
      failures = 0
      since = performance.now()
      keep()
    }

    const tryLater = () => {
      retryAt = performance.now() + Math.min(AGAIN_MS.first * 2 ** failures++, AGAIN_MS.last)
      setUnsaved({ kind: 'unreachable' })
    }

    const afterRefusal = async (error: unknown): Promise<void> => {
      const { refusal } = error instanceof Refused ? error : new Refused(refusalFrom(error))
      const { config: at, lostSaves: lost, open: piece } = latest.current
      const { entry = {}, status } = refusal
      if (UNKNOWN.has(status) && !(await isLoggedIn(at))) blocked = { kind: 'loggedOut' }
      else if (status === CONFLICT && entry['code'] === 'stale_revision') {
        const newer = newerIn(entry)
        const isOwn = piece ? await lost.isOwn(piece.piece, newer).catch(() => null) : false
        if (isOwn === null) tryLater()
        else if (!isOwn) blocked = { kind: 'newer', newer }
      } else if (status === CONFLICT && entry['code'] === 'would_void') await piece?.look()
      else if (status > 0 && status < BROKEN) blocked = { kind: 'refused', refusal }
      else tryLater()
    }

    const look = (): void => {
      const { modified: isModified, opened: own } = latest.current
      const fields = getFields()
      if (baseline.current !== blockedOn) {
        blockedOn = baseline.current
        blocked = null
      }
      // While a save runs, Payload (3.90) may hold for saved what is refused in a moment.
      if (!isModified && !isTyping() && !own.isSaving.current) {
        const isSettled = seen === null || fields === seen
        seen = fields
        // Fields are ahead of what is known of them while the form is being drawn: what was just typed is no base.
        if (!isSettled) return
        baseline.current = fields
        since = performance.now()
        blocked = null
        forget()
        setUnsaved((before) => (before.kind === 'none' ? before : { kind: 'none' }))
        return
      }
      const before = at
      if (fields !== seen || typedAt > changedAt || placeNow() !== before) {
        seen = fields
        changedAt = performance.now()
        // What was refused may be right by now.
        if (blocked?.kind === 'refused') blocked = null
        keep()
      }
      if (autosave.current || own.isSaving.current) return
      const why = obstacle()
      if (why) {
        setUnsaved((before) => (same(before, why) ? before : why))
        return
      }
      const now = performance.now()
      if (now < retryAt) return
      setUnsaved((before) => (before.kind === 'unreachable' || before.kind === 'soon' ? before : { kind: 'soon' }))
      if (now - changedAt < SAVE_AFTER_MS.quiet && now - since < SAVE_AFTER_MS.longest) return
      autosave.current = save()
        .catch(afterRefusal)
        .finally(() => {
          autosave.current = null
        })
    }

    retry.current = () => {
      blocked = null
      retryAt = 0
      changedAt = -Infinity
      look()
    }
    const typed = ({ target }: Event) => {
      if (target instanceof Element && target.closest(RICH_TEXT)) typedAt = performance.now()
    }
    leaveNew.current = () => {
      keep()
      forgetWords(place)
    }
    const online = () => {
      // Whoever is asked to log in goes on when they have.
      if (blocked?.kind !== 'loggedOut') retry.current?.()
    }
    const leave = () => {
      if (latest.current.modified || isTyping()) keep()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    const timer = setInterval(look, LOOK_MS)
    for (const name of TYPING) element.addEventListener(name, typed, true)
    window.addEventListener('online', online)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      leave()
      clearInterval(timer)
      for (const name of TYPING) element.removeEventListener(name, typed, true)
      window.removeEventListener('online', online)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hidden)
      retry.current = null
      leaveNew.current = null
    }
  }, [changes, place, watches])

  return { byItself, changes, leaveNew, place }
}

/** Whether what was sent may have been stored all the same. */
function isUncertain(error: unknown): boolean {
  const { status } = error instanceof Refused ? error.refusal : refusalFrom(error)
  return status === 0 || status >= BROKEN
}

async function isLoggedIn(config: ReturnType<typeof useConfig>['config']): Promise<boolean> {
  const address = formatAdminURL({ apiRoute: config.routes.api, path: `/${config.admin.user}/me` })
  const me = await ask<{ user: unknown }>(address).catch(() => null)
  return me === null || Boolean(me.user)
}

function newerIn(entry: Doc) {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)
  return {
    digest: String(entry['digest']),
    changedBy: text(entry['changedBy']),
    changedAt: text(entry['changedAt']),
    changedFields: Array.isArray(entry['changedFields']) ? entry['changedFields'].map(String) : [],
  }
}
