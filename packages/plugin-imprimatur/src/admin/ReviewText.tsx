'use client'

import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { flushSync } from 'react-dom'
import type { ChangeInWords } from '../domain/difference/index.ts'
import { useWords } from './useWords.ts'

export type ReviewTextHandle = {
  /** Goes to the next change (1) or the one before (-1), around. */
  readonly step: (by: 1 | -1) => void
  readonly toggle: () => void
  /** The element that holds the text. */
  readonly page: () => HTMLElement | null
}

/** Changes that are told above the text before the rest is folded. */
const TOLD = 5

/** The text of a piece with its changes marked, what they are in short above it, and where they are beside it. */
export function ReviewText({
  changes,
  compares,
  digest,
  html,
  ref,
}: {
  changes: readonly ChangeInWords[]
  compares: boolean
  digest: string
  html: string
  ref: Ref<ReviewTextHandle>
}) {
  const { say } = useWords()
  const page = useRef<HTMLDivElement>(null)
  const at = useRef(-1)
  const [plain, setPlain] = useState(false)
  const [ticks, setTicks] = useState<readonly number[]>([])
  const visible = changes.filter((change) => change.visible)
  const hidden = changes.filter((change) => !change.visible)

  const marks = (): readonly HTMLElement[] => [...(page.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
  const goTo = (mark: HTMLElement | undefined): void => {
    if (!mark) return
    // What was taken out is not drawn in the plain text, and cannot be gone to.
    flushSync(() => {
      setPlain(false)
    })
    page.current?.querySelector('.imp-diff__here')?.classList.remove('imp-diff__here')
    mark.classList.add('imp-diff__here')
    mark.tabIndex = -1
    mark.focus({ preventScroll: true })
    mark.scrollIntoView({ block: 'center' })
  }
  const goToChange = (number: number): void => {
    goTo(marks().find((mark) => mark.dataset['change']?.split(' ').includes(String(number))))
  }
  useImperativeHandle(ref, () => ({
    step: (by) => {
      const all = marks()
      if (all.length === 0) return
      at.current = (at.current + by + all.length + (at.current < 0 && by < 0 ? 1 : 0)) % all.length
      goTo(all[at.current])
    },
    toggle: () => {
      setPlain((now) => !now)
    },
    page: () => page.current,
  }))

  useEffect(() => {
    at.current = -1
  }, [html])
  useEffect(() => {
    const look = (): void => {
      const height = document.documentElement.scrollHeight
      const places = marks().map(
        (mark) => Math.round(((mark.getBoundingClientRect().top + window.scrollY) / height) * 1_000) / 10,
      )
      setTicks(compares && height > window.innerHeight ? [...new Set(places)] : [])
    }
    look()
    const watch = new ResizeObserver(look)
    if (page.current) watch.observe(page.current)
    return () => {
      watch.disconnect()
    }
  }, [compares, html, plain])

  // The same object as long as the text is the same: React would write it anew and lose where the reader is.
  const inner = useMemo(() => ({ __html: html }), [html])
  return (
    <>
      {compares && (
        <div className="imp-review__bar">
          <p className="imp-review__count">{say('changes:count', { count: changes.length })}</p>
          <div aria-label={say('changes:show')} className="imp-review__switch" role="group">
            <button
              aria-pressed={!plain}
              onClick={() => {
                setPlain(false)
              }}
              type="button"
            >
              {say('changes:changes')}
            </button>
            <button
              aria-pressed={plain}
              onClick={() => {
                setPlain(true)
              }}
              type="button"
            >
              {say('changes:text')}
            </button>
          </div>
        </div>
      )}
      {visible.length > 0 && compares && (
        <ChangeList changes={changes} label={say('changes:what_changed')} onGo={goToChange} shown={visible} />
      )}
      {hidden.length > 0 && (
        <section aria-label={say('changes:hidden')} className="imp-review__hidden">
          <h2>{say('changes:hidden')}</h2>
          <ChangeList changes={changes} label={say('changes:hidden')} shown={hidden} />
        </section>
      )}
      {!compares && <p className="imp-quiet imp-review__new">{say('changes:whole')}</p>}
      {/* Made by drawDifference, which escapes everything. */}
      <div
        className={plain ? 'imp-review__page imp-review__page--plain' : 'imp-review__page'}
        dangerouslySetInnerHTML={inner}
        data-digest={digest}
        ref={page}
      />
      <div aria-hidden="true" className="imp-review__ticks">
        {ticks.map((place) => (
          <span key={place} style={{ top: `${String(place)}%` }} />
        ))}
      </div>
    </>
  )
}

function ChangeList({
  changes,
  label,
  onGo,
  shown,
}: {
  changes: readonly ChangeInWords[]
  label: string
  onGo?: (number: number) => void
  shown: readonly ChangeInWords[]
}) {
  const [all, setAll] = useState(false)
  const { say } = useWords()
  // What nobody can see in the text is never folded.
  const told = all || !onGo ? shown : shown.slice(0, TOLD)
  return (
    <ul aria-label={label} className="imp-review__changes">
      {told.map((change) => {
        const number = changes.indexOf(change)
        return (
          <li key={number}>
            {onGo ? (
              <button
                onClick={() => {
                  onGo(number)
                }}
                type="button"
              >
                {change.field}
              </button>
            ) : (
              <strong title={change.path}>{change.field}</strong>
            )}{' '}
            <Words change={change} />
          </li>
        )
      })}
      {told.length < shown.length && (
        <li>
          <button
            onClick={() => {
              setAll(true)
            }}
            type="button"
          >
            {say('changes:more', { count: shown.length - told.length })}
          </button>
        </li>
      )}
    </ul>
  )
}

function Words({ change: { after, before, what } }: { change: ChangeInWords }) {
  const { say } = useWords()
  return (
    <>
      {what !== undefined && <span className="imp-quiet">{what} </span>}
      {before !== undefined && (
        <del dir="auto">
          <span className="imp-for-ears">{say('changes:removed')}</span>
          {before}
        </del>
      )}
      {before !== undefined && after !== undefined && ' '}
      {after !== undefined && (
        <ins dir="auto">
          <span className="imp-for-ears">{say('changes:now')}</span>
          {after}
        </ins>
      )}
    </>
  )
}
