import { inside, TOP, wellFormed, type Place } from './plainJson.ts'

/**
 * Refuses data with texts, names or nesting that a database would not give back as it got them. Payload stores the texts
 * of plain fields without a word as something else: half a surrogate pair as U+FFFD.
 *
 * @throws ContentError `lone_surrogate`, `nul_character`, `too_deep`
 */
export function refuseUnkeepable(data: unknown, place: Place = TOP): void {
  if (typeof data === 'string') wellFormed(data, place)
  else if (Array.isArray(data))
    data.forEach((each, index) => {
      refuseUnkeepable(each, inside(place, index))
    })
  else if (typeof data === 'object' && data !== null)
    for (const [name, value] of Object.entries(data)) refuseUnkeepable(value, inside(place, wellFormed(name, place)))
}
