/**
 * Tells the newest of several questions from older ones, whose answers may come after it and count no more.
 *
 * @returns begins a question, and gives what says whether none was begun since
 */
export function askedInTurn(): () => () => boolean {
  let newest = 0
  return () => {
    const own = ++newest
    return () => own === newest
  }
}
