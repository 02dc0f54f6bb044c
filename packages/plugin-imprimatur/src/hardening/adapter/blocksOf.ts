import type { FlattenedBlock, FlattenedBlocksField, SanitizedConfig } from 'payload'

/** The blocks that a field takes, whether it has them itself or refers to those of the config. */
export function blocksOf(
  { blockReferences, blocks }: Pick<FlattenedBlocksField, 'blockReferences' | 'blocks'>,
  config: Pick<SanitizedConfig, 'blocks'>,
): readonly FlattenedBlock[] {
  return (blockReferences ?? blocks).flatMap((each) =>
    typeof each === 'string' ? (config.blocks?.filter(({ slug }) => slug === each) ?? []) : [each],
  )
}
