'use client'

import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { ChangeInWords } from '../domain/difference/index.ts'

export type ReviewTextHandle = {
  /** Goes to the next change (1) or the one before (-1), around. */
  readonly step: (by: 1 | -1) => void
  readonly toggle: () => void
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
  const page = useRef<HTMLDivElement>(null)
  const at = useRef(-1)
  const [plain, setPlain] = useState(false)
  const [ticks, setTicks] = useState<readonly number[]>([])
  const visible = changes.filter((change) => change.visible)
  const hidden = changes.filter((change) => !change.visible)

  const marks = (): readonly HTMLElement[] => [...(page.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
  const goTo = (mark: HTMLElement | undefined): void => {
    if (!mark) return
    setPlain(false)
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
  }))

  useEffect(() => {
    at.current = -1
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
          <p className="imp-review__count">
            {changes.length === 0
              ? 'Nothing differs from what readers have.'
              : `${String(changes.length)} ${changes.length === 1 ? 'change' : 'changes'} against what readers have`}
          </p>
          <div aria-label="Show" className="imp-review__switch" role="group">
            <button
              aria-pressed={!plain}
              onClick={() => {
                setPlain(false)
              }}
              type="button"
            >
              Changes
            </button>
            <button
              aria-pressed={plain}
              onClick={() => {
                setPlain(true)
              }}
              type="button"
            >
              Text
            </button>
          </div>
        </div>
      )}
      {visible.length > 0 && compares && (
        <ChangeList changes={changes} label="What has changed" onGo={goToChange} shown={visible} />
      )}
      {hidden.length > 0 && (
        <section aria-label="What you cannot see in the text" className="imp-review__hidden">
          <h2>What you cannot see in the text</h2>
          <ChangeList changes={changes} label="What you cannot see in the text" shown={hidden} />
        </section>
      )}
      {!compares && (
        <p className="imp-quiet imp-review__new">There is no public text to compare with: this is the whole text.</p>
      )}
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
            and {shown.length - told.length} more
          </button>
        </li>
      )}
    </ul>
  )
}

function Words({ change: { after, before, what } }: { change: ChangeInWords }) {
  return (
    <>
      {what !== undefined && <span className="imp-quiet">{what} </span>}
      {before !== undefined && (
        <del dir="auto">
          <span className="imp-for-ears">removed: </span>
          {before}
        </del>
      )}
      {before !== undefined && after !== undefined && ' '}
      {after !== undefined && (
        <ins dir="auto">
          <span className="imp-for-ears">now: </span>
          {after}
        </ins>
      )}
    </>
  )
}
