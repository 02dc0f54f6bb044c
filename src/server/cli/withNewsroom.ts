import { getPayload, type Payload } from 'payload'
import { bootFailure } from '../process/bootFailure.ts'
import { bootLog } from '../process/bootLog.ts'
import { readEnvironment, type Environment } from '../../environment/index.ts'
import { createLog } from '../process/log.ts'

/**
 * Runs a command on the newsroom's database and ends the process with the code that it gives. A failure is one
 * sentence on standard error and code 1.
 */
export async function withNewsroom(
  work: (payload: Payload, environment: Environment) => Promise<number>,
): Promise<never> {
  let environment: Environment | undefined
  try {
    environment = readEnvironment()
    const { default: ready } = await import('../../payload.config.ts')
    const config = await ready
    config.logger = createLog(
      environment.logLevel === 'info' ? 'warn' : environment.logLevel,
      bootLog(process.stderr),
    ) as never
    const payload = await getPayload({ config })
    const code = await work(payload, environment)
    await payload.destroy()
    process.exit(code)
  } catch (error) {
    const place = environment && {
      host: environment.host,
      port: environment.port,
      databaseUri: environment.database.uri,
      dataDir: environment.dataDir,
    }
    process.stderr.write(`${bootFailure(error, place)}\n`)
    process.exit(1)
  }
}
