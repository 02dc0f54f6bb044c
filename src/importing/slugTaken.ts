/** Says that an article does not get the slug that it had. */
export function slugTaken(slug: string, headline: string): string {
  const message = `The slug “${slug}” is taken; the draft of “${headline}” gets another one.`
  return message
}
