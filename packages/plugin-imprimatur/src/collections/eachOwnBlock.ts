import type { Block, BlocksField } from 'payload'

/** The blocks that a field has itself, each changed. It may refer to others of the config by their slugs, which are left to whoever changes the config. */
export function eachOwnBlock(
  { blockReferences, blocks }: BlocksField,
  change: (block: Block) => Block,
): Pick<BlocksField, 'blockReferences' | 'blocks'> {
  return {
    blocks: blocks.map(change),
    ...(blockReferences
      ? { blockReferences: blockReferences.map((each) => (typeof each === 'string' ? each : change(each))) }
      : {}),
  }
}
