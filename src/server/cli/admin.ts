import { makeAdministrator } from '../../accounts/index.ts'
import { accountArguments } from './accountArguments.ts'
import { withNewsroom } from './withNewsroom.ts'

const { email, name } = accountArguments('npm run admin -- EMAIL [--name NAME]')

await withNewsroom(async (payload) => {
  const { made, link } = await makeAdministrator(payload, 'users', email, name)
  process.stdout.write(
    made ? `${email} is an administrator now.\n` : `${email} was there already, and is an administrator.\n`,
  )
  process.stdout.write(`Set the password within an hour at\n${link}\n`)
  return 0
})
