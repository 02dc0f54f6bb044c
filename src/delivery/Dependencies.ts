import { Scope } from 'payload-plugin-imprimatur/scope'

import { namedBy, tagsOfRead, type Read, type Tag, type Terms } from './tags.ts'

/** What one answer hangs on, gathered while it is made. */
export class Dependencies {
  readonly tags = new Set<Tag>()
  /** Documents that may be named to whoever gets the answer. */
  readonly named = new Set<Tag>()
  /** Whether the answer says what time it is. */
  readsClock = false

  note(read: Read, terms: Terms): void {
    for (const tag of tagsOfRead(read, terms)) this.tags.add(tag)
    for (const tag of namedBy(read, terms)) this.named.add(tag)
  }
}

const scope = new Scope<Dependencies>('dependencies')

/** Makes something, with everything that is read on the way noted in `dependencies`. */
export function gathering<T>(dependencies: Dependencies, make: () => T): T {
  return scope.run(dependencies, make)
}

/** Where to note what is read now; undefined when nobody wants to know. */
export function gathered(): Dependencies | undefined {
  return scope.get()
}

/** A clock that notes that it was read. */
export function notingClock(now: () => Date): () => Date {
  return () => {
    const dependencies = gathered()
    if (dependencies) dependencies.readsClock = true
    return now()
  }
}
