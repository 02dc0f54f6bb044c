'use client'

import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { CopyButton } from './CopyButton.tsx'
import { useAct } from './useAct.ts'
import { useWords } from './useWords.ts'

type Told = { readonly key?: string; readonly revokedAt?: string }

/** At an API key that is saved: makes the key, which is shown once, and revokes it. */
export function ApiKeyTools() {
  const say = useWords()
  const { id, busy, act } = useAct<Told>()
  const { data } = useDocumentInfo()
  const [key, setKey] = useState<string>()
  const [ended, setEnded] = useState(false)
  const [asks, setAsks] = useState(false)
  if (id === undefined) return <p>{say('Save it first. Then make the key here.')}</p>
  // That it was revoked just now is told by the message.
  if (ended || data?.revokedAt) return <p>{say('This key was revoked. It opens nothing any more.')}</p>
  const make = async () => {
    const told = await act('key')
    if (told?.key !== undefined) setKey(told.key)
  }
  const revoke = async () => {
    const told = await act('revoke')
    setAsks(false)
    if (told === null) return
    setEnded(true)
    toast.success(say('The key is revoked.'))
  }
  const isMade = key !== undefined || Boolean(data?.start)
  return (
    <div id="api-key">
      <p role="status">
        {key !== undefined ? (
          <>
            {say('Copy the key now, it is not shown again:')} <code style={{ overflowWrap: 'anywhere' }}>{key}</code>
          </>
        ) : isMade ? (
          say('The key was shown when it was made. Who has lost it gets another one.')
        ) : (
          say('There is no key yet.')
        )}
      </p>
      {key !== undefined && <CopyButton text={key} />}{' '}
      {!isMade && (
        <Button disabled={busy} onClick={() => void make()} size="medium">
          {say('Make the key')}
        </Button>
      )}
      {isMade && !asks && (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => {
            setAsks(true)
          }}
          size="medium"
        >
          {say('Revoke the key')}
        </Button>
      )}
      {asks && (
        <>
          <p>{say('Machines with this key are refused from then on. Nobody can take that back.')}</p>
          <Button disabled={busy} onClick={() => void revoke()} size="medium">
            {say('Revoke it for good')}
          </Button>{' '}
          <Button
            buttonStyle="secondary"
            disabled={busy}
            onClick={() => {
              setAsks(false)
            }}
            size="medium"
          >
            {say('Keep it')}
          </Button>
        </>
      )}
    </div>
  )
}
