'use client'

import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useId, useState, type SyntheticEvent } from 'react'
import { ask } from './deskApi.ts'
import { Dialog } from './Dialog.tsx'
import { refusalFrom, sentencesOf } from './refusal.ts'
import { whereKept, type Unsaved } from './unsavedWords.ts'
import { forgetNotSaved, tellLoggedOut } from './useSaves.ts'
import { useWords } from './useWords.ts'

/**
 * Over a form whose session has ended: logs the same person in again, and leaves the form as it is. It does not open under somebody's
 * hands: what they type belongs to the text, and not to a password.
 */
export function LoginDialog({
  isKept,
  onLoggedIn,
  unsaved,
}: {
  isKept: boolean
  onLoggedIn: () => void
  /** Another object after each save that was refused. */
  unsaved: Unsaved
}) {
  const { config } = useConfig()
  const { setUser, user } = useAuth()
  const words = useWords()
  const { say } = words
  // The session's end may take the user from the panel while the dialog is open.
  const [email] = useState(typeof user?.email === 'string' ? user.email : '')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [later, setLater] = useState(isInText)
  const field = useId()
  const open = useCallback(() => {
    setLater(false)
  }, [])
  useEffect(() => {
    tellLoggedOut(say, open)
    return forgetNotSaved
  }, [open, say, unsaved])

  const logIn = async (): Promise<void> => {
    setBusy(true)
    try {
      const address = formatAdminURL({ apiRoute: config.routes.api, path: `/${config.admin.user}/login` })
      setUser(await ask(address, { email, password }))
      onLoggedIn()
    } catch (error) {
      setProblem(sentencesOf(refusalFrom(error), words).join(' '))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!busy) void logIn()
  }
  if (later)
    return (
      <Button buttonStyle="secondary" margin={false} onClick={open} size="small">
        {say('login:log_in')}
      </Button>
    )
  return (
    <Dialog
      onClose={() => {
        setLater(true)
      }}
      title={say('login:title')}
    >
      <form noValidate onSubmit={submit}>
        <p>{[say('login:ended'), whereKept(isKept, say), say('login:as', { email })].join(' ')}</p>
        <div className="imp-field">
          <label htmlFor={field}>{say('login:password')}</label>
          <input
            autoComplete="current-password"
            autoFocus
            id={field}
            onChange={(event) => {
              setPassword(event.target.value)
            }}
            type="password"
            value={password}
          />
        </div>
        {problem && (
          <p className="imp-note imp-note--error" role="alert">
            {problem}
          </p>
        )}
        <div className="imp-dialog__controls">
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => {
              setLater(true)
            }}
          >
            {say('login:later')}
          </Button>
          <Button disabled={busy} margin={false} type="submit">
            {say('login:log_in')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whether the focus is where people type. */
function isInText(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable=true]') === true
}
