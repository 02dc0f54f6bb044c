'use client'

import { useMemo, type RefObject } from 'react'
import type { Option } from '../domain/workflow/index.ts'
import type { KeyAction } from './keys.ts'
import type { ReviewMoves } from './ReviewActions.tsx'
import type { ReviewCommentsHandle } from './ReviewComments.tsx'
import type { ReviewTextHandle } from './ReviewText.tsx'
import { useKeys } from './useKeys.ts'
import { useWords } from './useWords.ts'

/** The keys of the review screen. Those of moves ask before anything is done. */
export function useReviewKeys({
  ask,
  comments,
  edit,
  leave,
  moves: { publish, schedule, sendBack, signOff },
  next,
  ofLive,
  onKeys,
  text,
}: {
  readonly ask: (move: Option) => void
  readonly comments: RefObject<ReviewCommentsHandle | null>
  readonly edit: string
  readonly leave: (href: string) => void
  readonly moves: ReviewMoves
  readonly next: { readonly href: string } | null
  readonly ofLive: boolean
  /** Shows the keys; the same function as long as the screen is there. */
  readonly onKeys: () => void
  readonly text: RefObject<ReviewTextHandle | null>
}) {
  const { say } = useWords()
  const actions = useMemo<readonly KeyAction[]>(() => {
    const askFor = (move: Option | undefined) => () => {
      if (move && (move.allowed || move === publish)) ask(move)
    }
    return [
      {
        key: '?',
        does: say('keys:show'),
        run: onKeys,
      },
      {
        key: 'c',
        does: say('keys:comment'),
        run: () => {
          comments.current?.begin()
        },
      },
      ...(ofLive
        ? []
        : [
            {
              key: 'w',
              does: say('keys:suggest'),
              run: () => {
                comments.current?.suggest()
              },
            },
          ]),
      { key: 's', does: say('keys:sign_off'), run: askFor(signOff) },
      { key: 'b', does: say('keys:send_back'), run: askFor(sendBack) },
      { key: 'p', does: say('keys:publish'), run: askFor(publish) },
      { key: 'd', does: say('keys:schedule'), run: askFor(schedule) },
      {
        key: 'n',
        does: say('keys:next'),
        run: () => {
          if (next) leave(next.href)
        },
      },
      {
        key: 'j',
        does: say('keys:next_change'),
        run: () => {
          text.current?.step(1)
        },
      },
      {
        key: 'k',
        does: say('keys:change_before'),
        run: () => {
          text.current?.step(-1)
        },
      },
      {
        key: 't',
        does: say('keys:toggle'),
        run: () => {
          text.current?.toggle()
        },
      },
      {
        key: 'e',
        does: say('keys:form'),
        run: () => {
          leave(edit)
        },
      },
    ]
  }, [ask, comments, edit, leave, next, ofLive, onKeys, publish, say, schedule, sendBack, signOff, text])
  return { actions, ...useKeys(actions) }
}
