'use client'

import { Button } from '@payloadcms/ui'
import type { Option, Stage } from '../domain/workflow/index.ts'
import type { ArrangedMoves } from './arrangeMoves.ts'
import { useDesk } from './DeskContext.tsx'
import { Dialog } from './Dialog.tsx'
import { isGrave } from './moveTexts.ts'
import { Reasons } from './Reasons.tsx'

/** Everything that can be done with a piece: what this person may do as buttons, and of the rest, why not. */
export function MovesDialog({
  moves,
  onChoose,
  onClose,
  stage,
}: {
  moves: ArrangedMoves
  onChoose: (move: Option) => void
  onClose: () => void
  stage: string
}) {
  const { stageLabels } = useDesk()
  const { held, leading, otherHands, otherStage, others } = moves
  const allowed = [...(leading ? [leading] : []), ...others]
  return (
    <Dialog onClose={onClose} title="What can be done">
      <p>
        The piece is at “{stage}”.{allowed.length === 0 && ' There is nothing for you to do with it now.'}
      </p>
      {allowed.length > 0 && (
        <section aria-label="You can do this">
          <ul className="imp-moves">
            {allowed.map((move) => (
              <li key={`${move.name} ${move.actsOn}`}>
                <Button
                  buttonStyle={move === leading ? 'primary' : 'secondary'}
                  className={isGrave(move.name) ? 'imp-taking' : ''}
                  margin={false}
                  onClick={() => {
                    onChoose(move)
                  }}
                >
                  {move.label}
                </Button>
                <span className="imp-quiet">{leadsTo(move, stageLabels)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Refused moves={held} title="Not yet" />
      <details className="imp-rest" open={allowed.length + held.length === 0}>
        <summary>Other actions, and why they are not possible</summary>
        <Refused moves={otherStage} title="Not at this stage" />
        <Refused moves={otherHands} title="Not yours to do" />
      </details>
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  )
}

function leadsTo(move: Option, stageLabels: Readonly<Record<Stage, string>>): string {
  if (move.name === 'sign_off' && move.actsOn === 'live') return 'Readers have it already, unreviewed'
  if (move.name === 'fast_track') return 'Goes to readers without a review'
  return move.to === 'in_review' && move.name === 'sign_off'
    ? 'Further sign-offs will be missing'
    : `Leads to “${stageLabels[move.to]}”`
}

function Refused({ moves, title }: { moves: readonly Option[]; title: string }) {
  if (moves.length === 0) return null
  return (
    <section className="imp-refused">
      <h3>{title}</h3>
      <dl>
        {moves.map((move) => (
          <div key={`${move.name} ${move.actsOn}`}>
            <dt>{move.label}</dt>
            <dd>
              <Reasons blockers={move.blockers} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
