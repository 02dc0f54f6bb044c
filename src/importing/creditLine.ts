import { isAgency, isOrganizationName } from './organizations.ts'
import { hasNameShape } from './personNames.ts'
import { readByline } from './readByline.ts'

/** What somebody did for an article, in the words of its credits. */
export type CreditRole = 'author' | 'contributor' | 'editor' | 'translator' | 'photographer' | 'illustrator'

/** A line such as "Translated by Ana Ruiz": who did what. Without names it names nobody that could be read. */
export type CreditLine = {
  role: Exclude<CreditRole, 'author'>
  names: string[]
  /** Words beside the names that are none: an agency, a place. */
  extra: string[]
}

/** A credit of which only that it is one can be read. */
export const UNREAD_CREDIT: CreditLine = { role: 'contributor', names: [], extra: [] }

const BY = String.raw`(?:\s+(?:by|from|von|par|por|de|di|da|door|av|af|przez|courtesy(?:\s+of)?)(?:\s*[:：]\s*|\s+)|\s*[:：©]\s*(?:by\s+)?)`
const MATERIAL = String.raw`(?:reporting|research|writing|material|work|contributions?)`
const PICTURE = String.raw`(?:photos?|pictures?|images?|fotos?)`

/** Matches what somebody did, with whoever it was behind. */
function creditOf(words: string): RegExp {
  return new RegExp(String.raw`^(?:${words})${BY}(?<who>\S.*)$`, 'iu')
}

const LINES: readonly (readonly [CreditLine['role'], RegExp])[] = [
  [
    'translator',
    creditOf(
      String.raw`(?:translated|übersetzt|aus dem \p{Lu}\p{L}+|traduit|traducido|traducción|traduction|tradotto|traduzido|translation|translator|übersetzung|traduzione|tradução|vertaald|vertaling|översättning|översatt|oversettelse|oversatt|oversættelse|käännös|překlad|tłumaczenie|tłumaczył|fordította|перевод|переклад|μετάφραση|çeviri|çeviren|ترجمة|ترجمه|תרגום|翻译|翻譯|译|訳|번역)(?:\s+(?:from|de|du|del|dal|do)\s+(?:the\s+|l['’])?\p{L}+)?`,
    ),
  ],
  [
    'photographer',
    creditOf(
      String.raw`photograph(?:s|ed|er|ers|y)?|(?:(?:cover|lead|main|header|banner|featured?) )?${PICTURE}(?: credits?)?|(?:crédits?|créditos?)(?: (?:de |da )?${PICTURE})|bildnachweis|摄影|攝影|写真|撮影|사진|fotografías?|fotografie|fotografias?|bilder|kuvat?|zdjęcia|foto’s|fotoğraf(?:lar)?|фото|φωτογραφί(?:α|ες)|تصوير|צילום`,
    ),
  ],
  [
    'illustrator',
    creditOf(
      String.raw`illustrat(?:ions?|ed|or)|drawings?|graphics?|cartoons?|maps?|charts?|artwork|illustrationen|illustrazioni|ilustraciones|ilustrações|illustraties|illustrationer|ilustracje|ilustrace|kuvitus|插图|插圖`,
    ),
  ],
  [
    'editor',
    creditOf(String.raw`(?:(?:copy|sub)[- ]?)?(?:edited|editor|editing)|编辑|責任編輯|责任编辑|責編|责编|編集`),
  ],
  [
    'contributor',
    creditOf(
      String.raw`(?:with\s+)?(?:(?:additional|further)\s+${MATERIAL}|reporting|research|writing|contributions?|interview)(?:\s+(?:contributed|assistance))?|con información`,
    ),
  ],
  [
    'contributor',
    new RegExp(
      String.raw`^(?<who>\S.*?)\s+(?:also\s+)?contributed(?:\s+(?:additional\s+)?${MATERIAL})?(?:\s+(?:to|for)\s+this\s+(?:report|article|story|piece))?\.?$`,
      'iu',
    ),
  ],
]

