import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { formatPlan, formatResult, ImportError, parsePage, planImport, runImport } from '../../importing/index.ts'
import { mayWrite } from 'payload-plugin-imprimatur/workflow'
import { coded, refuseCondition, requireStaff } from 'payload-plugin-imprimatur'
import { importPorts } from './importPorts.ts'

/**
 * `POST /api/import` `{ text, file?, asNew? }`: with `?dryRun=true` the plan alone, otherwise makes the drafts in the name
 * of the asker. `asNew` holds the `titleKey` of each planned piece that is another one than what was imported under its title
 * before. For those who may write pieces.
 */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!mayWrite(requireStaff(req), undefined)) throw coded('forbidden')
    await addDataAndFileToRequest(req)
    refuseCondition(req, req.data)
    const { text, file = 'pasted text', asNew = [] } = (req.data ?? {}) as Readonly<Record<string, unknown>>
    if (typeof text !== 'string') throw coded('invalid_value', { field: 'text', message: 'Send the text of the page.' })
    if (typeof file !== 'string')
      throw coded('invalid_value', { field: 'file', message: 'The name of the file is text.' })
    if (!Array.isArray(asNew) || !asNew.every((key) => typeof key === 'string'))
      throw coded('invalid_value', { field: 'asNew', message: 'Give the keys of the pieces as a list.' })
    return answer(req, text, file, asNew)
  },
}

async function answer(req: PayloadRequest, text: string, file: string, asNew: readonly string[]): Promise<Response> {
  try {
    const ports = importPorts(req)
    const plan = await planImport(parsePage(new TextEncoder().encode(text)), ports, file, { asNew })
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
