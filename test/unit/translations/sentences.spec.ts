import { describe, expect, it } from 'vitest'
import { sentencesIn } from '../../helpers/sentencesIn.ts'
import { wordsFor } from '../../helpers/wordsFor.ts'

const { said } = wordsFor('de')

describe('what the server says', () => {
  it('is said in the language of the reader', () => {
    expect(said('Give a reason.')).toBe('Geben Sie eine Begründung an.')
  })

  it('keeps what stands in its places', () => {
    expect(said('The piece is under embargo until 2027-03-01T05:00:00.000Z.')).toBe(
      'Für den Beitrag gilt eine Sperrfrist bis 2027-03-01T05:00:00.000Z.',
    )
  })

  it('has names in its places that are translated as well', () => {
    expect(said('You do not have the right to do this: Sign off.')).toBe('Sie dürfen das nicht: Freigeben.')
    expect(said('From “In review” this cannot be done; it starts from “Draft”, “Changes requested”.')).toBe(
      'Das geht nicht aus „In Prüfung“, sondern nur aus „Entwurf“, „Änderungen verlangt“.',
    )
  })

  it('is translated sentence by sentence', () => {
    expect(
      said(
        'The review “legal” lacks 1 sign-off for exactly this text. Dr. Ada Voss gave it, and may not give it any more.',
      ),
    ).toBe(
      'Der Prüfung „legal“ fehlt 1 Freigabe für genau diesen Text. Dr. Ada Voss hat sie abgeschlossen und darf es nicht mehr.',
    )
  })

  it('stays as it is where nobody has translated it, with signs of a pattern in it too', () => {
    expect(said('A gate of your own (see below) failed: a+b?')).toBe('A gate of your own (see below) failed: a+b?')
  })

  it('is not taken apart in English', () => {
    expect(wordsFor('en').said('Give a reason.')).toBe('Give a reason.')
  })
})

describe('every sentence of the workflow', () => {
  const folder = 'packages/plugin-imprimatur/src'
  const all = ['domain/workflow', 'domain/releases', 'hooks', 'operations'].flatMap((room) =>
    sentencesIn(`${folder}/${room}`),
  )
  /** For whoever asks the API with a mistake that the panel does not make, and parts of sentences. */
  const NOT_FOR_THE_PANEL: readonly RegExp[] = [
    /^(If-Match|baseDigest|Restore with draft=true|It is live, newest|A stage is one of|A piece can move once in one call|A format is json or csv|A collection is one of)/u,
    /^(Give this parameter once|Give true or false|Give a whole number|It is true or false)/u,
    /^(This cursor is of another log|The body has to be a JSON object)/u,
    /^(x: x|x \(At x\.\)| )$/u,
  ]

  it('is found', () => {
    expect(all).toContain('Give a reason.')
    expect(all).toContain('You may not give the review “x”.')
  })

  it.each(['fr', 'es', 'de'] as const)('is said in %s', (language) => {
    const words = wordsFor(language)
    // “sign-off” and the letter of its plural are two texts in the code.
    const whole = all.map((said) => said.replace('sign-offx', 'sign-offs'))
    const left = whole.filter((said) => words.said(said) === said && !NOT_FOR_THE_PANEL.some((each) => each.test(said)))
    expect(left).toEqual([])
  })
})
