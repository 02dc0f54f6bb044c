import type { CollectionBeforeChangeHook, SelectField, SelectFieldSingleValidation } from 'payload'
import { finalData, record } from 'payload-plugin-imprimatur/content'
import { countries, isCountryCode } from './iso3166.ts'
import { isRegionCode, regions } from './m49.ts'
import { isBlank } from './messages.ts'

const knownCountry: SelectFieldSingleValidation = (code) =>
  isBlank(code) || isCountryCode(code)
    ? true
    : `“${String(code)}” is no country code. Choose a country from the list, or send its two letters as in ISO 3166-1.`

/** A country by its ISO 3166-1 alpha-2 code, chosen by name. */
export function countryField(name: string, label: string): SelectField {
  return {
    name,
    type: 'select',
    label,
    options: countries().map((country) => ({ label: country.name, value: country.code })),
    hooks: {
      beforeValidate: [
        ({ value }: { value?: unknown }) => (typeof value === 'string' ? value.trim().toUpperCase() || null : value),
      ],
    },
    validate: knownCountry,
  }
}

const countryOfPlace: SelectFieldSingleValidation = (code, options) =>
  isBlank(code) && record(options.siblingData).kind !== 'region' ? 'Choose the country.' : knownCountry(code, options)

/** The country that a place is, or lies in. */
export const placeCountryField: SelectField = {
  ...countryField('countryCode', 'Country'),
  index: true,
  admin: {
    condition: (data) => data.kind !== 'region',
    description: 'Kept as its two-letter code (ISO 3166-1). For a place within a country, the country that it lies in.',
  },
  validate: countryOfPlace,
} as SelectField

const regionOfPlace: SelectFieldSingleValidation = (code, { siblingData }) => {
  if (isBlank(code)) return record(siblingData).kind === 'region' ? 'Choose the region.' : true
  return isRegionCode(code)
    ? true
    : `“${String(code)}” is no code of a region. Choose one from the list, or send its three digits as in UN M49.`
}

/** The region of the world that a place is, by its UN M49 code. */
export const m49Field: SelectField = {
  name: 'm49',
  type: 'select',
  label: 'Region',
  index: true,
  options: regions().map((region) => ({ label: region.name, value: region.code })),
  admin: {
    condition: (data) => data.kind === 'region',
    description: 'Kept as its three-digit code (UN M49).',
  },
  validate: regionOfPlace,
}

/** Leaves a place the one code that its kind has. */
export const keepPlaceCode: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const isRegion = finalData(data, originalDoc).kind === 'region'
  return { ...record(data), ...(isRegion ? { countryCode: null } : { m49: null }) }
}
