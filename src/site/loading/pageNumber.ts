/** The page that `?page=` asks for, 1 when it is not there; undefined for what is no page number. */
export function pageNumber(value: string | readonly string[] | undefined): number | undefined {
  if (value === undefined) return 1
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined
}
