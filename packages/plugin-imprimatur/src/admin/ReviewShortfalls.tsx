import type { I18nServer } from '@payloadcms/translations'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import type { Shortfall } from '../domain/workflow/index.ts'
import { reviewShortfalls } from '../operations/index.ts'
import { isStaff } from '../store/index.ts'
import { wordsIn, type Words } from '../translations/index.ts'
import { eitherRole } from './eventSentence.ts'
import { loaded } from './loaded.ts'
import { NotLoaded } from './NotLoaded.tsx'

/** On the dashboard: reviews that too few people could give, so that nothing that needs one goes out. */
export async function ReviewShortfalls({
  i18n,
  payload,
  user,
}: {
  i18n: I18nServer
  payload: Payload
  user?: TypedUser
}) {
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  if (!isStaff(req)) return null
  const words = wordsIn(i18n)
  const seen = await loaded(payload, () => reviewShortfalls(req))
  if (!('found' in seen)) return <NotLoaded code={seen.code} what={words.say('loading:shortfalls')} />
  const shortfalls = seen.found
  if (shortfalls.length === 0) return null
  return (
    <section aria-label={words.say('dashboard:shortfalls')} className="imp-note imp-note--warning">
      {shortfalls.map((each) => (
        <p key={each.review}>{inWords(each, words)}</p>
      ))}
      <p>{words.say('dashboard:shortfalls_mean')}</p>
    </section>
  )
}

function inWords({ able, needed, review, roles }: Shortfall, words: Words): string {
  const { say } = words
  return say('dashboard:shortfall', {
    review,
    asked: say('people:number', { count: needed }),
    roles: eitherRole(roles, words),
    there: able === 0 ? say('people:nobody') : say('people:only', { count: able }),
  })
}
