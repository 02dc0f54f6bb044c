import path from 'node:path'
import { parseArgs } from 'node:util'
import { createLocalReq } from 'payload'
import {
  formatImportError,
  formatPlan,
  formatProgress,
  formatResult,
  ImportError,
  MAX_ARCHIVE_BYTES,
  readPage,
  runImport,
} from '../../importing/index.ts'
import { actingAs } from 'payload-plugin-imprimatur'
import { IMPORT_FORMATS, importPorts, planFile, type ImportFormat } from '../../newsroom/index.ts'
import { withNewsroom } from './withNewsroom.ts'

const USAGE = 'npm run import -- FILE [--as page|wxr|feed] [--dry-run] [--as-new]'

const asked = argumentsOf(process.argv.slice(2))
if (typeof asked === 'string') {
  process.stderr.write(`${asked} Usage: ${USAGE}\n`)
  process.exit(1)
}

await withNewsroom(async (payload) => {
  try {
    const bytes = await readPage(asked.file, undefined, MAX_ARCHIVE_BYTES)
    const ports = importPorts(await createLocalReq({ context: { ...actingAs('import') } }, payload))
    const plan = await planFile(bytes, ports, path.basename(asked.file), {
      as: asked.as,
      asNew: asked.asNew ? 'all' : [],
    })
    process.stdout.write(`${formatPlan(plan)}\n`)
    if (asked.dryRun) return 0
    const result = await runImport(plan, ports, (progress) => {
      process.stdout.write(`${formatProgress(progress)}\n`)
    })
    process.stdout.write(`${formatResult(result)}\n`)
    return result.refused === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    process.stderr.write(`${formatImportError(error)}\n`)
    return 1
  }
})

type Asked = { file: string; as: ImportFormat | undefined; dryRun: boolean; asNew: boolean }

function argumentsOf(given: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'as-new': { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) return 'Name one file.'
    const as = IMPORT_FORMATS.find((format) => format === values.as)
    if (values.as !== undefined && as === undefined)
      return `Import it as ${IMPORT_FORMATS.join(', ')}, not as “${values.as}”.`
    return { file, as, dryRun: values['dry-run'], asNew: values['as-new'] }
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : 'The arguments were not understood.'
  }
}
