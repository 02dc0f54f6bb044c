/** Kinds of article, with the names that editors see. */
export const GENRES = [
  { label: 'Analysis', value: 'analysis' },
  { label: 'Opinion', value: 'opinion' },
  { label: 'Report', value: 'report' },
  { label: 'Interview', value: 'interview' },
  { label: 'Communiqué', value: 'communique' },
  { label: 'Editorial', value: 'editorial' },
] as const

export type Genre = (typeof GENRES)[number]['value']
