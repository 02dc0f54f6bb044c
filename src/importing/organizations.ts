/** Words of posts and professions. A sentence "Name is …" is a biography only with one of them in what follows. */
export const POST =
  /\b(?:professor|lecturer|reader|fellow|director|research\w*|scholar|academic|analyst|editor|correspondent|journalist|reporter|columnist|writer|author|ambassador|diplomat|envoy|student|candidate|head|chair\w*|president|chief|advis[eo]r|economist|historian|scientist|sociologist|philosopher|lawyer|jurist|barrister|consultant|expert|specialist|associate|assistant|officer|secretary|minister|dean|rector|provost|teacher|member|(?:co-?)?founder|manager|co-?ordinator|strategist|commentator|contributor|post-?doc\w*|doctoral|partner|counsel|judge|intern|photographer|translator|novelist|poet|essayist|critic|film-?maker|artist|activist|attorney|solicitor|physician|engineer|broadcaster|curator|librarian|archivist|publisher|\p{L}+(?:ologist|ographer))\b/iu

/** Words that names of departments, and of organisations, have; what is weak may also be a part of one. */
export const DEPARTMENT =
  /\b(?:school|department|dept|faculty|centre|center|division|programme|program|chair|institute|section|unit|desk|lab|laboratory)\b/iu
export const STRONG_ORGANIZATION =
  /universi|\bcollege\b|\bacademy\b|polytechnic|\binstitute of technology\b|\bcouncil\b|\bfoundation\b|\bministry\b|\bbank\b|\bassociation\b|\bsociety\b|\bcommission\b|\bnations\b|hochschule/iu
export const WEAK_ORGANIZATION =
  /institut|\bcent(?:er|re)\b|\bschool\b|\bgroup\b|\bnetwork\b|\bforum\b|\binitiative\b|\bhouse\b|\bproject\b|\bfund\b|\bcourt\b/iu

/** Whether a text has a word that names of organisations or of their departments have. */
export function isOrganization(text: string): boolean {
  return STRONG_ORGANIZATION.test(text) || WEAK_ORGANIZATION.test(text) || DEPARTMENT.test(text)
}

/** Words that names of agencies, papers and desks have. */
const PRESS =
  /\b(?:press|presse|news|newsroom|agency|agence|agencia|agentur|reuters|xinhua|wires?|newswire|media|staff|bureau|desk|editors|editorial|reporters|correspondents|team|broadcasting|television|radio|magazine|newspaper)\b/iu
/** Names of papers that may be names of people, too. */
const PAPER =
  /^The (?:\p{Lu}[\p{L}’'-]+ )*(?:Times|Post|Guardian|Journal|Tribune|Herald|Review|Economist|Standard|Star|Mail)$/u

/** The same without the article, where the last word is no family name. */
const PAPER_WITHOUT_ARTICLE =
  /^(?:\p{Lu}[\p{L}’'-]+ )+(?:Times|Tribune|Gazette|Chronicle|Telegraph|Insider|Daily|Weekly|Herald|Observer|Dispatch|Monitor)$/u
/** Words that names of societies, companies and states have. */
const BODY =
  /\b(?:international|federation|union|alliance|coalition|committee|organi[sz]ation|corporation|company|inc|ltd|gmbh|government|parliament|human rights|without borders|greenpeace|oxfam)\b/iu
/** Agencies and collections that pictures come from. */
const PICTURES =
  /\b(?:images|pictures|creative commons|picture alliance|stock photos?)\b|^(?:getty|imago|wikimedia|shutterstock|unsplash|pexels|pixabay|alamy|istock|flickr|nurphoto|adobe stock)(?: |$)/iu
/** Papers and stations whose names have the form of a person's. */
const KNOWN =
  /^(?:al jazeera|deutsche welle|le monde|le figaro|el pa[ií]s|el mundo|la repubblica|corriere della sera|der spiegel|die zeit|die welt|la stampa|de standaard|dagens nyheter|washington post|new york post|huffington post|wall street journal|rolling stone|vox|politico|axios|bloomberg|kyodo|yonhap|anadolu|interfax|euronews)(?: \p{L}+)?$/iu

const ACRONYM = /^(?:AFP|AP|UPI|DPA|dpa|ANSA|EFE|TASS|BBC|CNN|NPR|IPS|DW|PTI|ANI|AAP)\b/u

/** Whether a name in a byline is an organisation's: a news agency, a paper, an institute, a desk. */
export function isOrganizationName(name: string): boolean {
  return [STRONG_ORGANIZATION, PRESS, PAPER, PAPER_WITHOUT_ARTICLE, BODY, PICTURES, KNOWN, ACRONYM].some((each) =>
    each.test(name),
  )
}

/** Whether a whole line is the name of an agency or a paper, which is no heading of an article. */
export function isAgency(line: string): boolean {
  const isName = line.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word))
  return (
    KNOWN.test(line) ||
    (isName && (ACRONYM.test(line) || /\b(?:press|presse|news|agency|agentur|reuters|xinhua)$/iu.test(line)))
  )
}
