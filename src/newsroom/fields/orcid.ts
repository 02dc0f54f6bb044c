const ORCID = /^(?:https?:\/\/orcid\.org\/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])$/

/**
 * An ORCID iD in its one written form, `https://orcid.org/0000-0002-1825-0097`; undefined when `text` is none. The last character is a
 * check digit by ISO/IEC 7064 MOD 11-2.
 */
export function orcid(text: string): string | undefined {
  const parts = ORCID.exec(text.trim())
  if (parts === null) return undefined
  const characters = parts.slice(1).join('').toUpperCase()
  const sum = Array.from(characters.slice(0, 15)).reduce((total, digit) => (total + Number(digit)) * 2, 0)
  const check = (12 - (sum % 11)) % 11
  if ((check === 10 ? 'X' : String(check)) !== characters[15]) return undefined
  return `https://orcid.org/${parts.slice(1).join('-').toUpperCase()}`
}

/** Whether `text` has the form of an ORCID iD, be its check digit right or not. */
export function looksLikeOrcid(text: string): boolean {
  return ORCID.test(text.trim())
}
