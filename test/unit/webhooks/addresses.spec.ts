import { describe, expect, it } from 'vitest'
import { addressFault, isInternal } from '../../../src/webhooks/index.ts'

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('that is not one of the open internet: %s', (address) => {
    expect(isInternal(address)).toBe(true)
  })

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'that is one of it: %s',
    (address) => {
      expect(isInternal(address)).toBe(false)
    },
  )
})

describe('the address of a webhook', () => {
  it.each([
    'hook',
    '/hook',
    'ftp://example.org/hook',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:secret@example.org/hook',
    'https://example.org/hook#part',
    `https://example.org/${'a'.repeat(2_000)}`,
    7,
    null,
  ])('is refused: %s', (value) => {
    expect(addressFault(value)).toMatch(/\.$/)
  })

  it('is taken', () => {
    expect(addressFault('https://hooks.example.org:8443/in?of=newsroom')).toBe(null)
  })
})
