// Who is told of what: of each event of the workflow, of which kinds there are, and when mails gather what.
// May import domain/workflow. Tests: test/unit/notifications.
export { concerned, NOTIFICATION_KINDS, type NotificationKind, type Told } from './concerned.ts'
export { mailSlot } from './mailSlot.ts'
