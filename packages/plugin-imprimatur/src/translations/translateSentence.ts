/** English sentences with places such as `{{name}}`, each with its translation. */
export type Sentences = Readonly<Record<string, string>>

/**
 * What the server says, in another language. The English is the key, as with gettext: the API says the same to everybody, and what has no
 * translation yet is shown as the server said it. Several sentences are translated one by one.
 */
export function translateSentence(said: string, sentences: Sentences): string {
  if (Object.hasOwn(sentences, said)) return sentences[said] ?? said
  const parts = said.split(/(?<=[.!?]) (?=\S)/u)
  const told: string[] = []
  for (let from = 0; from < parts.length;) {
    const found = shortestFrom(parts, from, sentences)
    told.push(found?.translation ?? parts[from] ?? '')
    from = found?.to ?? from + 1
  }
  return told.join(' ')
}

/** The translation of the fewest parts from `from` on that are a text of the table together. A name such as “Dr. Voss” is cut, too. */
function shortestFrom(
  parts: readonly string[],
  from: number,
  sentences: Sentences,
): { readonly translation: string; readonly to: number } | undefined {
  for (let to = from + 1; to <= parts.length; to += 1) {
    const translation = translated(parts.slice(from, to).join(' '), sentences)
    if (translation !== undefined) return { translation, to }
  }
  return undefined
}

/** What stands in a place is translated too where it is a name of the table, or a list of some. */
function translated(sentence: string, sentences: Sentences): string | undefined {
  if (Object.hasOwn(sentences, sentence)) return sentences[sentence]
  for (const { form, translation } of formsOf(sentences)) {
    const values = form.exec(sentence)?.groups
    if (!values) continue
    return translation.replace(PLACE, (place, name: string) => {
      const value = values[name]
      return value === undefined
        ? place
        : value
            .split(', ')
            .map((each) => nameOf(each, sentences))
            .join(', ')
    })
  }
  return undefined
}

function nameOf(text: string, sentences: Sentences): string {
  return Object.hasOwn(sentences, text) ? (sentences[text] ?? text) : text
}

const PLACE = /\{\{(\w+)\}\}/gu

type Form = { readonly form: RegExp; readonly translation: string }

const forms = new WeakMap<Sentences, readonly Form[]>()

/** The sentences with places, those with the most fixed text first, so that the most exact one is found. */
function formsOf(sentences: Sentences): readonly Form[] {
  const known = forms.get(sentences)
  if (known) return known
  const made = Object.entries(sentences)
    .filter(([sentence]) => sentence.includes('{{'))
    .sort(([one], [other]) => fixed(other) - fixed(one))
    .map(([sentence, translation]): Form => ({ form: formOf(sentence), translation }))
  forms.set(sentences, made)
  return made
}

function formOf(sentence: string): RegExp {
  const parts = sentence.split(PLACE).map((part, at) => (at % 2 === 1 ? `(?<${part}>.+?)` : escaped(part)))
  return new RegExp(`^${parts.join('')}$`, 'su')
}

const fixed = (sentence: string): number => sentence.replace(PLACE, '').length

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`)
