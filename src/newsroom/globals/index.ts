// The two globals that editors keep: settings of the newsroom, and the order of the front page; and a typed way to read the settings.
// Tests: test/unit/newsroom/newsroomSettings.spec.ts, test/int/content-model-globals.int.spec.ts.
export { Front } from './Front.ts'
export { Newsroom } from './Newsroom.ts'
export { mailLanguage } from './mailLanguage.ts'
export { newsroomPolicy } from './newsroomPolicy.ts'
export { readNewsroom } from './newsroomSettings.ts'
