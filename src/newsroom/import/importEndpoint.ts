import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { formatPlan, formatResult, ImportError, runImport } from '../../importing/index.ts'
import { mayWrite } from 'payload-plugin-imprimatur/workflow'
import { coded, isLostRace, isPassing, refuseCondition, requireStaff } from 'payload-plugin-imprimatur'
import { importPorts } from './importPorts.ts'
import { IMPORT_FORMATS, planFile, type ImportFormat } from './planFile.ts'

/**
 * `POST /api/import` `{ text, file?, as?, asNew? }`: with `?dryRun=true` the plan alone, otherwise makes the drafts in the name
 * of the asker. `as` is what the text is; left out, it is found. `asNew` holds the `titleKey` of each planned piece that is another one than what was imported under its title
 * before. For those who may write pieces.
 */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!mayWrite(requireStaff(req), undefined)) throw coded('forbidden')
    await addDataAndFileToRequest(req)
    refuseCondition(req, req.data)
    const dryRun = dryRunOf(req)
    const { text, file = 'pasted text', as, asNew = [] } = (req.data ?? {}) as Readonly<Record<string, unknown>>
    if (typeof text !== 'string') throw coded('invalid_value', { field: 'text', message: 'Send the text of the page.' })
    if (typeof file !== 'string')
      throw coded('invalid_value', { field: 'file', message: 'The name of the file is text.' })
    if (as !== undefined && !isFormat(as))
      throw coded('invalid_value', { field: 'as', message: `Import it as ${IMPORT_FORMATS.join(', ')}.` })
    if (!Array.isArray(asNew) || !asNew.every((key) => typeof key === 'string'))
      throw coded('invalid_value', { field: 'asNew', message: 'Give the keys of the pieces as a list.' })
    return answer(req, text, file, { as, asNew }, dryRun)
  },
}

/** What is neither is refused: whoever wanted a plan would get drafts. */
export function dryRunOf({ query }: Pick<PayloadRequest, 'query'>): boolean {
  const { dryRun = 'false' } = query
  if (dryRun === 'true' || dryRun === 'false') return dryRun === 'true'
  throw coded('invalid_value', { field: 'dryRun', message: 'dryRun is true or false.' })
}

function isFormat(as: unknown): as is ImportFormat {
  return (IMPORT_FORMATS as readonly unknown[]).includes(as)
}

async function answer(
  req: PayloadRequest,
  text: string,
  file: string,
  how: Parameters<typeof planFile>[3],
  dryRun: boolean,
): Promise<Response> {
  try {
    const ports = importPorts(req)
    const plan = await planFile(new TextEncoder().encode(text), ports, file, how)
    if (dryRun) return Response.json({ plan, planText: formatPlan(plan) })
    const result = await runImport(plan, ports)
    return Response.json({ result, resultText: formatResult(result) })
  } catch (error) {
    if (error instanceof ImportError) {
      // A lost race has the request done again by whoever answers it, and what was made is found then.
      if (isLostRace(error.cause)) throw error.cause
      if (isPassing(error.cause)) throw coded('busy', { message: error.message, hint: error.hint })
      throw coded(error.code, {
        message: error.message,
        hint: error.hint,
        ...(error.line === undefined ? {} : { line: error.line }),
      })
    }
    throw error
  }
}
