import type { FlattenedField, PayloadRequest } from 'payload'
import { runtimeOf } from '../runtime/index.ts'
import { labelIn } from './labelIn.ts'

/** What the queue can be narrowed to by one attribute, such as the section. */
export type AttributeChoices = {
  readonly name: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** Choices of one attribute at most. */
const MOST = 100

/** The attributes of the collections whose values can be listed: references and closed lists, each with the words for its values. */
export async function attributeChoices(req: PayloadRequest): Promise<readonly AttributeChoices[]> {
  const fields = new Map<string, FlattenedField>()
  for (const { options, slug } of runtimeOf(req.payload).collections.values()) {
    const own = req.payload.collections[slug]?.config.flattenedFields ?? []
    for (const [name, fieldName] of Object.entries(options.attributes ?? {})) {
      const field = own.find((each) => each.name === fieldName)
      if (field && !fields.has(name)) fields.set(name, field)
    }
  }
  const all = await Promise.all(
    [...fields].map(async ([name, field]) => ({
      name,
      label: labelOf(req, field),
      choices: await choicesOf(req, field),
    })),
  )
  return all.filter(({ choices }) => choices.length > 0)
}

async function choicesOf(req: PayloadRequest, field: FlattenedField): Promise<AttributeChoices['choices']> {
  if (field.type === 'select' || field.type === 'radio') {
    return field.options.map((option) =>
      typeof option === 'string'
        ? { value: option, label: option }
        : { value: option.value, label: labelIn(req, option.label) },
    )
  }
  if (field.type !== 'relationship' || typeof field.relationTo !== 'string') return []
  const title = req.payload.collections[field.relationTo]?.config.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection: field.relationTo,
    depth: 0,
    limit: MOST,
    pagination: false,
    overrideAccess: false,
    select: { [title]: true },
    sort: title,
    req,
  })
  return docs.map((doc) => {
    const name = (doc as unknown as Readonly<Record<string, unknown>>)[title]
    return { value: String(doc.id), label: typeof name === 'string' ? name : String(doc.id) }
  })
}

function labelOf(req: PayloadRequest, field: FlattenedField): string {
  const label = 'label' in field ? field.label : undefined
  return labelIn(req, label) || field.name
}
