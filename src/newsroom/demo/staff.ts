/** The staff of the demo, each with one role and nothing else. */
export const STAFF = [
  ['admin', 'admin', 'Ada Admin'],
  ['contributor', 'contributor', 'Cora Contributor'],
  ['editor', 'editor', 'Edith Editor'],
  ['editor2', 'editor', 'Emil Editor'],
  ['reviewer', 'reviewer', 'Rosa Reviewer'],
  ['reviewer2', 'reviewer', 'Ralf Reviewer'],
  ['publisher', 'publisher', 'Paula Publisher'],
] as const

export type Login = (typeof STAFF)[number][0]
