'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from './useWords.ts'

type Width = 'desk' | 'phone'

/** Below this the page and its preview do not fit beside each other, in pixels; the same as in writing.css. */
const BESIDE = '(min-width: 1000px)'

/**
 * The open document as the site shows it, beside its form: as it was last saved, and anew after each save. A button opens and closes
 * it, Escape within it closes it.
 *
 * @param address of the page on the same origin, with `{collection}` and `{id}` in their places
 */
export function PreviewPane({ address }: { readonly address: string }) {
  const { collectionSlug, data, id } = useDocumentInfo()
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const [width, setWidth] = useState<Width>('desk')
  const button = useRef<HTMLButtonElement>(null)
  const pane = useRef<HTMLElement>(null)
  const title = useId()

  useEffect(() => {
    if (!open) return undefined
    // The style sheets look at it.
    document.documentElement.dataset['impPreview'] = 'on'
    if (!window.matchMedia(BESIDE).matches) pane.current?.querySelector('button')?.focus()
    return () => {
      delete document.documentElement.dataset['impPreview']
    }
  }, [open])

  if (!collectionSlug || id === undefined) return null
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const page = address.replace('{collection}', collectionSlug).replace('{id}', encodeURIComponent(String(id)))
  const savedAt = String(data?.['updatedAt'] ?? '')
  return (
    <>
      <button
        aria-expanded={open}
        className="btn btn--style-secondary btn--size-medium btn--no-margin"
        id="action-preview"
        onClick={() => {
          setOpen(!open)
        }}
        ref={button}
        type="button"
      >
        {say('text:preview')}
      </button>
      {open &&
        createPortal(
          <section
            aria-labelledby={title}
            className="imp-preview"
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              close()
            }}
            ref={pane}
          >
            <header className="imp-preview__bar">
              <h2 id={title}>{say('text:preview')}</h2>
              <div aria-label={say('text:width')} className="imp-preview__widths" role="group">
                {(['desk', 'phone'] as const).map((each) => (
                  <button
                    aria-pressed={each === width}
                    key={each}
                    onClick={() => {
                      setWidth(each)
                    }}
                    type="button"
                  >
                    {say(`text:${each}`)}
                  </button>
                ))}
              </div>
              <a href={page} rel="noreferrer" target="_blank">
                {say('text:own_window')}
              </a>
              <button onClick={close} type="button">
                {say('general:close')}
              </button>
            </header>
            <iframe
              className={`imp-preview__page imp-preview__page--${width}`}
              // Another key is another frame: the page as it was saved last.
              key={savedAt}
              // Its cookies, for pictures of drafts; no scripts, and no way out but by a click.
              sandbox="allow-same-origin allow-top-navigation-by-user-activation"
              src={page}
              title={say('text:preview_of')}
            />
          </section>,
          document.body,
        )}
    </>
  )
}
