import type { NotificationPage } from '../operations/index.ts'

/**
 * What “all read” is about: what is listed, and not what somebody is told meanwhile. Where more is unread than the list has, it is all there
 * is.
 *
 * @returns ids
 */
export function unreadIn({
  docs,
  unread,
}: {
  readonly docs: readonly Pick<NotificationPage['docs'][number], 'id' | 'readAt'>[]
  readonly unread: number
}): readonly string[] | 'all' {
  const ids = docs.flatMap(({ id, readAt }) => (readAt === null ? [id] : []))
  return ids.length === unread ? ids : 'all'
}