/** Headlines begin with these, too: what follows has to be a name. */
const NAMED_LINES: readonly (readonly [CreditLine['role'], RegExp])[] = [
  ['photographer', creditOf('bild')],
  ['illustrator', creditOf('art')],
  ['editor', creditOf('editors|redaktion|rédaction|redacción|redazione')],
  [
    'contributor',
    creditOf(
      String.raw`researched|interviewed|videos?|audio|film(?:ed)?|camera|produced|producers?|production|data(?: analysis)?|fact[- ]?check(?:ed|er|ing)?|design(?:ed)?|sound(?: design)?|compiled|mitarbeit`,
    ),
  ],
]

/** What makes a sentence of a credit: "This article was translated from the French by Ana Ruiz". */
const OF_THIS = /^(?:this|the) (?:article|text|story|piece|report|essay|interview) (?:was|is|has been) /iu

/** Characters of such a line at most; a longer one is a sentence. */
const MAX_CREDIT = 200

/** "… ; editing by Cy Fox", "… and edited by Cy Fox", "…, Fotos: Eva Ruiz": where the next credit of a line begins. */
const NEXT_CREDIT =
  /\s*[;•]\s*|\s*[,|]\s+(?:and\s+)?(?=(?:[\p{L}-]+\s){1,3}by[\s:]|[\p{L}-]+\s?:\s)|\s+(?:and|&)\s+(?=(?:[\p{L}-]+\s){1,3}by[\s:])/iu

/** Reads a line that says who did what for the article besides writing it, or several such things. Null for any other line. */
export function readCreditLine(line: string): CreditLine[] | null {
  if (line.length > MAX_CREDIT) return null
  const text = line.replace(/^\((.*)\)\.?$/u, '$1')
  const [first, ...others] = text.replace(OF_THIS, '').split(NEXT_CREDIT).map(readCredit)
  if (first === undefined || first === null) return null
  // A sentence about the article that names nobody may be a paragraph of it.
  if (OF_THIS.test(text) && first.names.length === 0) return null
  return [first, ...others.map((other) => other ?? UNREAD_CREDIT)]
}

function readCredit(printed: string): CreditLine | null {
  const text = withColon(printed)
  for (const [role, pattern] of LINES) {
    const who = pattern.exec(text)?.groups?.['who']
    if (who !== undefined) return { role, ...peopleIn(`By ${who}`) }
  }
  for (const [role, pattern] of NAMED_LINES) {
    const who = pattern.exec(text)?.groups?.['who']
    const people = who === undefined ? null : peopleIn(who)
    if (people !== null && people.names.length > 0) return { role, ...people }
  }
  return null
}

/** The people in a part of a line. An agency is none of them, though it has the form of a name: "Kofi Mensah / Getty Images". */
function peopleIn(text: string): Pick<CreditLine, 'names' | 'extra'> {
  const { names, extra } = readByline(text) ?? { names: [], extra: [] }
  return {
    names: names.filter((name) => !isOrganizationName(name)),
    extra: [...names.filter(isOrganizationName), ...extra],
  }
}

/** "Photos – Kofi Mensah" with a colon in place of the dash. Before anything but a name a dash means something else. */
function withColon(text: string): string {
  const { what, who } = /^(?<what>[^–—]{1,40}?)\s+[–—-]\s+(?<who>\S.*)$/u.exec(text)?.groups ?? {}
  return what !== undefined && who !== undefined && hasNameShape(who) ? `${what}: ${who}` : text
}

const UNKNOWN_CREDIT = /^\p{L}[\p{L}-]*(?: [\p{L}-]+){0,3}(?: by |\s?[:：]\s?)(?<who>.+)$/u

/** Whether a line says in words that are not known what somebody did: "Drone footage: Bob Ray". */
export function isUnknownCredit(line: string): boolean {
  const who = UNKNOWN_CREDIT.exec(line)?.groups?.['who']?.replace(/(?<=\p{L}{3})\.$/u, '')
  return who !== undefined && (hasNameShape(who) || isAgency(who)) && readByline(line)?.introduced !== true
}
