import { audit, sayProgress } from 'payload-plugin-imprimatur'
import { keepAudit } from '../../newsroom/index.ts'
import { withNewsroom } from './withNewsroom.ts'

await withNewsroom(async (payload) => {
  const report = await audit(
    payload,
    sayProgress((line) => process.stderr.write(`${line}\n`)),
  )
  for (const { piece, title, fault } of report.offences) {
    process.stdout.write(`${piece}${title ? ` “${title}”` : ''}: ${fault}\n`)
  }
  const looked = `${String(report.pieces)} pieces, ${String(report.events)} events, ${String(report.public)} public`
  process.stdout.write(
    report.offences.length === 0
      ? `${looked}: everything readers get is what was signed off.\n`
      : `${looked}: ${report.offences.length === 1 ? '1 offence' : `${String(report.offences.length)} offences`}.\n`,
  )
  await keepAudit(payload, report)
  return report.offences.length === 0 ? 0 : 1
})
