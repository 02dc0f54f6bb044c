import type { PayloadRequest } from 'payload'
import { remembered } from 'payload-plugin-imprimatur'
import type { StyleRule } from 'payload-plugin-imprimatur/style'

/** Slug of the collection. */
export const STYLE_RULES = 'style-rules'

type Stored = Readonly<Record<string, unknown>> & { readonly id: string }

/** All rules of the house style, the oldest first, read once in a transaction. */
export function readStyleRules(req: PayloadRequest): Promise<readonly StyleRule[]> {
  return remembered(req, 'rules of style', [`documents:${STYLE_RULES}`], async () => {
    const { docs } = await req.payload.db.find<Stored>({
      collection: STYLE_RULES,
      sort: ['createdAt', 'id'],
      pagination: false,
      limit: 0,
      req,
    })
    return docs.map(ruleOf)
  })
}

function ruleOf({ advice, id, language, matchCase, pattern, severity, wholeWords }: Stored): StyleRule {
  return {
    id,
    pattern: typeof pattern === 'string' ? pattern : '',
    advice: typeof advice === 'string' ? advice : '',
    severity: severity === 'blocks' ? 'blocks' : 'advice',
    language: typeof language === 'string' ? language : '',
    wholeWords: wholeWords !== false,
    matchCase: matchCase === true,
  }
}
