import type { PayloadRequest } from 'payload'
import { passagesOf } from '../domain/comments/index.ts'
import type { JsonObject } from '../domain/content/index.ts'
import { findStyle, styleFindings, type StyleMatch } from '../domain/style/index.ts'
import type { Finding } from '../domain/workflow/index.ts'
import { runtimeOf, type WorkflowCollection } from '../runtime/index.ts'
import { styleExceptionsOn } from '../store/index.ts'
import type { Revision } from '../transaction/index.ts'

/** Where a revision does not keep to the house style of today; nothing in a collection that is not under it. */
export async function styleMatchesOf(
  req: PayloadRequest,
  { options: { style } }: WorkflowCollection,
  { canonical, doc }: Revision,
): Promise<readonly StyleMatch[]> {
  if (!style) return []
  const rules = await runtimeOf(req.payload).styleRules(req)
  if (rules.length === 0) return []
  const content = JSON.parse(canonical) as JsonObject
  const texts = Object.fromEntries(
    style.fields.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]]])),
  )
  const language = style.language === undefined ? undefined : doc[style.language]
  return findStyle(passagesOf(texts), rules, typeof language === 'string' ? language : null)
}

/** The same as findings of a gate, without what somebody let stand. */
export async function styleFindingsOf(
  req: PayloadRequest,
  collection: WorkflowCollection,
  piece: string,
  revision: Revision,
): Promise<readonly Finding[]> {
  const matches = await styleMatchesOf(req, collection, revision)
  return matches.length === 0 ? [] : styleFindings(matches, await styleExceptionsOn(req, piece, revision.digest))
}
