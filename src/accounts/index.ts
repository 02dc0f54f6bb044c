// The front door: logins and their limits, sessions, passwords, the record of access, locks of documents.
// Tests: test/int/front-door*.int.spec.ts, test/unit/accounts.
export { ACCESS_EVENTS } from './accessEvents.ts'
export { apiKeyEndpoints, recordDeletedKey } from './apiKeyEndpoints.ts'
export { API_KEYS, ApiKeys, KEY_SCOPES, keyIn, keyScopes, withKey, type KeyScope, type KeyScopes } from './apiKeys.ts'
export { networkOf } from './clientAddress.ts'
export { makeAdministrator, passwordLink } from './consoleAccounts.ts'
export { narrowDocumentLocks } from './documentLocks.ts'
export { forgetDaily, type Forget } from './forgetDaily.ts'
export { frontDoor, frontDoorOf, type FrontDoorOptions } from './frontDoor.ts'
export { PASSWORD_LENGTH } from './faultOfPassword.ts'
export { ANY_PASSWORD } from './judgePassword.ts'
export { LinkThrottle } from './linkThrottle.ts'
export { LOGIN_LIMITS } from './loginThrottle.ts'
export { mendEndpoints } from 'payload-plugin-imprimatur'
export { mailWish } from './mailWish.ts'
export { mail, type MailSettings } from './mail.ts'
export { hashedBefore } from './passwordHooks.ts'
export {
  RIGHTS,
  ROLES,
  type Role,
  type StaffMember,
  anyOfRoles,
  anyStaff,
  anyone,
  nobody,
  staffMember,
} from './staff.ts'
export { guardRemoval, guardRights, refuseClosedAccount, refuseUngranted } from './userRights.ts'
