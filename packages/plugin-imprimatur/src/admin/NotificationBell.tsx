'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { formatAdminURL } from 'payload/shared'
import type { NotificationKind } from '../domain/notifications/index.ts'
import type { NotificationView } from '../operations/index.ts'
import { useNameOf } from './DeskContext.tsx'
import { LocalTime } from './LocalTime.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { codeOf } from './refusal.ts'
import { reviewAddress } from './reviewAddress.ts'
import { toldSentence } from '../translations/index.ts'
import { unreadIn } from './unreadIn.ts'
import { useNotifications } from './useNotifications.ts'
import { useWords } from './useWords.ts'

/** In the header of the panel: what this person was told, and how much of it they have not read. */
export function NotificationBell() {
  const { user } = useAuth()
  return user ? <Bell /> : null
}

function Bell() {
  const { look, page, problem, read } = useNotifications()
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<NotificationKind | ''>('')
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const unread = page?.unread ?? 0

  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
    }
  }, [isOpen])

  const docs = (page?.docs ?? []).filter((each) => kind === '' || each.kind === kind)
  const kinds = [...new Set((page?.docs ?? []).map((each) => each.kind))]
  return (
    <div
      className="imp-bell"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        setOpen(false)
        button.current?.focus()
      }}
      ref={box}
    >
      <button
        aria-controls={id}
        aria-expanded={isOpen}
        aria-label={unread === 0 ? say('notifications:title') : say('notifications:title_unread', { count: unread })}
        className="imp-bell__button"
        onClick={() => {
          setOpen(!isOpen)
        }}
        ref={button}
        type="button"
      >
        <svg aria-hidden="true" fill="none" height="20" stroke="currentColor" viewBox="0 0 20 20" width="20">
          <path d="M4 14h12l-1.5-2V8.5a4.5 4.5 0 0 0-9 0V12L4 14Z M8.5 16.5a1.5 1.5 0 0 0 3 0" />
        </svg>
        {page && unread > 0 && (
          <span aria-hidden="true" className="imp-bell__count">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <span aria-live="polite" className="imp-for-ears">
        {unread > 0 ? say('notifications:unread', { count: unread }) : ''}
      </span>
      {isOpen && (
        <section aria-label={say('notifications:title')} className="imp-bell__list" id={id}>
          <div className="imp-bell__head">
            <label htmlFor={`${id}-kind`}>{say('notifications:kind')}</label>
            <select
              id={`${id}-kind`}
              onChange={(event) => {
                setKind(event.target.value as NotificationKind | '')
              }}
              value={kind}
            >
              <option value="">{say('notifications:all_kinds')}</option>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {say(`notification_kinds:${each}`)}
                </option>
              ))}
            </select>
            {page && unread > 0 && (
              <button onClick={() => void read(unreadIn(page))} type="button">
                {say('notifications:all_read')}
              </button>
            )}
          </div>
          {problem && <NotLoaded code={codeOf(problem)} onAgain={look} what={say('loading:notifications')} />}
          {docs.length === 0 ? (
            page && <p className="imp-quiet">{say('notifications:none')}</p>
          ) : (
            <ul>
              {docs.map((each) => (
                <Item
                  key={each.id}
                  notification={each}
                  onOpen={() => {
                    setOpen(false)
                    if (each.readAt === null) void read([each.id])
                  }}
                />
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  )
}

function Item({ notification, onOpen }: { readonly notification: NotificationView; readonly onOpen: () => void }) {
  const { config } = useConfig()
  const nameOf = useNameOf()
  const { say } = useWords()
  const { at, by, comment, readAt, reason } = notification
  const sentence = toldSentence(notification, nameOf(by), say)
  const admin = config.routes.admin
  const place = placeOf(admin, notification)
  const words = (
    <>
      {readAt === null && <span className="imp-for-ears">{say('notifications:unread_for_ears')}</span>}
      {sentence}
    </>
  )
  return (
    <li className={readAt === null ? 'imp-bell__item imp-bell__item--unread' : 'imp-bell__item'}>
      {place === null ? (
        <p>{words}</p>
      ) : (
        <Link href={place} onClick={onOpen} prefetch={false}>
          {words}
        </Link>
      )}
      {(reason ?? comment?.text) && (
        <p className="imp-bell__words" dir="auto">
          {reason ?? comment?.text}
        </p>
      )}
      <p className="imp-quiet">
        <LocalTime at={at} />
      </p>
    </li>
  )
}

function placeOf(
  admin: string,
  { comment, piece, release }: Pick<NotificationView, 'comment' | 'piece' | 'release'>,
): string | null {
  if (release) return formatAdminURL({ adminRoute: admin, path: `/releases/${release.id}` })
  if (piece === null) return null
  if (comment) return `${reviewAddress(admin, piece)}#comment-${comment.id}`
  return formatAdminURL({ adminRoute: admin, path: `/collections/${piece.collection}/${piece.id}` })
}
