/** A call of curl in a page of the documentation, and what the page says is answered; '' where it says nothing. */
export type CurlExample = {
  readonly line: number
  readonly command: string
  readonly answer: string
}

export type CurlCall = {
  readonly method: string
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** The parts of a form, by name. */
  readonly form?: Readonly<Record<string, string>>
}

/** The calls in the fenced blocks of a page of Markdown, in their order; not those within `$(…)`. */
export function curlExamples(page: string): CurlExample[] {
  const found: { line: number; command: string; answer: string }[] = []
  let isFenced = false
  let isCommand = false
  for (const [index, line] of page.split('\n').entries()) {
    if (line.startsWith('```')) {
      isFenced = !isFenced
      isCommand = false
      continue
    }
    if (!isFenced) continue
    const last = found.at(-1)
    if (/^(?:\$ )?curl /u.test(line)) {
      found.push({ line: index + 1, command: line.replace(/^\$ /u, ''), answer: '' })
      isCommand = true
    } else if (last && isCommand && !isWhole(last.command)) last.command += `\n${line}`
    else if (last && isCommand) last.answer += `${line}\n`
  }
  return found
}

function isWhole(command: string): boolean {
  return !command.endsWith('\\') && command.split("'").length % 2 === 1
}

/** Reads a call as a shell does, with its variables; what is piped or written elsewhere is left out. */
export function readCurl(command: string, variables: Readonly<Record<string, string>>): CurlCall {
  const [call = ''] = command.replace(/\\\n\s*/gu, ' ').split(/ [>|] /u)
  const filled = (text: string): string => text.replace(/\$([A-Z]+)/gu, (_, name: string) => variables[name] ?? '')
  const words = [...call.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/gu)].map(
    ([, literal, quoted, bare]) => literal ?? filled(quoted ?? bare ?? ''),
  )
  const headers: Record<string, string> = {}
  const form: Record<string, string> = {}
  let [method, address, body]: [string?, string?, string?] = []
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    if (word === '-H') {
      const [, name = '', value = ''] = /^([^:]+): (.*)$/u.exec(next) ?? []
      headers[name.toLowerCase()] = value
    } else if (word === '-X') method = next
    else if (word === '-d') body = next
    else if (word === '-F') {
      const [, name = '', value = ''] = /^([^=]+)=([^]*)$/u.exec(next) ?? []
      form[name] = value
    } else {
      if (!word.startsWith('-')) address = word
      continue
    }
    at += 1
  }
  const hasForm = Object.keys(form).length > 0
  return {
    method: method ?? (body !== undefined || hasForm ? 'POST' : 'GET'),
    address: address ?? '',
    headers,
    ...(body === undefined ? {} : { body }),
    ...(hasForm ? { form } : {}),
  }
}

/** The names of members that an answer shows, in any depth. */
export function membersIn(answer: string): string[] {
  return [...new Set([...answer.matchAll(/"(\w+)":/gu)].map(([, name = '']) => name))]
}
