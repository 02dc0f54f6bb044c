import { PASSWORD, type Answer, type TestNewsroom } from './openNewsroom.ts'
import { sessionOf } from './sessionOf.ts'

export type Colleague = {
  readonly id: string
  readonly ask: (method: string, address: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
}

let hired = 0

/** Somebody further who works here, made as the console makes people, with a session of their own. */
export async function hire(
  newsroom: TestNewsroom,
  person: { roles: readonly string[]; rights?: readonly string[]; author?: string; name?: string },
): Promise<Colleague> {
  const email = `colleague${String(++hired)}@imprimatur.example`
  const { id } = await newsroom.payload.create({
    collection: 'users',
    data: { name: `Colleague ${String(hired)}`, ...person, email, password: PASSWORD },
    overrideAccess: true,
  })
  const authorization = `JWT ${await sessionOf(newsroom.payload, 'users', id)}`
  return {
    id: String(id),
    ask: (method, address, body, headers) =>
      newsroom.ask(method, address, {
        headers: { authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  }
}
