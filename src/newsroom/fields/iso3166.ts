/**
 * Region codes that CLDR names although ISO 3166-1 assigns them to no country: exceptional reservations (AC, CP, CQ, DG, EA, EU,
 * EZ, IC, TA, UN), user-assigned ones (XK), pseudo-regions (XA, XB), groupings (QO) and "unknown" (ZZ).
 */
const NOT_ASSIGNED = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ'])

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

export type Country = {
  /** ISO 3166-1 alpha-2, capitals. */
  readonly code: string
  /** English short name as CLDR has it. */
  readonly name: string
}

let known: ReadonlyMap<string, Country> | undefined

function countriesByCode(): ReadonlyMap<string, Country> {
  if (known === undefined) {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    const list = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
      .filter((code) => !NOT_ASSIGNED.has(code) && isCurrent(code))
      .flatMap((code) => {
        const name = names.of(code)
        return name === undefined ? [] : [{ code, name }]
      })
    known = new Map(list.map((country) => [country.code, country]))
  }
  return known
}

/** Codes that were withdrawn (DD, YU, …) or are aliases (UK) become another one in a canonical BCP 47 tag. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code
}

/** The countries and territories with an officially assigned ISO 3166-1 alpha-2 code, by name. Names come from the runtime's CLDR. */
export function countries(): readonly Country[] {
  return [...countriesByCode().values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Whether `code` is an officially assigned ISO 3166-1 alpha-2 code. Case matters: they are in capitals. */
export function isCountryCode(code: unknown): code is string {
  return typeof code === 'string' && countriesByCode().has(code)
}
