/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection), and the full-width forms of it. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * Rows as RFC 4180 has them, with a line break after each. Text that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @param rows the header first; null is an empty cell
 */
export function csvOf(rows: readonly (readonly (number | string | null)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: number | string | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
