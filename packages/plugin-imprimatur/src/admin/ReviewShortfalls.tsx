import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { inWords, reviewShortfalls } from '../operations/index.ts'

/** On the dashboard: reviews that too few people could give, so that nothing that needs one goes out. */
export async function ReviewShortfalls({ payload, user }: { payload: Payload; user?: TypedUser }) {
  if (!user) return null
  const shortfalls = await reviewShortfalls(await createLocalReq({ user }, payload))
  if (shortfalls.length === 0) return null
  return (
    <section aria-label="Reviews that cannot be given" className="imp-note imp-note--warning">
      {shortfalls.map((each) => (
        <p key={each.review}>{inWords(each)}</p>
      ))}
      <p>
        Pieces that need such a review cannot go out. An administrator can give somebody the role, or change the review.
      </p>
    </section>
  )
}
