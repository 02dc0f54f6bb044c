import type { DateFieldClient } from 'payload'

/** Whether a date field of Payload (3.90) holds a day without a time. */
export function isDayOnly(field: Pick<DateFieldClient, 'admin'>): boolean {
  const { pickerAppearance: appearance } = (field.admin?.date ?? {}) as { pickerAppearance?: string }
  return appearance === undefined || appearance === 'default' || appearance === 'dayOnly' || appearance === 'monthOnly'
}

/** A day (`2027-03-14`) as Payload stores it, or null for none. */
export function noonOf(day: string): string | null {
  return /^\d{4}-\d\d-\d\d$/u.test(day) ? `${day}T12:00:00.000Z` : null
}

/** The day of what Payload stores for one. */
export function dayOf(stored: string): string {
  const day = new Date(stored)
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}
