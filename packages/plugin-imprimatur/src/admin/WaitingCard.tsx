import { Link } from '@payloadcms/ui'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { reviewQueue } from '../operations/index.ts'
import { ageInWords } from './ageInWords.ts'
import { reviewAddress } from './reviewAddress.ts'

/** Pieces that the card names. */
const NAMED = 4

/** On the dashboard: how much waits for a review, the way there, and what has waited longest. */
export async function WaitingCard({ payload, user }: { payload: Payload; user?: TypedUser }) {
  if (!user) return null
  const { docs, totalDocs } = await reviewQueue(await createLocalReq({ user }, payload), { limit: '25' })
  const admin = payload.config.routes.admin
  const first = docs.filter((entry) => entry.stage === 'in_review' || entry.unreviewedFor !== null).slice(0, NAMED)
  return (
    <nav aria-label="Work that waits">
      <Link className="imp-card" href={formatAdminURL({ adminRoute: admin, path: '/review-queue' })} prefetch={false}>
        <span className="imp-card__count">{totalDocs}</span>
        <span className="imp-card__text">
          <strong>Review queue</strong>
          {waiting(totalDocs)}
        </span>
      </Link>
      {first.length > 0 && (
        <ul className="imp-waiting-list">
          {first.map((entry) => (
            <li key={`${entry.collection}:${entry.id}`}>
              <Link href={reviewAddress(admin, entry, entry.stage !== 'in_review')} prefetch={false}>
                {entry.headline ?? 'Without a title'}
              </Link>
              <span className="imp-quiet"> has waited {ageInWords(entry.unreviewedFor ?? entry.age)}</span>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

function waiting(count: number): string {
  if (count === 0) return 'Nothing waits for a review'
  return count === 1 ? '1 piece waits for a review' : `${count} pieces wait for a review`
}
