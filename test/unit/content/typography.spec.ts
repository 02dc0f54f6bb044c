import { describe, expect, it } from 'vitest'
import { typeset } from '../../../packages/plugin-imprimatur/src/domain/content/index.ts'

/** What stands there after these keys were pressed one after the other. */
function type(keys: string, language?: string): string {
  let text = ''
  for (const key of keys) {
    const found = typeset(text, key, language)
    text = found ? text.slice(0, text.length + 1 - found.take) + found.put : text + key
  }
  return text
}

// By the style guides of the languages: Chicago, New Hart's Rules, Duden, Lexique de l'Imprimerie nationale, RAE.
describe('typing', () => {
  it.each([
    ['en', `"I'm here," she said.`, '“I’m here,” she said.'],
    ['en', `"He said 'no' twice."`, '“He said ‘no’ twice.”'],
    ['en', `("quoted")`, '(“quoted”)'],
    ['en', `the writers' room`, 'the writers’ room'],
    ['en', 'war--and peace', 'war—and peace'],
    ['en-GB', 'war -- and peace', 'war – and peace'],
    ['en', 'pages 10--12', 'pages 10–12'],
    ['en', 'so---there', 'so—there'],
    ['de', 'so --- da', 'so — da'],
    ['en', 'and then...', 'and then…'],
    ['en', 'anti-war', 'anti-war'],
    ['en', '3.5 and e.g. this', '3.5 and e.g. this'],
    ['de', `"Ich sag's 'so' und geht's?"`, '„Ich sag’s ‚so‘ und geht’s?“'],
    ['de-AT', '"Wort" -- ja', '„Wort“ – ja'],
    ['de-CH', '"Wort"', '«Wort»'],
    ['fr', `"L'été" -- oui`, '«\u202fL’été\u202f» – oui'],
    ['fr', `"oui "`, '«\u202foui\u202f»'],
    ['es', '"Sí"', '«Sí»'],
    ['pl', '"Tak"', '„Tak”'],
    ['sv', '"Ja"', '”Ja”'],
    ['ru', '"Да"', '«Да»'],
    ['tlh', `"qo'"`, '“qo’”'],
    [undefined, '"yes"', '“yes”'],
  ])('in %s: %s', (language, keys, text) => {
    expect(type(keys, language)).toBe(text)
  })

  it('leaves longer runs as they are, such as a rule of hyphens that was undone', () => {
    expect(typeset('--', '-', 'en')).toBeNull()
    expect(typeset('...', '.', 'en')).toBeNull()
    expect(typeset('a', 'b', 'en')).toBeNull()
  })
})
