import type { GraphQLSchema } from 'graphql'
import type { Payload, PayloadRequest } from 'payload'
import { idOf } from 'payload-plugin-imprimatur/content'
import { updatesOf } from 'payload-plugin-imprimatur/server'
import { picturesOf } from '../newsroom/media/index.ts'

/** Has mutations that move the focal point of a picture render it before their transaction begins. No file comes in this way. */
export function takePictures(schema: GraphQLSchema, payload: Payload): void {
  const { collections, take } = picturesOf(payload)
  const mutations = schema.getMutationType()?.getFields() ?? {}
  for (const [name, slug] of updatesOf(payload.config)) {
    const field = mutations[name]
    const collection = payload.collections[slug]?.config
    const resolve = field?.resolve
    if (!resolve || !collection || !collections.includes(slug)) continue
    field.resolve = (source, args: { id?: unknown; data?: unknown }, context: { req: PayloadRequest }, info) => {
      const { req } = context
      const { data } = args
      const asked = {
        collection,
        operation: 'update',
        id: idOf(args.id),
        data,
        file: undefined,
        overrideAccess: false,
        req,
      } as const
      return take(asked, (file) => {
        if (file) req.file = file
        return Promise.resolve(resolve(source, args, context, info))
      })
    }
  }
}
