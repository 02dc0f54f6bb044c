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

/** Whether a name in a byline is an organisation's: a news agency, a paper, an institute, a desk. */
export function isOrganizationName(name: string): boolean {
  return (
    STRONG_ORGANIZATION.test(name) ||
    PRESS.test(name) ||
    PAPER.test(name) ||
    /^(?:AFP|AP|UPI|DPA|dpa|ANSA|EFE|TASS|BBC|CNN|NPR|IPS)\b/u.test(name)
  )
}
