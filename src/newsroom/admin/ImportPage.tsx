'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId, useRef, useState, type SyntheticEvent } from 'react'
import type { ImportPlan, ImportResult } from '../../importing/index.ts'
import { ask, RefusalNote, refusalFrom, type Refusal } from 'payload-plugin-imprimatur/client'
import { ImportPlanView } from './ImportPlanView.tsx'
import { readTextFile } from './readTextFile.ts'

/** Bytes that the API takes in one request, less what the request needs around the text. */
const LIMIT = 1_000_000

const KINDS: Readonly<Record<string, string>> = { articles: 'Article', authors: 'Author', 'news-teasers': 'Teaser' }

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'done'; readonly result: ImportResult }

/** From a file or pasted text to a plan, and from the plan to drafts. */
export function ImportPage() {
  const { config } = useConfig()
  const ids = { file: useId(), text: useId() }
  const heading = useRef<HTMLHeadingElement>(null)
  const [text, setText] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [asNew, setAsNew] = useState<readonly string[]>([])
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const read = await readTextFile(chosen, LIMIT)
    if ('fault' in read) {
      setRefusal({ status: 400, sentences: [read.fault], blockers: [] })
      return
    }
    setRefusal(null)
    setText(read.text)
    setFile(chosen.name)
  }

  const send = async <T,>(
    dryRun: boolean,
    saying: string,
    others: readonly string[] = asNew,
    page: string = text,
  ): Promise<T | null> => {
    setBusy(saying)
    setRefusal(null)
    try {
      const body = { text: page, asNew: others, ...(file === null ? {} : { file }) }
      return await ask<T>(`${config.routes.api}/import?dryRun=${String(dryRun)}`, body)
    } catch (error) {
      setRefusal(refusalFrom(error))
      return null
    } finally {
      setBusy(null)
    }
  }
  const goTo = (next: Step): void => {
    setStep(next)
    requestAnimationFrame(() => heading.current?.focus())
  }
  const plan = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    const answer = await send<{ plan: ImportPlan }>(true, 'Reading the page …')
    if (answer) goTo({ kind: 'plan', plan: answer.plan })
  }
  const mend = async (line: number, mended: string): Promise<void> => {
    const lines = text.split(/(\r\n|[\n\r\v\f\u0085\u2028\u2029])/u)
    const changed = lines.map((part, index) => (index === (line - 1) * 2 ? mended : part)).join('')
    const answer = await send<{ plan: ImportPlan }>(true, 'Reading the page …', asNew, changed)
    if (!answer) return
    setText(changed)
    setStep({ kind: 'plan', plan: answer.plan })
  }
  const decideAnew = async (titleKey: string, isNew: boolean): Promise<void> => {
    const others = isNew ? [...asNew, titleKey] : asNew.filter((each) => each !== titleKey)
    const answer = await send<{ plan: ImportPlan }>(true, 'Reading the page …', others)
    if (!answer) return
    setAsNew(others)
    setStep({ kind: 'plan', plan: answer.plan })
  }
  const make = async (): Promise<void> => {
    const answer = await send<{ result: ImportResult }>(false, 'Making the drafts …')
    if (answer) goTo({ kind: 'done', result: answer.result })
  }
  const begin = (): void => {
    setText('')
    setFile(null)
    setAsNew([])
    setRefusal(null)
    goTo({ kind: 'choose' })
  }

  return (
    <div className="imp-import">
      <ol aria-label="Steps" className="imp-steps">
        {(['choose', 'plan', 'done'] as const).map((kind, at) => (
          <li aria-current={step.kind === kind ? 'step' : undefined} key={kind}>
            {['Choose the page', 'Look at the plan', 'Drafts'][at]}
          </li>
        ))}
      </ol>

      {step.kind === 'choose' && (
        <form onSubmit={(event) => void plan(event)}>
          <h2 ref={heading} tabIndex={-1}>
            Choose the page
          </h2>
          <p>
            The text of a page, as it was copied from the web or from a document: headline, paragraphs, byline,
            biography, and the teasers beside it. Everything becomes a draft; nothing is published.
          </p>
          <div className="imp-field">
            <label htmlFor={ids.file}>A text file (.txt, UTF-8)</label>
            <input
              accept=".txt,text/plain"
              id={ids.file}
              onChange={(event) => void choose(event.target.files?.[0])}
              type="file"
            />
          </div>
          <div className="imp-field">
            <label htmlFor={ids.text}>Or paste the text here</label>
            <textarea
              id={ids.text}
              onChange={(event) => {
                setText(event.target.value)
                setFile(null)
              }}
              rows={12}
              value={text}
            />
          </div>
          {refusal && <RefusalNote refusal={refusal} />}
          <div className="imp-actions">
            <Button disabled={busy !== null || text.trim() === ''} margin={false} type="submit">
              Read it
            </Button>
          </div>
        </form>
      )}

      {step.kind === 'plan' && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            Look at the plan
          </h2>
          <ImportPlanView
            busy={busy !== null}
            kinds={KINDS}
            onAsNew={(titleKey, isNew) => void decideAnew(titleKey, isNew)}
            onMend={(line, mended) => void mend(line, mended)}
            plan={step.plan}
          />
          {refusal && <RefusalNote refusal={refusal} />}
          <div className="imp-actions">
            <Button
              buttonStyle="secondary"
              disabled={busy !== null}
              margin={false}
              onClick={() => {
                goTo({ kind: 'choose' })
              }}
            >
              Back
            </Button>
            <Button
              disabled={busy !== null || !step.plan.pieces.some((piece) => piece.action === 'make')}
              margin={false}
              onClick={() => void make()}
            >
              Make the drafts
            </Button>
          </div>
        </>
      )}

      {step.kind === 'done' && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {drafts(step.result.made)}
          </h2>
          <ul className="imp-made">
            {step.result.pieces.map(({ collection, id, outcome, title }) => (
              <li key={`${collection} ${title} ${id ?? ''}`}>
                <span className="imp-quiet">{KINDS[collection]}</span>{' '}
                {id === null ? (
                  title
                ) : (
                  <Link
                    href={formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${collection}/${id}` })}
                    prefetch={false}
                  >
                    {title}
                  </Link>
                )}{' '}
                <span className="imp-quiet">
                  {{ made: 'new', kept: 'was there already', omitted: 'left out' }[outcome]}
                </span>
              </li>
            ))}
          </ul>
          <div className="imp-actions">
            <Button buttonStyle="secondary" margin={false} onClick={begin}>
              Import another page
            </Button>
          </div>
        </>
      )}

      <div className="imp-busy" role="status">
        {busy !== null && (
          <>
            <progress aria-label={busy} /> {busy}
          </>
        )}
      </div>
    </div>
  )
}

function drafts(count: number): string {
  if (count === 0) return 'Nothing new was made'
  return count === 1 ? 'One draft was made' : `${count} drafts were made`
}
