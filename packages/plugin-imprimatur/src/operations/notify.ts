import type { PayloadRequest } from 'payload'
import type { NotificationKind } from '../domain/notifications/index.ts'
import { findDossier, writeNotifications } from '../store/index.ts'

/**
 * Tells people of something that was done with a piece, in the transaction of `req`. Nobody is told of what they did themselves, or of a
 * piece that they may not see.
 *
 * @param note `to` are ids of users, `actor` is whoever did it
 */
export async function notify(
  req: PayloadRequest,
  note: {
    readonly kind: NotificationKind
    readonly piece: { readonly collection: string; readonly id: string }
    readonly to: readonly string[]
    readonly actor: string
  },
): Promise<void> {
  const { piece, ...told } = note
  const row = await findDossier(req, piece.collection, piece.id)
  if (row) await writeNotifications(req, row.state, told)
}
