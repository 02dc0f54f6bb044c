import { fillDemo, isEmpty } from '../../newsroom/index.ts'
import { demoReport } from '../process/demoReport.ts'
import { withNewsroom } from './withNewsroom.ts'

await withNewsroom(async (payload, environment) => {
  if (!(await isEmpty(payload))) {
    process.stderr.write('This newsroom has people already. The demo is filled into an empty database only.\n')
    return 1
  }
  const result = await fillDemo(payload, {
    page: environment.demoPage,
    password: environment.demoPassword,
    whole: environment.demoWhole,
  })
  process.stdout.write(demoReport(result))
  return 0
})
