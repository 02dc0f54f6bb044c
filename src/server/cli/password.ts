import { passwordLink } from '../../accounts/index.ts'
import { accountArguments } from './accountArguments.ts'
import { withNewsroom } from './withNewsroom.ts'

const { email } = accountArguments('npm run password -- EMAIL')

await withNewsroom(async (payload) => {
  const link = await passwordLink(payload, 'users', email)
  if (link === null) {
    process.stderr.write(`There is no account ${email}.\n`)
    return 1
  }
  process.stdout.write(`Set the password within an hour at\n${link}\n`)
  return 0
})
