'use client'

import { Button } from '@payloadcms/ui'
import type { Blocker, Option, Stage } from '../domain/workflow/index.ts'
import type { Say } from '../translations/index.ts'
import type { ArrangedMoves } from './arrangeMoves.ts'
import { Dialog } from './Dialog.tsx'
import { isGrave, nameOfMove } from './moveTexts.ts'
import { Reasons } from './Reasons.tsx'
import { useWords } from './useWords.ts'

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
  stage: Stage
}) {
  const { say } = useWords()
  const { held, leading, otherHands, otherStage, others } = moves
  const allowed = [...(leading ? [leading] : []), ...others]
  return (
    <Dialog onClose={onClose} title={say('actions:title')}>
      <p>
        {say('actions:at_stage', { stage: say(`stages:${stage}`) })}
        {allowed.length === 0 && ` ${say('actions:nothing')}`}
      </p>
      {allowed.length > 0 && (
        <section aria-label={say('actions:allowed')}>
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
                  {say(nameOfMove(move))}
                </Button>
                <span className="imp-quiet">{leadsTo(move, say)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Refused moves={held} title={say('actions:held')} />
      <details className="imp-rest" open={allowed.length + held.length === 0}>
        <summary>{say('actions:others')}</summary>
        <Refused moves={otherStage} title={say('actions:other_stage')} />
        <Refused moves={otherHands} title={say('actions:other_people')} />
      </details>
      <div className="imp-dialog__controls">
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {say('general:close')}
        </Button>
      </div>
    </Dialog>
  )
}

function leadsTo(move: Option, say: Say): string {
  if (move.name === 'sign_off' && move.actsOn === 'live') return say('actions:public_already')
  if (move.name === 'fast_track') return say('actions:without_review')
  return move.to === 'in_review' && move.name === 'sign_off'
    ? say('actions:further_sign_offs')
    : say('actions:leads_to', { stage: say(`stages:${move.to}`) })
}

/** The sentence about a missing right names its move, which stands above it here. */
function withoutMove(blocker: Blocker): Blocker {
  return blocker.code === 'forbidden' ? { ...blocker, message: 'You do not have the right to do this.' } : blocker
}

/** Moves that the same stands in the way of, so that it is said once. */
function alikeIn(moves: readonly Option[]): readonly (readonly Option[])[] {
  const groups = new Map<string, Option[]>()
  for (const move of moves) {
    const blockers = move.blockers.map(withoutMove)
    const said = JSON.stringify(blockers.map(({ hint, message }) => [message, hint]))
    groups.set(said, [...(groups.get(said) ?? []), { ...move, blockers }])
  }
  return [...groups.values()]
}

function Refused({ moves, title }: { moves: readonly Option[]; title: string }) {
  const { say } = useWords()
  if (moves.length === 0) return null
  return (
    <section className="imp-refused">
      <h3>{title}</h3>
      <dl>
        {alikeIn(moves).map((alike) => (
          <div key={alike.map((move) => `${move.name} ${move.actsOn}`).join()}>
            {alike.map((move) => (
              <dt key={`${move.name} ${move.actsOn}`}>{say(nameOfMove(move))}</dt>
            ))}
            <dd>
              <Reasons blockers={alike[0]?.blockers ?? []} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
