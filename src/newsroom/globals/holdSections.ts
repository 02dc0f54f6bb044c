import { ValidationError, type GlobalBeforeChangeHook } from 'payload'
import { idOf, record } from 'payload-plugin-imprimatur/content'
import { sectionsAmong } from './newsroomPolicy.ts'

/**
 * Refuses reviews for sections that are not there. Those that are there are written to, so that of a review for a section
 * and the deletion of that section at the same moment one fails: MongoDB would take both, as each writes another
 * document.
 *
 * @throws ValidationError on the field that names the section.
 */
export const holdSections: GlobalBeforeChangeHook = async ({ data, global, req }) => {
  const reviews = record(record(data).workflow).reviews
  const named = (Array.isArray(reviews) ? reviews : []).map((review) => {
    const { sections } = record(review)
    return (Array.isArray(sections) ? sections : []).flatMap((each) => idOf(each) ?? (each as string))
  })
  const known = await sectionsAmong(req, named.flat())
  const errors = named.flatMap((ids, at) =>
    ids.every((id) => known.has(id))
      ? []
      : [
          {
            path: `workflow.reviews.${String(at)}.sections`,
            message: 'One of these sections is not there any more. Choose again.',
          },
        ],
  )
  if (errors.length > 0) throw new ValidationError({ errors, global: global.slug, req })
  for (const id of known) {
    const updatedAt = new Date().toISOString()
    await req.payload.db.updateOne({ collection: 'sections', id, data: { updatedAt }, req, returning: false })
  }
  return data as unknown
}
