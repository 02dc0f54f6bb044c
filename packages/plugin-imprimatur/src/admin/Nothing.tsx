'use client'

/** In place of a button of Payload's that the workflow has no use for. */
export function Nothing() {
  return null
}
