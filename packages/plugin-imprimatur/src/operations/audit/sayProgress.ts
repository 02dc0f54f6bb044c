/** How often somebody who waits is told how far it is, in milliseconds. */
const EVERY_MS = 5_000

/**
 * For commands that take long: says how far it is, every few seconds, such as `2,000 of 100,000 pieces were audited.`
 *
 * @param now a clock in milliseconds
 */
export function sayProgress(
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): (done: number, of: number) => void {
  let said = now()
  return (done, of) => {
    if (now() - said < EVERY_MS) return
    said = now()
    say(`${done.toLocaleString('en')} of ${of.toLocaleString('en')} pieces were audited.`)
  }
}
