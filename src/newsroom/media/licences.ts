/** On what terms a picture may be shown; the values of open licences are SPDX identifiers. */
export const LICENCES = [
  { label: 'Own picture', value: 'own' },
  { label: 'Agency, licensed', value: 'agency' },
  { label: 'With permission, for this use', value: 'permission' },
  { label: 'Press picture', value: 'press' },
  { label: 'CC BY 4.0', value: 'CC-BY-4.0' },
  { label: 'CC BY-SA 4.0', value: 'CC-BY-SA-4.0' },
  { label: 'CC BY-ND 4.0', value: 'CC-BY-ND-4.0' },
  { label: 'CC BY-NC 4.0', value: 'CC-BY-NC-4.0' },
  { label: 'CC0', value: 'CC0-1.0' },
  { label: 'Public domain', value: 'public-domain' },
] as const
