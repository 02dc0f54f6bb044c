'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'
import { useRouter } from './payload3/browserRouter.ts'

/** Whether words for colleagues are written on the page that nobody has got yet. */
export function isCommentBegun(): boolean {
  return begunIn(document) !== null
}

/** The form in a part of the page in which such words are. */
export function begunIn(part: ParentNode | null): HTMLElement | null {
  return part?.querySelector<HTMLElement>('.imp-comment__form[data-begun=true]') ?? null
}

/**
 * Asks before a page is left on which a comment is begun: by a key, by a link, or with its tab.
 *
 * `dialog` has to be rendered.
 */
export function useLeaving(): { readonly leave: (href: string) => void; readonly dialog: ReactNode } {
  const { t } = useTranslation()
  const router = useRouter()
  const [asked, setAsked] = useState<string | null>(null)
  const leave = useCallback(
    (href: string) => {
      if (isCommentBegun()) setAsked(href)
      else router.push(href)
    },
    [router],
  )
  useEffect(() => {
    const followed = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !opensHere(event, link) || !isCommentBegun()) return
      event.preventDefault()
      event.stopPropagation()
      setAsked(link.href)
    }
    const closed = (event: BeforeUnloadEvent): void => {
      if (isCommentBegun()) event.preventDefault()
    }
    // Before the link's own listeners.
    window.addEventListener('click', followed, true)
    window.addEventListener('beforeunload', closed)
    return () => {
      window.removeEventListener('click', followed, true)
      window.removeEventListener('beforeunload', closed)
    }
  }, [])
  const stay = (): void => {
    setAsked(null)
  }
  return {
    leave,
    dialog: asked !== null && (
      <Dialog onClose={stay} title={t('general:leaveWithoutSaving')}>
        <p>{t('general:changesNotSaved')}</p>
        <div className="imp-dialog__controls">
          <Button buttonStyle="secondary" margin={false} onClick={stay}>
            {t('general:stayOnThisPage')}
          </Button>
          <Button
            className="imp-taking"
            margin={false}
            onClick={() => {
              stay()
              router.push(asked)
            }}
          >
            {t('general:leaveAnyway')}
          </Button>
        </div>
      </Dialog>
    ),
  }
}

/** Whether a click on a link replaces this page, and not only its place on the page. */
function opensHere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false
  const isHere = link.origin === location.origin && link.pathname + link.search === location.pathname + location.search
  return /^https?:$/.test(link.protocol) && link.target !== '_blank' && !link.hasAttribute('download') && !isHere
}
