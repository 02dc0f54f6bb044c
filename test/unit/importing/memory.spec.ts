import { describeImportContract } from './importContract.ts'
import { MemoryPieces } from './MemoryPieces.ts'

describeImportContract('a list in memory', async () => {
  const ports = new MemoryPieces()
  return {
    ports,
    pieces: async () =>
      ports.pieces.map(({ collection, id, source, data }) => ({ collection, id, key: source.key, data: { ...data } })),
  }
})
