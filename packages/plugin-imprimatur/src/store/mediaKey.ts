import type { Payload } from 'payload'
import { isNumbered } from '../hardening/adapter/index.ts'

/**
 * By what name a media document stands in what is signed off, and in the dossiers of those who show it: its id, or `collection:id` where documents
 * are numbered and those of two collections may have the same number.
 */
export function mediaKey(payload: Payload, collection: string, id: number | string): string {
  return isNumbered(payload, collection) ? `${collection}:${String(id)}` : String(id)
}

/** Which of the media documents with these names are of the collection, by their ids as texts. */
export function idsOfMedia(payload: Payload, collection: string, keys: readonly string[]): readonly string[] {
  if (!isNumbered(payload, collection)) return keys
  const prefix = `${collection}:`
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
}
