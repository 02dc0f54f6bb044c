// What the log says of the desk: how long pieces stay at a stage, how often they are sent back, how long others wait.
// May import domain/workflow. Tests: test/unit/reports.
export { csvOf } from './csvOf.ts'
export { needsEarlier, roundsIn, staysIn, type LoggedMove, type Rounds } from './staysIn.ts'
export { summaryOf, type Summary } from './summaryOf.ts'
