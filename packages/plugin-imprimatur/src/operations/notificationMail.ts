import { getLocalI18n, type PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { escaped } from '../domain/difference/index.ts'
import { CLOCK } from '../domain/workflow/index.ts'
import { runtimeOf, type User } from '../runtime/index.ts'
import { peopleOf } from '../store/index.ts'
import { toldSentence, wordsIn, type Words } from '../translations/index.ts'
import type { NotificationView } from './notifications.ts'

/** One thing that somebody was told, in their words. */
type Item = {
  readonly sentence: string
  /** By the newsroom's clock. */
  readonly at: string
  /** The comment or the reason. */
  readonly quoted: string | null
  readonly link: string | null
}

/**
 * A mail about notifications in the language of `user`, as plain text and as HTML of the same words: no picture, nothing that is loaded, and
 * nothing of a piece beyond what `views` has, which was read with the rights of that user.
 */
export async function notificationMail(
  req: PayloadRequest,
  user: User,
  views: readonly NotificationView[],
): Promise<{
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}> {
  const words = await wordsFor(req, user)
  const people = await peopleOf(
    req,
    views.map(({ by }) => by),
  )
  const nameOf = (id: string): string =>
    id === CLOCK.id ? words.say('people:clock') : (people.get(id)?.name ?? words.say('people:somebody'))
  const timeZone = await runtimeOf(req.payload).timeZone(req)
  const clock = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const items = views.map((view): Item => ({
    sentence: toldSentence(view, nameOf(view.by), words.say),
    at: clock.format(new Date(view.at)),
    quoted: view.reason ?? view.comment?.text ?? null,
    link: linkTo(req, view),
  }))
  const account = adminUrl(req, '/account')
  const [only] = items
  return {
    subject: items.length === 1 && only ? only.sentence : words.say('mails:subject', { count: items.length }),
    text: asText(items, account, words),
    html: asHtml(items, account, words),
    // RFC 3834, 5: nothing answers a mail that a machine has written.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

async function wordsFor(req: PayloadRequest, user: User): Promise<Words> {
  const { config } = req.payload
  const wanted = await runtimeOf(req.payload).mailLanguage(req, user)
  const { fallbackLanguage, supportedLanguages } = config.i18n
  const language = Object.keys(supportedLanguages).find((each) => each === wanted) ?? fallbackLanguage
  return wordsIn(await getLocalI18n({ config, language: language as keyof typeof supportedLanguages }))
}

function asText(items: readonly Item[], account: string, { say }: Words): string {
  const parts = items.map(({ at, link, quoted, sentence }) =>
    [
      sentence,
      at,
      ...(quoted === null ? [] : [`    ${quoted.replaceAll('\n', '\n    ')}`]),
      ...(link === null ? [] : [link]),
    ].join('\n'),
  )
  return `${[...parts, `${say('mails:because')}\n${account}`].join('\n\n')}\n`
}

const FONT = 'font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif'

function asHtml(items: readonly Item[], account: string, { locale, say }: Words): string {
  const parts = items.map(({ at, link, quoted, sentence }) =>
    [
      '<li style="margin:0 0 24px">',
      `<p dir="auto" style="margin:0"><strong>${escaped(sentence)}</strong></p>`,
      `<p style="margin:0">${escaped(at)}</p>`,
      quoted === null
        ? ''
        : `<blockquote dir="auto" style="margin:8px 0;padding:0 0 0 12px;border-left:3px solid">${lines(quoted)}</blockquote>`,
      link === null ? '' : `<p style="margin:0"><a href="${escaped(link)}">${escaped(say('mails:open'))}</a></p>`,
      '</li>',
    ].join(''),
  )
  return [
    `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(say('notifications:title'))}</title></head>`,
    `<body style="${escaped(FONT)};margin:0 auto;max-width:600px;padding:16px">`,
    `<ul style="list-style:none;margin:0;padding:0">${parts.join('')}</ul>`,
    `<p style="margin:0">${escaped(say('mails:because'))} <a href="${escaped(account)}">${escaped(say('mails:account'))}</a></p>`,
    '</body></html>',
  ].join('\n')
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}

function linkTo(req: PayloadRequest, { comment, piece, release }: NotificationView): string | null {
  if (release) return adminUrl(req, `/releases/${encodeURIComponent(release.id)}`)
  if (!piece) return null
  const id = encodeURIComponent(piece.id)
  return comment
    ? `${adminUrl(req, `/review/${piece.collection}/${id}`)}#comment-${comment.id}`
    : adminUrl(req, `/collections/${piece.collection}/${id}`)
}

function adminUrl({ payload: { config } }: PayloadRequest, path: `/${string}`): string {
  return formatAdminURL({ adminRoute: config.routes.admin, path, serverURL: config.serverURL })
}
