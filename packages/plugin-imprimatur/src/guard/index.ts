// The last line of defence, in the database adapter: which write is refused at once, and the proof of every touched piece at the commit.
export { problemsIn } from './integrity.ts'
export { refuseNamed } from './keepNamed.ts'
export { referrerOf } from './keepReferred.ts'
export { guardBefore, guardDatabase } from './guardDatabase.ts'
export { dropAutosaveBefore } from './keepAutosave.ts'
