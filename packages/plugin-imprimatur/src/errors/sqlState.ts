/**
 * SQLSTATE of what Postgres refused (https://www.postgresql.org/docs/current/errcodes-appendix.html), wherever drizzle and others have wrapped it;
 * null for other errors.
 */
export function sqlStateOf(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, severity } = each as { code?: unknown; severity?: unknown }
    if (typeof code === 'string' && typeof severity === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return null
}
