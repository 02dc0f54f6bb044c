'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type SyntheticEvent } from 'react'
import { useRouter } from './payload3/browserRouter.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { refusalFrom, type Refusal } from './refusal.ts'
import { useReleases } from './useReleases.ts'
import { useWords } from './useWords.ts'

/** Makes a release and goes on with it. */
export function NewRelease({ address }: { address: string }) {
  const releases = useReleases()
  const router = useRouter()
  const { say } = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const make = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setRefusal(null)
    try {
      const made = await releases.make(name)
      router.push(`${address}/${made.id}`)
    } catch (error) {
      setRefusal(refusalFrom(error))
      setBusy(false)
    }
  }
  return (
    <form aria-label={say('releases:new')} onSubmit={(event) => void make(event)}>
      <div className="imp-filters">
        <div className="imp-field">
          <label htmlFor={id}>{say('releases:name_of_new')}</label>
          <input
            dir="auto"
            id={id}
            maxLength={200}
            onChange={(event) => {
              setName(event.target.value)
            }}
            required
            value={name}
          />
        </div>
        <Button buttonStyle="secondary" disabled={busy} margin={false} type="submit">
          {say(busy ? 'general:wait' : 'releases:make')}
        </Button>
      </div>
      {refusal && <RefusalNote refusal={refusal} />}
    </form>
  )
}
