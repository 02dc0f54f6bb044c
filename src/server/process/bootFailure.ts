import { EnvironmentError } from '../../environment/index.ts'

/** Where the server was to listen and what it was to read, as far as sentences need it. */
export type BootPlace = { host: string; port: number; databaseUri: string; dataDir: string }

/** Why the server did not start: one sentence for the operator, without stack, class names or passwords. */
export function bootFailure(error: unknown, place: BootPlace | undefined): string {
  if (error instanceof EnvironmentError || place === undefined) return sentence(messageOf(error))

  const { host, port } = place
  switch (codeOf(error) ?? '') {
    case 'EADDRINUSE':
      return `Port ${String(port)} on ${host} is taken: stop what listens there, or set PORT to another one.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      if (isListening(error)) return `HOST is ${host}, which is no address of this machine.`
      break
    case 'EACCES':
      if (isListening(error))
        return `Port ${String(port)} on ${host} may not be used by this user: set PORT to one above 1023.`
      break
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return `The disk that holds DATA_DIR (${place.dataDir}) is full.`
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The file at DATABASE_URI (${withoutPassword(place.databaseUri)}) is no sound SQLite database.`
    case 'SQLITE_READONLY':
      return `The database at DATABASE_URI (${withoutPassword(place.databaseUri)}) cannot be written by this user.`
    case 'SQLITE_BUSY':
      return `The database at DATABASE_URI (${withoutPassword(place.databaseUri)}) is held by another program.`
    case 'SQLITE_CANTOPEN':
      return `The database at DATABASE_URI (${withoutPassword(place.databaseUri)}) cannot be opened: is its folder there, and may this user write it?`
  }

  return unknownFailure(messageOf(error), place)
}

function unknownFailure(said: string, place: BootPlace): string {
  const connecting = /cannot connect to (?:MongoDB|SQLite|Postgres)(?::|\.)\s*/i.test(said)
  if (connecting) {
    const detail = said.replace(/^.*(?:Details|cannot connect to \w+):\s*/is, '')
    return sentence(`The database at DATABASE_URI (${withoutPassword(place.databaseUri)}) does not answer: ${detail}`)
  }
  if (said.includes('Could not find a production build')) return 'The pages are not built yet: "npm start" builds them.'
  return sentence(`The server cannot start: ${said}`)
}

function isListening(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo')
}

/** The first code in the error and what caused it; libsql and Mongo wrap theirs, sometimes as text only. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 5) return undefined
  const inText = /\b(SQLITE_[A-Z]+|ENOSPC|EDQUOT)\b/.exec(error.message)?.[1]
  const own = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return inText ?? own ?? codeOf(error.cause, depth + 1)
}

function messageOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return withoutPassword(said.split('\n', 1)[0]?.trim() || 'no reason was given')
}

function withoutPassword(said: string): string {
  return said.replace(/\/\/[^/@\s]*@/g, '//')
}

function sentence(said: string): string {
  const begun = said.charAt(0).toUpperCase() + said.slice(1)
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}
