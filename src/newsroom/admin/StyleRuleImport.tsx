'use client'

import { Button, useAuth, useConfig, useRouteCache } from '@payloadcms/ui'
import { ask, RefusalNote, refusalFrom, type Refusal } from 'payload-plugin-imprimatur/client'
import { useId, useRef, useState, type SyntheticEvent } from 'react'
import type { PlannedRule } from '../style/readRuleList.ts'
import { useWords } from './useWords.ts'

type Answer = { readonly rows: readonly PlannedRule[]; readonly made: number }

const OUTCOMES = { new: 'A new rule', same: 'There already, stays as it is', refused: 'Left out' } as const

/** Above the list of rules: many at once, from a spreadsheet or a file, with a look at what will be made. */
export function StyleRuleImport() {
  const say = useWords()
  const { user } = useAuth()
  const { config } = useConfig()
  const { clearRouteCache } = useRouteCache()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly PlannedRule[] | null>(null)
  const [made, setMade] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const fresh = rows?.filter(({ outcome }) => outcome === 'new').length ?? 0

  const send = async (dryRun: boolean): Promise<Answer | null> => {
    setBusy(true)
    setRefusal(null)
    setMade(null)
    try {
      return await ask<Answer>(`${config.routes.api}/style-rules/import?dryRun=${String(dryRun)}`, { text })
    } catch (error) {
      setRefusal(refusalFrom(error))
      return null
    } finally {
      setBusy(false)
    }
  }
  const look = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    const answer = await send(true)
    if (!answer) return
    setRows(answer.rows)
    requestAnimationFrame(() => heading.current?.focus())
  }
  const make = async (): Promise<void> => {
    const answer = await send(false)
    if (!answer) return
    setMade(answer.made)
    setRows(null)
    setText('')
    clearRouteCache()
  }

  if (!user) return null
  return (
    <details className="imp-history imp-import">
      <summary>{say('Add many rules at once')}</summary>
      <form onSubmit={(event) => void look(event)}>
        <div className="imp-field">
          <label htmlFor={id}>{say('Rules, one a line')}</label>
          <textarea
            aria-describedby={`${id}-form`}
            dir="auto"
            id={id}
            onChange={(event) => {
              setText(event.target.value)
              setRows(null)
            }}
            // What is sent is what is shown below.
            readOnly={busy}
            rows={6}
            value={text}
          />
          <p className="imp-quiet" id={`${id}-form`}>
            {say(
              'Copied from a spreadsheet, or as CSV: words, advice, “advice” or “blocks”, language, whole words (yes or no), capitals (yes or no). The first two are enough.',
            )}
          </p>
        </div>
        <div className="imp-actions">
          <Button
            buttonStyle="secondary"
            disabled={busy || text.trim() === ''}
            margin={false}
            size="medium"
            type="submit"
          >
            {say('Look at what will be made')}
          </Button>
        </div>
      </form>
      {refusal && <RefusalNote refusal={refusal} />}
      {rows && (
        <section>
          <h2 ref={heading} tabIndex={-1}>
            {say('What will be made')}
          </h2>
          <table className="imp-table">
            <thead>
              <tr>
                <th scope="col">{say('Words')}</th>
                <th scope="col">{say('What to do instead')}</th>
                <th scope="col">{say('What happens')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ advice, message, outcome, pattern, row, severity }) => (
                <tr key={row}>
                  <th dir="auto" scope="row">
                    {pattern}
                  </th>
                  <td data-label={say('What to do instead')} dir="auto">
                    {advice} {severity === 'blocks' && <span className="imp-quiet">({say('Stops the piece')})</span>}
                  </td>
                  <td data-label={say('What happens')}>
                    {say(OUTCOMES[outcome])}
                    {message !== undefined && `: ${say(message)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="imp-actions">
            <Button disabled={busy || fresh === 0} margin={false} onClick={() => void make()} size="medium">
              {say(fresh === 1 ? 'Make 1 rule' : `Make ${String(fresh)} rules`)}
            </Button>
          </div>
        </section>
      )}
      <p role="status">{made !== null && say(made === 1 ? '1 rule was made.' : `${String(made)} rules were made.`)}</p>
    </details>
  )
}
