'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId, useRef, useState, type SyntheticEvent } from 'react'
import type { ArchivePlan, ImportPlan, ImportResult } from '../../importing/index.ts'
import { ask, RefusalNote, refusalFrom, type Refusal } from 'payload-plugin-imprimatur/client'
import { ImportPlanView } from './ImportPlanView.tsx'
import { readTextFile } from './readTextFile.ts'
import { useWords } from './useWords.ts'

/** Bytes that the API takes in one request, less what the request needs around the text. */
const LIMIT = 1_000_000

const KINDS: Readonly<Record<string, string>> = { articles: 'Article', authors: 'Author', 'news-teasers': 'Teaser' }

type Plan = ImportPlan | ArchivePlan

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'done'; readonly result: ImportResult }

/** From a file or pasted text to a plan, and from the plan to drafts. */
export function ImportPage() {
  const { config } = useConfig()
  const say = useWords()
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
    setBusy(say('Reading the page …'))
    const read = await readTextFile(chosen, LIMIT)
    setBusy(null)
    if ('fault' in read) {
      setRefusal({ status: 400, sentences: [say(read.fault)], blockers: [] })
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
    const answer = await send<{ plan: Plan }>(true, say('Reading the page …'))
    if (answer) goTo({ kind: 'plan', plan: answer.plan })
  }
  const mend = async (line: number, mended: string): Promise<void> => {
    const lines = text.split(/(\r\n|[\n\r\v\f\u2028\u2029])/u)
    const changed = lines.map((part, index) => (index === (line - 1) * 2 ? mended : part)).join('')
    const answer = await send<{ plan: Plan }>(true, say('Reading the page …'), asNew, changed)
    if (!answer) return
    setText(changed)
    setStep({ kind: 'plan', plan: answer.plan })
  }
  const decideAnew = async (titleKey: string, isNew: boolean): Promise<void> => {
    const others = isNew ? [...asNew, titleKey] : asNew.filter((each) => each !== titleKey)
    const answer = await send<{ plan: Plan }>(true, say('Reading the page …'), others)
    if (!answer) return
    setAsNew(others)
    setStep({ kind: 'plan', plan: answer.plan })
  }
  const make = async (): Promise<void> => {
    const answer = await send<{ result: ImportResult }>(false, say('Making the drafts …'))
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
      <ol aria-label={say('Steps')} className="imp-steps">
        {(['choose', 'plan', 'done'] as const).map((kind, at) => (
          <li aria-current={step.kind === kind ? 'step' : undefined} key={kind}>
            {[say('Choose the page'), say('Look at the plan'), say('Drafts')][at]}
          </li>
        ))}
      </ol>

      {step.kind === 'choose' && (
        <form onSubmit={(event) => void plan(event)}>
          <h2 ref={heading} tabIndex={-1}>
            {say('Choose the page')}
          </h2>
          <p>
            {say(
              'The text of a page, as it was copied from the web or from a document: headline, paragraphs, byline, biography, and the teasers beside it. Everything becomes a draft; nothing is published.',
            )}{' '}
            {say('An export of WordPress (WXR) or a feed (RSS, Atom, JSON Feed) is known by how it begins.')}
          </p>
          <div className="imp-field">
            <label htmlFor={ids.file}>{say('A text file (.txt, .xml or .json, UTF-8)')}</label>
            <input
              accept=".txt,.xml,.rss,.atom,.json,text/plain,text/xml,application/xml,application/json"
              disabled={busy !== null}
              id={ids.file}
              onChange={(event) => void choose(event.target.files?.[0])}
              type="file"
            />
          </div>
          <div className="imp-field">
            <label htmlFor={ids.text}>{say('Or paste the text here')}</label>
            <textarea
              dir="auto"
              id={ids.text}
              onChange={(event) => {
                setText(event.target.value)
                setFile(null)
              }}
              // What is sent is what the plan is of.
              readOnly={busy !== null}
              rows={12}
              value={text}
            />
          </div>
          {refusal && <RefusalNote refusal={refusal} />}
          <div className="imp-actions">
            <Button disabled={busy !== null || text.trim() === ''} margin={false} type="submit">
              {say('Read it')}
            </Button>
          </div>
        </form>
      )}

      {step.kind === 'plan' && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {say('Look at the plan')}
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
              {say('Back')}
            </Button>
            <Button
              disabled={busy !== null || !step.plan.pieces.some((piece) => piece.action === 'make')}
              margin={false}
              onClick={() => void make()}
            >
              {say('Make the drafts')}
            </Button>
          </div>
        </>
      )}

      {step.kind === 'done' && (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {say(drafts(step.result.made))}
          </h2>
          <ul className="imp-made">
            {step.result.pieces.map(({ collection, id, outcome, note, title }, at) => (
              <li key={`${String(at)} ${id ?? ''}`}>
                <span className="imp-quiet">{say(KINDS[collection] ?? collection)}</span>{' '}
                {id === null ? (
                  <bdi>{title}</bdi>
                ) : (
                  <Link
                    href={formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${collection}/${id}` })}
                    prefetch={false}
                  >
                    <bdi>{title}</bdi>
                  </Link>
                )}{' '}
                <span className="imp-quiet">
                  {say(
                    { made: 'new', kept: 'was there already', omitted: 'left out', refused: 'could not be made' }[
                      outcome
                    ],
                  )}
                  {note === undefined ? '' : `: ${say(note)}`}
                </span>
              </li>
            ))}
          </ul>
          <div className="imp-actions">
            <Button buttonStyle="secondary" margin={false} onClick={begin}>
              {say('Import another page')}
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
