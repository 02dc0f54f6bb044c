import type { Fault, Gate, GateFacts, ShownMedia } from 'payload-plugin-imprimatur/workflow'
import { mediaPlaces, type MediaPlace } from './mediaPlaces.ts'
import { capitalised, isVisible } from './visibleText.ts'

/** A picture that was deleted leaves a hole in the page. */
export const mediaExists: Gate = {
  code: 'media_exists',
  blocks: 'submit',
  check: ({ doc, media }) =>
    eachOnce(
      mediaPlaces(doc)
        .filter(({ id }) => !media.some((shown) => shown.id === id))
        .map(({ field }) => ({
          message: `${capitalised(nameOf(field))} does not exist any more. Choose another one, or remove it.`,
          field,
        })),
    ),
}

/** What a picture shows is told to those who cannot see it. */
export const mediaAltText: Gate = {
  code: 'media_alt_text',
  blocks: 'submit',
  check: (facts) =>
    faults(
      facts,
      ({ alt }) => isVisible(alt),
      (picture) => `Describe ${picture} in its alternative text, for readers who cannot see it.`,
    ),
}

/** Whoever made a picture is named: by the picture's own credit, or by one at every place where the piece shows it. */
export const mediaCredit: Gate = {
  code: 'media_credit',
  blocks: 'submit',
  check: (facts) =>
    faults(
      facts,
      ({ credit }, places) => isVisible(credit) || (places.length > 0 && places.every(({ credited }) => credited)),
      (picture) => `Say who made ${picture}: enter its credit.`,
    ),
}

function faults(
  { doc, media }: GateFacts,
  isGood: (shown: ShownMedia, places: readonly MediaPlace[]) => boolean,
  message: (picture: string) => string,
): Fault[] {
  const places = mediaPlaces(doc)
  return media.flatMap((shown) => {
    const own = places.filter(({ id }) => id === shown.id)
    if (isGood(shown, own)) return []
    const place = own.find(({ credited }) => !credited) ?? own[0]
    return place
      ? [{ message: message(nameOf(place.field)), field: place.field }]
      : [{ message: message('a picture of this piece') }]
  })
}

const NAMES: Readonly<Record<string, string>> = {
  leadImage: 'the lead picture',
  image: 'the picture',
  portrait: 'the portrait',
  'seo.image': 'the picture for sharing',
}

function nameOf(field: string): string {
  return NAMES[field] ?? 'a picture in the text'
}

function eachOnce(all: readonly Fault[]): Fault[] {
  return all.filter(({ message }, at) => all.findIndex((other) => other.message === message) === at)
}
