import type { Gate } from 'payload-plugin-imprimatur/workflow'

const WITH_ZONE = /T.*(?:Z|[+-]\d{2}:\d{2})$/

/** An embargo that cannot be read could not be kept. */
export const embargoWellFormed: Gate = {
  code: 'embargo_well_formed',
  blocks: 'submit',
  check: ({ doc }) =>
    isSet(doc.embargoUntil) && timeOf(doc.embargoUntil) === null
      ? [{ message: 'The embargo is not a date and time. Enter it again, or empty it.', field: 'embargoUntil' }]
      : [],
}

/** An embargo in the past holds nothing back: it is done with, or a slip. */
export const embargoPassed: Gate = {
  code: 'embargo_passed',
  blocks: 'never',
  check: ({ doc, now }) => {
    const time = timeOf(doc.embargoUntil)
    return time !== null && time <= now.getTime()
      ? [{ message: 'The embargo has passed already. Check the day and the year, or empty it.', field: 'embargoUntil' }]
      : []
  },
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' || !WITH_ZONE.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : time
}
