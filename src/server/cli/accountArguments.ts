import { parseArgs } from 'node:util'

/** The e-mail address that a command is about, and a name; ends the process with one sentence when there is none. */
export function accountArguments(usage: string): { email: string; name: string } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } })
    const [email = '', ...more] = positionals
    if (/^[^\s@<>]+@[^\s@<>]+$/.test(email) && more.length === 0)
      return { email, name: values.name ?? email.replace(/@.*/, '') }
    process.stderr.write(`Name one account by its e-mail address. Usage: ${usage}\n`)
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : 'The arguments were not understood.'}\nUsage: ${usage}\n`,
    )
  }
  process.exit(1)
}
