/**
 * The canonical form of a BCP 47 language tag (`EN-gb` → `en-GB`), or undefined when it is not well-formed. A language of more than three
 * letters is none: RFC 5646 keeps such for later registration, and none was made; people who write "English" mean `en`.
 */
export function canonicalLanguage(tag: unknown): string | undefined {
  if (typeof tag !== 'string' || !/^[A-Za-z]{2,3}(?:-|$)/.test(tag.trim())) return undefined
  try {
    return Intl.getCanonicalLocales(tag.trim())[0]
  } catch {
    return undefined
  }
}

/** Whether `zone` is an IANA time zone that this machine can compute with. */
export function isTimeZone(zone: unknown): zone is string {
  // An offset such as "+02:00" is accepted by Intl but knows no summer time.
  if (typeof zone !== 'string' || !/^[A-Za-z]/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
