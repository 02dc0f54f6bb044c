import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { formatPlan, formatResult, ImportError, parsePage, planImport, runImport } from '../../importing/index.ts'
import { mayWrite } from '../../workflow/index.ts'
import { coded } from '../errors/CodedError.ts'
import { staffOf } from '../plugin/people.ts'
import { importPorts } from './importPorts.ts'

/**
 * `POST /api/import` `{ text, file? }`: with `?dryRun=true` the plan alone, otherwise makes the drafts in the name of
 * the asker. For those who may write pieces.
 */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!mayWrite(staffOf(req), undefined)) throw coded('forbidden')
    await addDataAndFileToRequest(req)
    const { text, file = 'pasted text' } = (req.data ?? {}) as { text?: unknown; file?: unknown }
    if (typeof text !== 'string') throw coded('invalid_value', { field: 'text', message: 'Send the text of the page.' })
    if (typeof file !== 'string')
      throw coded('invalid_value', { field: 'file', message: 'The name of the file is text.' })
    return answer(req, text, file)
  },
}

async function answer(req: PayloadRequest, text: string, file: string): Promise<Response> {
  try {
    const ports = importPorts(req)
    const plan = await planImport(parsePage(new TextEncoder().encode(text)), ports, file)
    if (req.query.dryRun === 'true') return Response.json({ plan, planText: formatPlan(plan) })
    const result = await runImport(plan, ports)
    return Response.json({ result, resultText: formatResult(result) })
  } catch (error) {
    if (error instanceof ImportError) {
      throw coded(error.code, {
        message: error.message,
        hint: error.hint,
        ...(error.line === undefined ? {} : { line: error.line }),
      })
    }
    throw error
  }
}
