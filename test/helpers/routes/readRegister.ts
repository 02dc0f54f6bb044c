import { GRAPHQL, GRAPHQL_NAMES, OWNERS, REST, SERVER_ACTIONS, SERVER_FUNCTIONS, type Decision } from './register.ts'

/** A route as both sides name it, such as `PATCH /api/articles/:id` or `mutation updateArticle`. */
export type Decided = ReadonlyMap<string, Decision>

const DECISIONS = ['reads', 'drafts', 'moves', 'filing', 'settings', 'people', 'desk', 'closed']

/** The register of REST, taken apart. */
export const decidedRest = (): Decided =>
  read(REST, 4, ([owner = '', method = '', path = '']) => {
    const owners = OWNERS[owner]
    if (!owners) throw new Error(`routes register: there is no owner “${owner}”`)
    return owners.map((each) => `${method} /api${each && `/${each}`}${path === '/' ? '' : path}`)
  })

export const decidedGraphql = (): Decided =>
  read(GRAPHQL, 3, ([kind = '', field = '']) =>
    field.includes('<')
      ? GRAPHQL_NAMES.map(
          ({ one, many, small }) =>
            `${kind} ${field.replace('<One>', one).replace('<Many>', many).replace('<small>', small)}`,
        )
      : [`${kind} ${field}`],
  )

export const decidedServerFunctions = (): Decided => read(SERVER_FUNCTIONS, 2, ([name = '']) => [name])

export const decidedServerActions = (): Decided => read(SERVER_ACTIONS, 2, ([file = '']) => [file])

function read(table: string, columns: number, namesOf: (cells: readonly string[]) => readonly string[]): Decided {
  const decided = new Map<string, Decision>()
  for (const line of table.split('\n').filter((each) => each.trim() !== '')) {
    const cells = line.trim().split(/\s+/)
    const decision = cells.at(-1) as Decision
    if (cells.length !== columns || !DECISIONS.includes(decision)) {
      throw new Error(`routes register: cannot read “${line.trim()}”`)
    }
    for (const name of namesOf(cells)) {
      if (decided.has(name)) throw new Error(`routes register: “${name}” is decided about twice`)
      decided.set(name, decision)
    }
  }
  return decided
}
