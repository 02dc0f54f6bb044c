import { describe, expect, it } from 'vitest'
import { faultOfPassword, type PasswordFault } from '../../../src/accounts/faultOfPassword.ts'

const EXPECTED = [
  'ada.lovelace@harbour.example',
  'Ada Lovelace',
  'Ada',
  'Lovelace',
  'The Harbour Post',
  'Harbour',
  'imprimatur',
]
const reasonOf = (password: string): PasswordFault['reason'] | null =>
  faultOfPassword(password.normalize('NFKC'), EXPECTED)?.reason ?? null

describe('faultOfPassword()', () => {
  it.each([
    'incorrect donkey charger nail',
    'a password for tests only',
    'Where did the tide leave my boots?',
    'zwölf graue Möwen im Regen',
    'пятнадцать серых чаек',
    '夏目漱石坊っちゃん吾輩は猫である',
    'Tr0ub4dor&3 x9 Lq',
    'Ada counts to seventy backwards',
    '🐚🌊⛵🦀🐙🐟🦑🪸🐬🐳🦈🐋🦭🪼🐡',
  ])('takes %j', (password) => {
    expect(reasonOf(password)).toBeNull()
  })

  // 14 code points, of which some are two units of UTF-16, or two before they are normalized.
  it.each([
    'abc',
    '   ',
    'pässwört',
    '',
    'fourteen signs',
    '🐚🌊⛵🦀🐙🐟🦑🪸🐬🐳🦈🐋🦭🪼',
    'fo\u0308urte\u0308e\u0308n signs',
  ])('says of %j that it is short', (password) => {
    expect(reasonOf(password)).toBe('too_short')
  })

  it('counts 257 as too many and 256 not', () => {
    // Letters at a distance from each other: 3 and 26 have no common divisor, so no short part comes again.
    const signs = Array.from({ length: 257 }, (_, at) =>
      String.fromCharCode(97 + ((at * 3 + Math.floor(at / 26)) % 26)),
    ).join('')
    expect([reasonOf(signs.slice(0, 256)), reasonOf(signs)]).toEqual([null, 'too_long'])
  })

  it.each([
    'passwordpassword',
    'aaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '                 ',
    '123456789012345',
    'abcdefghijklmnop',
  ])('says of %j that it is predictable', (password) => {
    expect(reasonOf(password)).toBe('predictable')
  })

  it.each([
    'qwertyuiopasdfghjkl',
    '987654321987654321',
    '1q2w3e4r5t6y7u8i',
    '!?!?!?!?!?!?!?!?',
    '!@#$%^&*()_+!@#',
    '+_)(*&^%$#@!+_)',
    '!"§$%&/()=?!"§$',
    'ZYXWVUTSRQPONMLK',
    // The last round of what is repeated is cut short.
    'abc123abc123abc1',
    'editor editor editor 1',
    // Columns of keys.
    'zaq12wsxcde34rfv',
    'qazwsxedcrfvtgby',
    'йцукенгшщзфывапр',
    // Dates.
    '19840101 19850202',
    '31-12-1999 01-01-2000',
  ])('and of %j', (password) => {
    expect(reasonOf(password)).toBe('predictable')
  })

  it.each([
    'monday tuesday wednesday',
    'Lundi, mardi, mercredi',
    'janvier février mars',
    'enero febrero marzo',
    'Dienstag Mittwoch 12',
    'passwordpassphrase',
    'my password is secret',
    'thisisapassword',
    'I need a password 12',
    'пароль1234567890',
    'newsroom password 1',
    'Welcome to the newsroom',
    'iamtheadministrator',
    'correct horse battery staple',
    'the quick brown fox',
    'To be, or not to be!',
    'maythefourthbewithyou',
    'May the force be with you 12',
    'être ou ne pas être',
    'il etait une fois 1',
    'gennaio febbraio marzo',
    'segunda terça quarta quinta',
    'maandag dinsdag woensdag',
    'poniedziałek wtorek środa',
    'poniedzialek wtorek sroda',
    'januari februari mars',
    'fevrier mercredi 2026',
  ])('says of %j that many would think of it', (password) => {
    expect(reasonOf(password)).toBe('predictable')
  })

  it.each([
    'Password 12345678',
    'password!!!!!2026',
    'dragonfootball12',
    '2026 dragon 2026 football',
    'iloveyouforever',
    // Signs that are read as letters.
    'P@ssw0rd12345678',
    'p4$$w0rd 20262027',
    'pa55word pa55word 1',
    'Dr@g0n f00tb@ll',
  ])('says of %j that many use it', (password) => {
    expect(reasonOf(password)).toBe('common')
  })

  it.each([
    'Ada Lovelace 2026',
    'lovelace-of-harbour-1',
    'The Harbour Post!',
    'ada.lovelace@harbour.example',
    'imprimatur 20262027',
    'imprimatur password',
    'The H4rb0ur P0st!',
    'ecalevol ada 2026',
    'ruobrah ecalevol',
  ])('says of %j that it was to be expected', (password) => {
    expect(['expected', 'predictable']).toContain(reasonOf(password))
  })
})
