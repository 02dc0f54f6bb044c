import type { TextField, TextFieldManyValidation } from 'payload'
import { looksLikeOrcid, orcid } from './orcid.ts'
import { parseWebAddress } from './webAddress.ts'

const validProfiles: TextFieldManyValidation = (values) => {
  for (const value of values ?? []) {
    if (looksLikeOrcid(value) && orcid(value) === undefined) {
      return `“${value}” is no valid ORCID iD: its last character does not fit. Check it for a typing error.`
    }
    if (parseWebAddress(value) === undefined) {
      return `“${value}” is no web address. Enter a whole one that starts with https://, or an ORCID iD.`
    }
  }
  return true
}

/** Other pages about the same person, as schema.org has it: a list of addresses, ORCID iDs in their canonical form. */
export const sameAsField: TextField = {
  name: 'sameAs',
  type: 'text',
  disableDuplicate: true,
  hasMany: true,
  label: 'Profiles elsewhere',
  admin: { description: 'ORCID iD, home page, university page. One address each; press Enter after it.' },
  hooks: {
    beforeValidate: [
      ({ value }: { value?: unknown }) =>
        Array.isArray(value)
          ? value.map((each: unknown) => (typeof each === 'string' ? (orcid(each) ?? each.trim()) : each))
          : value,
    ],
  },
  validate: validProfiles,
}
