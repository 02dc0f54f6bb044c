'use client'

import { Button, SelectInput, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { ask, codeOf, NotLoaded, refusalFrom, type Refusal } from 'payload-plugin-imprimatur/client'
import { inNewsroomTime, rememberedZone } from 'payload-plugin-imprimatur/time'
import { localeOf } from 'payload-plugin-imprimatur/translations'
import { useEffect, useState } from 'react'
import { CopyButton } from './CopyButton.tsx'
import { useAct } from './useAct.ts'
import { useWords } from './useWords.ts'

type Told = { readonly secret?: string; readonly publicKey?: string }
type Kind = 'ed25519' | 'hmac'
type Shown = { readonly kind: Kind; readonly until: string | null; readonly publicKey?: string }

const KINDS: Readonly<Record<Kind, string>> = {
  hmac: 'A secret that the receiver has, too (HMAC)',
  ed25519: 'A pair of keys, of which the receiver has the public one (ed25519)',
}

/** How long what signed before goes on signing, by hours. */
const OVERLAPS: Readonly<Record<string, string>> = {
  '0': 'Not at all',
  '24': 'A day',
  '168': 'A week',
  '720': 'A month',
}

/** At a webhook that is saved: what its messages are signed with, a new secret or pair of keys, and a message to try it with. */
export function WebhookTools() {
  const say = useWords()
  const { id, busy, act } = useAct<Told>()
  const [kind, setKind] = useState<Kind>('hmac')
  const [hours, setHours] = useState('24')
  const [secret, setSecret] = useState<string>()
  const [made, setMade] = useState(0)
  if (id === undefined) return <p>{say('Save the webhook first. Then make its secret here.')}</p>
  const renew = async () => {
    const told = await act('secret', { kind, overlapHours: Number(hours) })
    if (told === null) return
    setSecret(told.secret)
    setMade(made + 1)
  }
  const test = async () => {
    if (await act('test')) toast.success(say('The test is on its way. Webhook deliveries say what came of it.'))
  }
  return (
    <div className="imp-tools" id="webhook-tools">
      <SignedWith made={made} />
      <SelectInput
        isClearable={false}
        label={say('Messages are signed with')}
        name="kind"
        onChange={(option) => {
          setKind((option as { value: Kind }).value)
        }}
        options={Object.entries(KINDS).map(([value, label]) => ({ value, label: say(label) }))}
        path="webhook-kind"
        value={kind}
      />
      <SelectInput
        isClearable={false}
        label={say('What signed before goes on signing for')}
        name="overlap"
        onChange={(option) => {
          setHours((option as { value: string }).value)
        }}
        options={Object.entries(OVERLAPS).map(([value, label]) => ({ value, label: say(label) }))}
        path="webhook-overlap"
        value={hours}
      />
      <Button buttonStyle="secondary" disabled={busy} onClick={() => void renew()} size="medium">
        {say(kind === 'hmac' ? 'Make a new secret' : 'Make new keys')}
      </Button>{' '}
      <Button buttonStyle="secondary" disabled={busy} onClick={() => void test()} size="medium">
        {say('Send a test')}
      </Button>
      <p role="status">
        {secret !== undefined && (
          <>
            {say('Copy the secret now, it is not shown again:')}{' '}
            <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
          </>
        )}
      </p>
      {secret !== undefined && <CopyButton text={secret} />}
    </div>
  )
}

/** What signs at present. Public keys may be seen again, secrets may not. `made` changes when it has to be asked anew. */
function SignedWith({ made }: { readonly made: number }) {
  const say = useWords()
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [shown, setShown] = useState<readonly Shown[]>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [again, setAgain] = useState(0)
  useEffect(() => {
    let here = true
    const address = `${config.routes.api}/${String(collectionSlug)}/${String(id)}/secret`
    ask<{ secrets: readonly Shown[] }>(address).then(
      ({ secrets }) => {
        if (!here) return
        setShown(secrets)
        setRefusal(undefined)
      },
      (error: unknown) => {
        if (here) setRefusal(refusalFrom(error))
      },
    )
    return () => {
      here = false
    }
  }, [again, collectionSlug, config.routes.api, id, made])
  if (refusal)
    return (
      <NotLoaded
        code={codeOf(refusal)}
        onAgain={() => {
          setAgain(again + 1)
        }}
        what={say('What messages are signed with could not be loaded.')}
      />
    )
  if (!shown) return null
  if (shown.length === 0) return <p>{say('It has no secret yet, and nothing is sent.')}</p>
  return (
    <ul>
      {shown.map(({ kind, publicKey, until }) => (
        <li key={publicKey ?? `${kind} ${until ?? ''}`}>
          {publicKey === undefined ? (
            say('A secret')
          ) : (
            <>
              {say('Public key:')} <code style={{ overflowWrap: 'anywhere' }}>{publicKey}</code>{' '}
              <CopyButton text={publicKey} />
            </>
          )}
          {until !== null && (
            <>
              {' '}
              {say('until')}{' '}
              <time dateTime={until}>{inNewsroomTime(until, rememberedZone(), localeOf(i18n.language))}</time>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** At a delivery that is over: sends it again. */
export function ReplayDelivery() {
  const say = useWords()
  const { data } = useDocumentInfo()
  const { busy, act } = useAct<Told>()
  const [sent, setSent] = useState(false)
  if (data?.status === 'pending') return <p>{say('It is on its way.')}</p>
  const replay = async () => {
    if (!(await act('replay'))) return
    setSent(true)
    toast.success(say('It is sent again.'))
  }
  return (
    <Button buttonStyle="secondary" disabled={busy || sent} onClick={() => void replay()} size="medium">
      {say('Send again')}
    </Button>
  )
}
