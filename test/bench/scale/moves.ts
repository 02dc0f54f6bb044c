import { textToLexical } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'
import { PASSWORD } from '../../helpers/openNewsroom.ts'
import { randomFrom, RandomTexts } from './randomTexts.ts'

export const STEPS = ['create', 'save', 'submit', 'sign-off', 'publish'] as const
export type Step = (typeof STEPS)[number]

const SEED = 11
const WORDS = 450

/** A token of somebody of the newsroom. */
export async function tokenOf(url: string, who: string): Promise<string> {
  const { token } = await asked(url, 'POST', '/api/users/login', undefined, {
    email: `${who}@imprimatur.example`,
    password: PASSWORD,
  })
  return String(token)
}

/** Takes a new article through to readers, each step of it within `timed`. */
export async function publishOne(
  url: string,
  tokens: Readonly<Record<'editor' | 'publisher' | 'reviewer', string>>,
  { nth, section, author, topic }: { nth: number; section: string; author: string; topic: string },
  timed: <T>(step: Step, act: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const texts = new RandomTexts(randomFrom(SEED + nth), 1_000)
  const body = textToLexical(texts.paragraphs(WORDS))
  const { doc } = await timed('create', () =>
    asked(url, 'POST', '/api/articles', tokens.editor, {
      headline: texts.line(7),
      standfirst: `${texts.line(18)}.`,
      kicker: 'Trade',
      genre: 'report',
      language: 'en',
      body,
      section,
      topics: [topic],
      credits: [{ author, role: 'author' }],
    }),
  )
  const { id } = doc as { id: string }
  const headline = texts.line(8)
  await timed('save', () =>
    asked(url, 'PATCH', `/api/articles/${id}`, tokens.editor, {
      headline,
      body: textToLexical(texts.paragraphs(WORDS)),
    }),
  )
  const { digest } = await asked(url, 'GET', `/api/articles/${id}/transitions`, tokens.editor)
  const move = (transition: string, token: string) => () =>
    asked(url, 'POST', `/api/articles/${id}/transitions`, token, { transition, digest })
  await timed('submit', move('submit', tokens.editor))
  await timed('sign-off', move('sign_off', tokens.reviewer))
  await timed('publish', move('publish', tokens.publisher))
}

/** @throws Error with an answer that says no */
export async function asked(
  url: string,
  method: string,
  address: string,
  token?: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(url + address, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${address}: ${String(response.status)} ${text}`)
  return JSON.parse(text) as Record<string, unknown>
}
