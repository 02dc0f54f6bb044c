/** Geographical regions of UN M49 ("Standard Country or Area Codes for Statistical Use"), without countries and economic groups. */
const REGIONS: Readonly<Record<string, string>> = {
  '001': 'World',
  '002': 'Africa',
  '003': 'North America',
  '005': 'South America',
  '009': 'Oceania',
  '011': 'Western Africa',
  '013': 'Central America',
  '014': 'Eastern Africa',
  '015': 'Northern Africa',
  '017': 'Middle Africa',
  '018': 'Southern Africa',
  '019': 'Americas',
  '021': 'Northern America',
  '029': 'Caribbean',
  '030': 'Eastern Asia',
  '034': 'Southern Asia',
  '035': 'South-eastern Asia',
  '039': 'Southern Europe',
  '053': 'Australia and New Zealand',
  '054': 'Melanesia',
  '057': 'Micronesia',
  '061': 'Polynesia',
  '142': 'Asia',
  '143': 'Central Asia',
  '145': 'Western Asia',
  '150': 'Europe',
  '151': 'Eastern Europe',
  '154': 'Northern Europe',
  '155': 'Western Europe',
  '202': 'Sub-Saharan Africa',
  '419': 'Latin America and the Caribbean',
}

export type Region = {
  /** Three digits, with leading zeros. */
  readonly code: string
  readonly name: string
}

/** The geographical regions of UN M49, by name. */
export function regions(): readonly Region[] {
  return Object.entries(REGIONS)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Whether `code` is three digits that UN M49 gives to a geographical region. */
export function isRegionCode(code: unknown): code is string {
  return typeof code === 'string' && Object.hasOwn(REGIONS, code)
}
