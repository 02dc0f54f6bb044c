/**
 * Everything that an import can be unsure of. The key is the stable code; the text says in general what it means (the message of
 * a single doubt names the words in question).
 */
export const DOUBTS = {
  author_gone: 'The article is there already, its author no longer is; none is made.',
  author_same_name: 'An author of the same name is there already; it may or may not be the same person.',
  author_unknown: 'The file does not say who a login is that wrote an article.',
  authors_in_category: 'The authors of an article stand in categories, as the plugin Co-Authors Plus writes them.',
  authors_too_many: 'An item has more authors than an article credits.',
  biography_longer_name: 'The biography gives a longer form of the name than the byline.',
  biography_more_affiliations: 'The biography goes on to further posts or works; only the first affiliation was read.',
  biography_names_another_person: 'The biography uses another name than the byline.',
  biography_not_understood: 'No job title or no organisation could be read from the biography.',
  biography_place_left_out: 'A place in the biography was not taken into the affiliation.',
  biography_without_author: 'There are several authors and it is not clear whose biography this is.',
  block_left_out: 'A block of WordPress has no text in the file.',
  byline_extra: 'The byline holds words that are no name.',
  byline_form_unusual: 'A byline is confirmed and does not look like a name.',
  byline_from_biography: 'There is no byline; the name in the biography was taken.',
  byline_maybe_organization: 'A name in the byline may be that of an organisation or a place.',
  byline_maybe_several: 'A name in the byline may be the names of two people.',
  byline_not_a_person: 'The byline seems to name an organisation.',
  category_unknown: 'No section or topic is called as a category or tag of the file.',
  country_ambiguous: 'The name of the country can mean something else.',
  country_without_comma: 'The country was parted from the organisation although no comma stands between them.',
  credit_extra: 'A credit holds words that are no name.',
  credit_in_text: 'A line between two paragraphs looks like a credit; it stayed there.',
  credit_not_understood: 'A line seems to be a credit, and no name could be read from it.',
  credit_read: 'A line was read as a credit of somebody who did not write the article.',
  date_not_understood: 'A date of the file is none, or has no zone.',
  date_read: 'A date line was read; it is not taken over as the date of publication.',
  element_not_used: 'The file has something that drafts have no place for, or that is not known here.',
  excerpt_cut: 'The excerpt was cut where the text was copied from.',
  excerpt_guessed: 'A line was taken for an excerpt although it does not end like one.',
  excerpt_link_left_out: 'The excerpt had more after its ellipsis, such as a “read more” link.',
  excerpt_long: 'An excerpt is too long.',
  found_in_trash: 'The piece is there already, in the trash.',
  headline_cut: 'The headline ends with an ellipsis.',
  headline_from_text: 'An item without a headline got its first words.',
  headline_long: 'A headline is too long.',
  headline_marks: 'A headline had marks of HTML.',
  item_skipped: 'The file has what is no article, or was not to be imported.',
  language_guessed: 'The language was guessed from the text.',
  lines_joined: 'Lines that seem to be one wrapped paragraph were joined.',
  lines_parted: 'Lines without a blank line between them were read as paragraphs.',
  markup_left_out: 'Not everything in a text could be kept.',
  name_order_unsure: 'Which part of the name is the family name is a guess.',
  no_biography: 'No biography was found.',
  no_byline: 'No byline was found.',
  no_country: 'No country could be read from the biography.',
  no_date: 'The page has no date line.',
  notes_at_end: 'Notes below the article were put at the end of its text.',
  possible_byline: 'A line looks like a byline but nothing confirms it; it was left in the text.',
  possible_credit: 'The text ends with a line that is no sentence; it may be a credit.',
  possible_heading: 'A short paragraph looks like a heading; it was read as a paragraph.',
  rail_guessed: 'Where the article ends and the teasers begin is a guess.',
  rail_label_left_out: 'The label over the teasers was left out.',
  repeated_in_file: 'An item has the identity of an earlier one.',
  section_second: 'An article was in several sections; here it is in one.',
  shortcode_in_text: 'A shortcode of WordPress stayed in the text.',
  slug_changed: 'A slug has characters that slugs here have not.',
  slug_taken: 'The slug of an article is taken.',
  summary_only: 'A feed has a summary instead of the text.',
  teaser_repeated: 'The same teaser stands on the page more than once.',
  teaser_target_missing: 'The page does not say where the teaser leads.',
  teaser_without_excerpt: 'A teaser has a headline only.',
  text_changed_since_import: 'The piece was imported before from a text that was different.',
  text_damaged: 'A text was damaged by copying.',
  text_not_used: 'A part of the page was not used.',
  unbalanced_quote: 'A quotation mark has no partner.',
  was_not_public: 'An article was not public where it comes from.',
} as const satisfies Record<string, string>

/** A stable code of something that an import guessed or could not tell. */
export type DoubtCode = keyof typeof DOUBTS

/**
 * One thing that an editor should look at: `line` is the 1-based line of the file; `mended`, where a text was damaged, the line as it
 * probably was.
 */
export type Doubt = {
  code: DoubtCode
  message: string
  line: number
  mended?: string
}
