// One writer and many readers of a SQLite file, where Payload's adapter opens a connection for each transaction.
export { oneWriter, soundAdapter } from './oneWriter.ts'
