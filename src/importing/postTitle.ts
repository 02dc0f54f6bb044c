import { POST } from './organizations.ts'
import { nameWords } from './personNames.ts'

/** Posts in other languages: they tell a biography from a headline, and nothing is read from them. */
const POST_ELSEWHERE =
  /教授|讲师|講師|研究员|研究員|记者|記者|编辑|編集|作家|主任|院长|校长|博士|学者|교수|기자|연구원|작가|أستاذ|كاتب|صحفي|باحث|استاد|نویسنده|professor|profesor|professeur|docent|dozent|chercheu|forscher|forsker|forskare|journalist|periodista|giornalista|jornalista|redakt|redacteur|rédact|écrivain|escrito|escrit|scrittor|investigador|pesquisador|ricercat|dyrektor|direktor|director|directeur|direttor|diretor|профессор|доцент|журналист|редактор|писател|καθηγητ|δημοσιογράφ|dziennikar|novinář|újságíró|öğretim|gazeteci|toimittaja|tutkija/iu

/** What stands in front of a post and belongs to it. */
const RANK =
  /^(?:senior|junior|associate|assistant|visiting|adjunct|deputy|acting|former|founding|managing|executive|chief|principal|honorary|emerit\w+|distinguished|full|part-time|research|staff|political|foreign|science|business|news|policy|legal|independent|freelance|award-winning|regular|vice|co|guest|lead|head)$/iu

/** Forms of "to be" that make a sentence of a post; German "war" is left out, since it also says what a correspondent reports on. */
const IS =
  /(?<![\p{L}\p{M}])(?:is|was|are|were|ist|er|var|är|es|fue|est|était|è|é|jest|był|była|je|byl|byla|este)(?![\p{L}\p{M}])/iu

/** Marks that part a person from a post. */
const PARTS = /[:|()“”"«»]|\s[–—-]\s/u

/** Whether a text has a word for a post, in whatever language. */
export function namesPost(text: string): boolean {
  return POST.test(text) || POST_ELSEWHERE.test(text)
}

/** Whether a title is a post and not a sentence that holds one: it does not say that somebody is something. */
export function isPostTitle(title: string): boolean {
  return POST.test(title) && !IS.test(title)
}

/**
 * Whether a text that does not say whose it is is a post and nothing else: "Professor of Law". `names` are those whose it may be: a
 * text that has one of them says whose it is.
 */
export function isBareTitle(title: string, names: readonly string[]): boolean {
  const words = nameWords(title)
  if (!isPostTitle(title) || PARTS.test(title) || /^about\b/iu.test(title)) return false
  if (names.some((name) => nameWords(name).some((word) => word.length > 1 && words.includes(word)))) return false
  const [first = ''] = title.split(' ')
  if (isInCapitals(title)) return POST.test(first) || RANK.test(first)
  // "Li Wei war Professor": a name, then what is no part of a post.
  const verb = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*\s+){2,}(?<word>\p{Ll}+)\s.*$/u.exec(title)?.groups?.['word']
  return verb === undefined || RANK.test(verb) || POST.test(title.slice(0, title.indexOf(` ${verb} `)))
}

/** Whether a text is in capitals, but for a few letters (McGILL, Dr.). They hide what is a name and what is not. */
export function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const words = text.match(/\p{L}{2,}/gu) ?? []
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length
  const whole = words.filter((word) => /^\p{Lu}+$/u.test(word)).length
  return words.length > 1 && capitals >= letters.length * 0.7 && whole > words.length * 0.6
}
