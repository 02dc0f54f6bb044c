import type { CheckboxField, DateField, NamedGroupField, NumberField, TextField } from 'payload'
import { nobody } from '../../accounts/index.ts'

/** The mark by which the workflow knows a field that the software fills in and that is no content. */
export const DERIVED = { imprimatur: 'derived' } as const

type Derivable = CheckboxField | DateField | NamedGroupField | NumberField | TextField

/**
 * Makes `field` one that only the software writes: what a request sends for it is ignored, the form shows it read-only, it is
 * left out of the digest, and a duplicate starts without it.
 */
export function derived<T extends Derivable>(field: T): T {
  return {
    ...field,
    disableDuplicate: true,
    access: { ...field.access, create: nobody, update: nobody },
    admin: { ...field.admin, readOnly: true, disableBulkEdit: true },
    custom: { ...field.custom, ...DERIVED },
  }
}
