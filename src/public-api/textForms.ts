import { GraphQLEnumType, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLSchema } from 'graphql'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { record } from 'payload-plugin-imprimatur/content'
import { updatesOf } from 'payload-plugin-imprimatur/server'
import { BODY_FORMS, inForm, textFieldOf, type BodyForm } from '../newsroom/bodyForms/index.ts'

type Source = Readonly<Record<string, unknown>>
type Arguments = { readonly form: Exclude<BodyForm, 'lexical'> }

/**
 * Adds `bodyAs(form: HTML)` and `biographyAs(form: HTML)` beside the texts of documents: the same forms that REST has by `?body=`. To be
 * called when the schema has its guards; the one argument takes what its type has.
 */
export function textForms(schema: GraphQLSchema, payload: Payload): void {
  const forms = BODY_FORMS.filter((form) => form !== 'lexical')
  const values = Object.fromEntries(forms.map((form) => [form.toUpperCase(), { value: form }]))
  const type = new GraphQLEnumType({ name: 'TextForm', values })
  schema.getTypeMap()[type.name] = type
  for (const [update, collection] of updatesOf(payload.config)) {
    const name = textFieldOf(collection)
    const document = schema.getType(update.replace(/^update/, ''))
    if (name === undefined || !(document instanceof GraphQLObjectType)) continue
    // Made by a type of its own, so that it has all that a field of a finished schema has.
    const made = new GraphQLObjectType<Source, { readonly req: PayloadRequest }>({
      name: 'TextForms',
      fields: {
        [`${name}As`]: {
          type: GraphQLString,
          args: { form: { type: new GraphQLNonNull(type) } },
          // By it Payload's `select: true` (3.90) reads the text, of the revision that is asked for.
          extensions: { field: { name } },
          resolve: async (source, args, { req }) => {
            const { form } = args as Arguments
            const state = source[name] ?? (await stateOf(req, collection, source.id, name))
            return typeof state === 'object' && state !== null ? inForm(req, state, form) : null
          },
        },
      },
    })
    Object.assign(document.getFields(), made.getFields())
  }
}

/** The text of a document that was read without it. */
async function stateOf(req: PayloadRequest, collection: CollectionSlug, id: unknown, name: string): Promise<unknown> {
  if (typeof id !== 'string' && typeof id !== 'number') return null
  const asked = {
    id,
    depth: 0,
    disableErrors: true,
    draft: false,
    overrideAccess: false,
    req,
    select: { [name]: true as const },
  }
  return record(await req.payload.findByID({ collection, ...asked }))[name]
}
