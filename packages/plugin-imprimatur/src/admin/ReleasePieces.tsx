'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { ReleasePieceView, ReleaseView } from '../operations/index.ts'
import type { Piece } from './deskApi.ts'
import { Reasons } from './Reasons.tsx'
import { StageMarks } from './StageMarks.tsx'
import { useWords } from './useWords.ts'

/**
 * The pieces of a release, each with where it stands and what is in its way.
 *
 * @param onRemove null where nothing can be taken out
 * @param onTakeNewest null where nothing can be added
 */
export function ReleasePieces({
  busy,
  kinds,
  onRemove,
  onTakeNewest,
  release: { pieces, state },
}: {
  busy: boolean
  kinds: Readonly<Record<string, string>>
  onRemove: ((piece: Piece) => void) | null
  onTakeNewest: ((piece: Piece) => void) | null
  release: ReleaseView
}) {
  const { config } = useConfig()
  const { say } = useWords()
  if (pieces.length === 0) return <p className="imp-empty">{say('releases:no_pieces')}</p>
  const isOut = state === 'published'
  return (
    <table className="imp-table imp-queue">
      <thead>
        <tr>
          <th scope="col">{say('queue:headline')}</th>
          <th scope="col">{say('general:stage')}</th>
          {!isOut && <th scope="col">{say('releases:in_the_way')}</th>}
          {onRemove && <th scope="col">{say('queue:actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) => {
          const title = titleOf(piece, say('general:untitled'), say('releases:gone'))
          return (
            <tr key={`${piece.collection}:${piece.id}`}>
              <th scope="row">
                {piece.stage === null ? (
                  title
                ) : (
                  <Link
                    href={formatAdminURL({
                      adminRoute: config.routes.admin,
                      path: `/collections/${piece.collection}/${piece.id}`,
                    })}
                    prefetch={false}
                  >
                    <bdi>{title}</bdi>
                  </Link>
                )}
                <span className="imp-queue__about imp-quiet">{kinds[piece.collection] ?? piece.collection}</span>
              </th>
              <td data-label={say('general:stage')}>
                {piece.stage && <StageMarks mark={{ stage: piece.stage, live: piece.live }} />}
              </td>
              {!isOut && (
                <td data-label={say('releases:in_the_way')}>
                  <InTheWay piece={piece} />
                  {onTakeNewest && isChanged(piece) && (
                    <button
                      aria-label={say('queue:act_on', { act: say('releases:take_newest'), title })}
                      className="btn btn--style-secondary btn--size-small btn--no-margin"
                      disabled={busy}
                      onClick={() => {
                        onTakeNewest(piece)
                      }}
                      type="button"
                    >
                      {say('releases:take_newest')}
                    </button>
                  )}
                </td>
              )}
              {onRemove && (
                <td className="imp-queue__actions">
                  <button
                    aria-label={say('queue:act_on', { act: say('releases:remove'), title })}
                    className="btn btn--style-secondary btn--size-small btn--no-margin"
                    disabled={busy}
                    onClick={() => {
                      onRemove(piece)
                    }}
                    type="button"
                  >
                    {say('releases:remove')}
                  </button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** That the asker may not publish it themselves stands in nobody else's way. */
function InTheWay({ piece }: { piece: ReleasePieceView }) {
  const { say } = useWords()
  const blockers = piece.blockers.filter(({ code }) => code !== 'forbidden' && code !== 'stale_digest')
  if (piece.stage === null) return <>{say('releases:gone_hint')}</>
  if (blockers.length === 0 && !isChanged(piece)) return <span className="imp-quiet">–</span>
  return (
    <>
      {isChanged(piece) && <p>{say('releases:changed_since')}</p>}
      {blockers.length > 0 && <Reasons blockers={blockers} />}
    </>
  )
}

function isChanged({ digest, newest }: ReleasePieceView): boolean {
  return newest !== null && newest !== digest
}

function titleOf({ stage, title }: ReleasePieceView, untitled: string, gone: string): string {
  return stage === null ? gone : (title ?? untitled)
}
