import { foldedName } from './folded.ts'

/** A country as ISO 3166-1 alpha-2 code and as it was printed. */
export type Country = {
  code: string
  name: string
}

/** Codes that CLDR names and that ISO 3166-1 does not assign to a country: exceptional reservations, groups, test regions. */
const NOT_ISO = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '))

/** What people print besides the names that CLDR has. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates'],
  BA: ['Bosnia'],
  BO: ['Plurinational State of Bolivia'],
  BS: ['The Bahamas'],
  CD: ['Democratic Republic of the Congo', 'Democratic Republic of Congo', 'DR Congo', 'DRC'],
  CG: ['Republic of the Congo', 'Republic of Congo'],
  CI: ['Ivory Coast'],
  CN: ['People’s Republic of China', 'PR China', 'PRC', 'Mainland China'],
  CV: ['Cabo Verde'],
  CZ: ['Czech Republic'],
  GB: ['Great Britain', 'Britain', 'UK', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  GM: ['The Gambia'],
  HK: ['Hong Kong', 'Hong Kong SAR'],
  IE: ['Republic of Ireland'],
  IR: ['Islamic Republic of Iran'],
  KP: ['Democratic People’s Republic of Korea', 'DPRK'],
  KR: ['Republic of Korea'],
  LA: ['Lao PDR', 'Lao People’s Democratic Republic'],
  MD: ['Republic of Moldova'],
  MK: ['Macedonia'],
  MM: ['Myanmar', 'Burma'],
  MO: ['Macau', 'Macao', 'Macao SAR'],
  NL: ['Holland'],
  PS: ['Palestine', 'State of Palestine'],
  RS: ['Republic of Serbia'],
  RU: ['Russian Federation'],
  SY: ['Syrian Arab Republic'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkey'],
  TZ: ['United Republic of Tanzania'],
  US: ['United States of America', 'USA', 'U.S.', 'U.S.A.'],
  VA: ['Holy See'],
  VN: ['Viet Nam'],
  ZA: ['Republic of South Africa'],
}

/** Words that make another place of the country's name after them (New Mexico, Inner Mongolia, West Bengal). */
const CHANGES_THE_PLACE = new Set(
  'new inner outer northern southern eastern western north south east west upper lower central greater little'.split(
    ' ',
  ),
)
/** Words after which the country belongs to the organisation's own name (Bank of China). */
const BELONGS_TO_NAME = new Set('of for and & from de du des von'.split(' '))

function buildNames(): ReadonlyMap<string, string> {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const names = new Map<string, string>()
  const add = (name: string, code: string): void => {
    const key = countryKey(name)
    if (!names.has(key)) names.set(key, code)
  }
  for (const code of isoCountryCodes()) {
    const name = display.of(code)
    if (name !== undefined) add(name, code)
    for (const other of OTHER_NAMES[code] ?? []) add(other, code)
  }
  return names
}

function countryKey(name: string): string {
  return foldedName(name)
    .replace(/&/gu, 'and')
    .replace(/\bst\b/gu, 'saint')
    .replace(/^the /u, '')
}

/** The alpha-2 codes of ISO 3166-1 that this Node knows, sorted. */
export function isoCountryCodes(): string[] {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  return (
    letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((code) => !NOT_ISO.has(code))
      // A withdrawn code (DD, SU, YU) has a name as well; as a locale's region it turns into the one that replaced it.
      .filter((code) => display.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code)
  )
}

let namesOnce: ReadonlyMap<string, string> | undefined
function names(): ReadonlyMap<string, string> {
  namesOnce ??= buildNames()
  return namesOnce
}

/** The country that a text is the name of, or undefined. `the` before it, full stops, diacritics and capitals make no difference. */
export function countryNamed(text: string): Country | undefined {
  const name = text.trim().replace(/^the\s+/iu, '')
  const code = names().get(countryKey(name))
  return code === undefined ? undefined : { code, name }
}

/** What else the name of this country can mean, or undefined. */
export function otherMeaning(country: Country): string | undefined {
  return country.code === 'GE' ? 'the American state' : undefined
}

/**
 * The country at the end of a text such as "Jilin University China", with what stands before it; the longest name wins. `joined`
 * says that "in" stands between the two. Undefined when there is none, when nothing is left before it, or when the country is a
 * part of the name (Bank of China, New Mexico).
 */
export function countryAtEnd(text: string): { before: string; country: Country; joined: boolean } | undefined {
  const tokens = text.trim().split(/\s+/u)
  for (let length = Math.min(6, tokens.length - 1); length >= 1; length -= 1) {
    const country = countryNamed(tokens.slice(-length).join(' '))
    if (country === undefined) continue
    const before = tokens.slice(0, -length)
    if (before.at(-1)?.toLowerCase() === 'the') before.pop()
    const last = before.at(-1)?.toLowerCase()
    if (last === undefined || BELONGS_TO_NAME.has(last) || CHANGES_THE_PLACE.has(last)) return undefined
    const joined = last === 'in'
    if (joined) before.pop()
    return before.length === 0 ? undefined : { before: before.join(' ').replace(/[,;]$/u, ''), country, joined }
  }
  return undefined
}
