import { expect } from 'vitest'
import type { Answer, Staff, TestNewsroom } from './openNewsroom.ts'

/** Lexical's JSON for paragraphs of plain text, as its editor saves it. */
export function aText(...paragraphs: readonly string[]) {
  const element = { version: 1, direction: null, format: '', indent: 0 }
  return {
    root: {
      ...element,
      type: 'root',
      children: paragraphs.map((text) => ({
        ...element,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
      })),
    },
  }
}

/** Makes and moves pieces over REST as people do. */
export function pieces(newsroom: Pick<TestNewsroom, 'ask'>) {
  let made = 0

  const create = async (collection: string, body: object, as: Staff): Promise<string> => {
    const answer = await newsroom.ask('POST', `/api/${collection}`, { as, body })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return String(answer.body.doc.id)
  }

  const anAuthor = (more: object = {}, as: Staff = 'editor') =>
    create(
      'authors',
      { displayName: `Author ${String(++made)}`, biography: aText('A life.'), shortBio: 'A life.', ...more },
      as,
    )

  const transitions = async (collection: string, id: string, as: Staff) =>
    (await newsroom.ask('GET', `/api/${collection}/${id}/transitions`, { as })).body

  /** Makes one move with the digest that stands now. */
  const move = async (
    collection: string,
    id: string,
    transition: string,
    as: Staff,
    more: object = {},
  ): Promise<Answer> => {
    const { digest, live } = await transitions(collection, id, as)
    const about = ['withdraw', 'retract'].includes(transition) ? live : digest
    return newsroom.ask('POST', `/api/${collection}/${id}/transitions`, {
      as,
      body: { transition, digest: about, ...more },
    })
  }

  const moved = async (collection: string, id: string, transition: string, as: Staff, more: object = {}) => {
    const answer = await move(collection, id, transition, as, more)
    expect(answer.status, `${transition}: ${JSON.stringify(answer.body)}`).toBe(200)
    return answer.body
  }

  const approved = async (collection: string, id: string) => {
    await moved(collection, id, 'submit', 'editor')
    await moved(collection, id, 'sign_off', 'reviewer')
    return id
  }

  const published = async (collection: string, id: string) => {
    await approved(collection, id)
    await moved(collection, id, 'publish', 'publisher')
    return id
  }

  /** An author whom readers know: what articles need to go out. */
  let author: Promise<string> | undefined
  const publicAuthor = () => (author ??= anAuthor().then((id) => published('authors', id)))

  const anArticle = async (more: object = {}, as: Staff = 'editor') =>
    create(
      'articles',
      {
        headline: `Headline ${String(++made)}`,
        body: aText(`The text of article ${String(made)}.`),
        credits: [{ author: await publicAuthor(), role: 'author' }],
        ...more,
      },
      as,
    )

  const save = (
    collection: string,
    id: string,
    body: object,
    as: Staff = 'editor',
    headers: Record<string, string> = {},
  ) => newsroom.ask('PATCH', `/api/${collection}/${id}`, { as, body, headers })

  const dossier = async (collection: string, id: string, as: Staff = 'editor') =>
    (await newsroom.ask('GET', `/api/${collection}/${id}/dossier`, { as })).body

  const events = async (collection: string, id: string, as: Staff = 'editor'): Promise<string[]> =>
    (await newsroom.ask('GET', `/api/${collection}/${id}/events`, { as })).body.docs.map(
      (each: { transition: string }) => each.transition,
    )

  return { anAuthor, anArticle, publicAuthor, approved, published, move, moved, save, dossier, events, transitions }
}

/** The codes of an answer's errors, blockers included. */
export function codesOf(answer: Answer): string[] {
  type Coded = { code: string; blockers?: { code: string }[] }
  const errors: (Coded & { extensions?: Coded })[] = answer.body?.errors ?? []
  const coded = errors.map((each): Coded => each.extensions ?? each)
  return [...new Set(coded.flatMap((each) => [each.code, ...(each.blockers ?? []).map((blocker) => blocker.code)]))]
}
