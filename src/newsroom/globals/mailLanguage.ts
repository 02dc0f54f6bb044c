import type { PayloadRequest } from 'payload'
import { readNewsroom } from './newsroomSettings.ts'

/** In which language somebody has mails: the one that they chose, or else the first one of the newsroom. */
export async function mailLanguage(
  req: PayloadRequest,
  { mailLanguage: chosen }: { readonly mailLanguage?: unknown },
): Promise<string> {
  if (typeof chosen === 'string' && chosen !== '') return chosen
  const [first] = (await readNewsroom(req)).languages
  return new Intl.Locale(first).language
}
