import { ERRORS, isErrorCode } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { bodyOf } from '../bodyOf.ts'
import { PASSWORD, STAFF, type TestNewsroom } from '../openNewsroom.ts'
import type { Call } from './attacks.ts'

/** Who attacks: one of each role, one with every role, and nobody. */
export const ATTACKERS = ['anonymous', 'contributor', 'editor', 'reviewer', 'publisher', 'admin', 'everything'] as const
export type Attacker = (typeof ATTACKERS)[number]

export type Sent = {
  readonly status: number
  /** The first code of a refusal; of a GraphQL document that ran, too. Null: it was done. */
  readonly code: string | null
  /** A request for many found none that the asker may write: as good as refused. */
  readonly empty: boolean
  // Tests look into bodies of many shapes; a wrong look is a failed expectation.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
}

/** Sends calls as each of the attackers; adds the one who has every role to the newsroom. */
export async function attackers(newsroom: TestNewsroom) {
  const everything = await newsroom.payload.create({
    collection: 'users',
    data: {
      email: 'everything@imprimatur.example',
      password: PASSWORD,
      name: 'everything',
      roles: ['contributor', 'editor', 'reviewer', 'publisher', 'admin'],
      rights: ['breaking'],
    },
    overrideAccess: true,
  })
  const tokens = new Map<string, string>()
  for (const who of ATTACKERS.filter((each) => each !== 'anonymous')) {
    const { body } = await newsroom.ask('POST', '/api/users/login', {
      body: { email: `${who}@imprimatur.example`, password: PASSWORD },
    })
    tokens.set(who, body.token as string)
  }

  const send = async (who: Attacker, { method, address, body, headers }: Call): Promise<Sent> => {
    const token = tokens.get(who)
    const json = body !== undefined && typeof body !== 'string' && !(body instanceof FormData)
    const response = await fetch(newsroom.url + address, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    })
    const text = await bodyOf(response)
    const parsed = (text.startsWith('{') ? JSON.parse(text) : text) as {
      docs?: unknown
      errors?: readonly { code?: string; extensions?: { code?: string } }[]
    }
    const [first] = parsed.errors ?? []
    const code = first ? (first.extensions?.code ?? first.code ?? 'without a code') : null
    // GraphQL answers 200 when the document ran; what became of it is in the error.
    const status = first?.extensions && isErrorCode(code) ? ERRORS[code].status : response.status
    return { status, code, body: parsed, empty: Array.isArray(parsed.docs) && parsed.docs.length === 0 }
  }
  const userIds: Readonly<Record<string, string>> = { ...newsroom.userIds, everything: String(everything.id) }
  return { send, userIds, staff: STAFF }
}
