import path from 'node:path'
import { parseArgs } from 'node:util'
import { createLocalReq } from 'payload'
import {
  formatImportError,
  formatPlan,
  formatProgress,
  formatResult,
  ImportError,
  parsePage,
  planImport,
  readPage,
  runImport,
} from '../../importing/index.ts'
import { actingAs } from 'payload-plugin-imprimatur'
import { importPorts } from '../../newsroom/index.ts'
import { withNewsroom } from './withNewsroom.ts'

const USAGE = 'npm run import -- FILE [--as page] [--dry-run] [--as-new]'

const asked = argumentsOf(process.argv.slice(2))
if (typeof asked === 'string') {
  process.stderr.write(`${asked} Usage: ${USAGE}\n`)
  process.exit(1)
}

await withNewsroom(async (payload) => {
  try {
    const parsed = parsePage(await readPage(asked.file))
    const ports = importPorts(await createLocalReq({ context: { ...actingAs('import') } }, payload))
    const plan = await planImport(parsed, ports, path.basename(asked.file), {
      asNew: asked.asNew ? 'all' : [],
    })
    process.stdout.write(`${formatPlan(plan)}\n`)
    if (asked.dryRun) return 0
    const result = await runImport(plan, ports, (progress) => {
      process.stdout.write(`${formatProgress(progress)}\n`)
    })
    process.stdout.write(`${formatResult(result)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${formatImportError(error)}\n`)
    return 1
  }
})

function argumentsOf(given: string[]): { file: string; dryRun: boolean; asNew: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'page' },
        'dry-run': { type: 'boolean', default: false },
        'as-new': { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) return 'Name one file.'
    if (values.as !== 'page') return `Only pages of text can be imported so far, not “${values.as}”.`
    return { file, dryRun: values['dry-run'], asNew: values['as-new'] }
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : 'The arguments were not understood.'
  }
}
