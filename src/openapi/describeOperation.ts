import type { QueryableFields } from 'payload-plugin-imprimatur'
import { nameForStaff, type Schema } from './documentSchemas.ts'
import type { Operation } from './operations.ts'
import { parametersOf, type Described } from './parametersOf.ts'

/** An operation and where it is. */
export type Place = {
  readonly path: string
  readonly method: string
  readonly operation: Operation
  readonly tag: string
  /** The collection or global that it is of. */
  readonly of?: string
}

/** The digest of the text that a change is based on, as an entity tag (RFC 9110, 13.1.1). */
const IF_MATCH: Described = { name: 'If-Match', in: 'header', schema: { type: 'string', pattern: '^"[!#-~]*"$' } }

/** One operation, with its parameters and answers. */
export function describeOperation(
  { method, operation, tag, of }: Place,
  path: string,
  queryable: ReadonlyMap<string, QueryableFields>,
  readable: readonly string[],
): Described {
  const { body, refusals = [], status = 200, summary, who } = operation
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const isRead = operation.answer !== undefined && who === 'anybody' && method === 'get'
  return {
    operationId: idOf(method, path),
    tags: [tag],
    summary,
    security: who === 'staff' ? [{ session: [] }] : [{}, { session: [] }, ...(method === 'get' ? [{ key: [] }] : [])],
    parameters: [...named, ...parametersOf(operation, of, queryable), ...(operation.isConditional ? [IF_MATCH] : [])],
    ...(body === undefined ? {} : { requestBody: requestBody(body, method) }),
    responses: {
      [status]: { description: workedAs(operation), content: contentOf(operation, of, readable) },
      ...(isRead ? { 304: { description: 'What the client has is still true.' } } : {}),
      ...Object.fromEntries(refusals.map((each) => [each, refusalAt(each)])),
      default: { $ref: '#/components/responses/Refused' },
    },
  }
}

/** A file comes as a form, with the document as JSON beside it; where it is there already, the document alone will do. */
function requestBody(body: NonNullable<Operation['body']>, method: string): Described {
  const json = (schema: Schema) => ({ 'application/json': { schema } })
  if (body === 'document') return { required: true, content: json({ type: 'object' }) }
  if (body === 'upload') {
    const isNew = method === 'post'
    const properties = {
      file: { type: 'string', contentMediaType: 'application/octet-stream' },
      _payload: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'object' } },
    }
    const form = { type: 'object', properties, ...(isNew ? { required: ['file'] } : {}) }
    const content = { ...(isNew ? {} : json({ type: 'object' })), 'multipart/form-data': { schema: form } }
    return { required: true, content }
  }
  const { closed, members, needs } = body
  const schema = {
    type: 'object',
    properties: members,
    ...(needs && needs.length > 0 ? { required: needs } : {}),
    ...(closed ? { additionalProperties: false } : {}),
  }
  return { required: needs !== undefined, content: json(schema) }
}

function workedAs({ answer, who }: Operation): string {
  if (who !== 'anybody' || (answer !== 'document' && answer !== 'page')) return 'It worked.'
  return `It worked. With a login documents have more fields${answer === 'page' ? ', and there is no `after`' : ''}: the second of the two.`
}

function refusalAt(status: number): Described {
  if (status === 308) {
    const headers = { Location: { schema: { type: 'string' }, description: 'The present address.' } }
    const schema = { type: 'object', required: ['location', 'slug'], properties: membersOf(['location', 'slug']) }
    return { description: 'The slug has moved.', headers, content: { 'application/json': { schema } } }
  }
  return { $ref: `#/components/responses/Refused${String(status)}` }
}

function membersOf(names: readonly string[]): Schema {
  return Object.fromEntries(names.map((name) => [name, true]))
}

function idOf(method: string, path: string): string {
  return `${method}${path.replace(/\W+(\w)?/g, (_, first: string | undefined) => (first ?? '').toUpperCase())}`
}

function contentOf({ answer, who }: Operation, of: string | undefined, readable: readonly string[]): Described {
  const json = (schema: Schema) => ({ 'application/json': { schema } })
  const isOfTwo = of !== undefined && readable.includes(of) && who === 'anybody'
  /** Readers first, then staff. */
  const either = (made: (document: Schema, isForStaff: boolean) => Schema): Schema =>
    isOfTwo
      ? { anyOf: [made(schemaNamed(of), false), made(schemaNamed(nameForStaff(of)), true)] }
      : made({ type: 'object' }, false)
  switch (answer) {
    case 'document':
      return json(either((document) => document))
    case 'page':
      return json(
        either((document, isForStaff) => ({
          allOf: [
            // Of staff's lists there is no next place: theirs are as Payload has them.
            schemaNamed(isForStaff ? 'Log' : 'Page'),
            { type: 'object', properties: { docs: { type: 'array', items: document } } },
          ],
        })),
      )
    case 'log':
      return json(schemaNamed('Log'))
    case 'count':
      return json(schemaNamed('Count'))
    case 'proof':
      return json(schemaNamed('Proof'))
    case 'changes':
      return json(schemaNamed('Changes'))
    case 'events':
      return { 'text/event-stream': { schema: { type: 'string' } } }
    case 'file':
      return { '*/*': {} }
    case 'html':
      return { 'text/html': { schema: { type: 'string' } } }
    case undefined:
      return json({ type: 'object' })
  }
}

function schemaNamed(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` }
}
