import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { coded, inTransaction, refuseCondition, requireStaff } from 'payload-plugin-imprimatur'
import { STYLE_LIMITS } from 'payload-plugin-imprimatur/style'
import { anyOfRoles } from '../../accounts/index.ts'
import { dryRunOf } from '../import/index.ts'
import { readRuleList, type PlannedRule } from './readRuleList.ts'
import { readStyleRules, STYLE_RULES } from './readStyleRules.ts'

/** Longest list, in UTF-16 units: as many rules as are kept, at their longest. */
const MOST = STYLE_LIMITS.rules * (STYLE_LIMITS.pattern + STYLE_LIMITS.advice + 50)

/**
 * `POST /api/style-rules/import` `{ text }` → `{ rows, made }`: makes the rules of a list that are new, all in one transaction, and leaves out what
 * is refused. With `?dryRun=true` nothing is made. For those who keep the rules.
 */
export const importRulesEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    requireStaff(req)
    if (!keepsRules({ req })) throw coded('forbidden')
    await addDataAndFileToRequest(req)
    refuseCondition(req, req.data)
    const dryRun = dryRunOf(req)
    const { text } = (req.data ?? {}) as Readonly<Record<string, unknown>>
    if (typeof text !== 'string' || text.trim() === '')
      throw coded('invalid_value', { field: 'text', message: 'Paste the list as text.' })
    if (text.length > MOST) throw coded('too_large', { field: 'text' })
    return Response.json(await inTransaction(req, () => imported(req, text, dryRun)))
  },
}

/** Who keeps the rules. */
export const keepsRules = anyOfRoles('editor', 'admin')

async function imported(
  req: PayloadRequest,
  text: string,
  dryRun: boolean,
): Promise<{ readonly rows: readonly PlannedRule[]; readonly made: number }> {
  const known = await readStyleRules(req)
  const rows = readRuleList(text, known)
  const fresh = rows.filter(({ outcome }) => outcome === 'new')
  if (known.length + fresh.length > STYLE_LIMITS.rules) throw coded('style_rules_full')
  if (dryRun) return { rows, made: 0 }
  for (const { advice, language, matchCase, pattern, severity, wholeWords } of fresh)
    await req.payload.create({
      collection: STYLE_RULES,
      data: { pattern, advice, severity, language, wholeWords, matchCase },
      depth: 0,
      overrideAccess: false,
      req,
    })
  return { rows, made: fresh.length }
}
