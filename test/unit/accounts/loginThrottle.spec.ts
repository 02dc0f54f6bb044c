import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../src/accounts/clientAddress.ts'
import { LoginThrottle } from '../../../src/accounts/loginThrottle.ts'

const stranger = () => Promise.resolve(false)
const known = () => Promise.resolve(true)

async function admitted(throttle: LoginThrottle, email: string, network: string, isKnown = stranger) {
  return (await throttle.admit({ email, network }, isKnown)).admitted
}

describe('LoginThrottle', () => {
  it('lets many at once have ten points between them, not ten each', async () => {
    const throttle = new LoginThrottle()
    const all = await Promise.all(Array.from({ length: 100 }, () => admitted(throttle, 'a@b.example', '192.0.2.1')))
    expect(all.filter(Boolean)).toHaveLength(10)
  })

  it('does not count against a place what it has refused', async () => {
    const throttle = new LoginThrottle()
    for (let each = 0; each < 100; each++) await admitted(throttle, 'a@b.example', '192.0.2.1')
    let others = 0
    while (others < 100 && (await admitted(throttle, `x${String(others)}@b.example`, '192.0.2.1'))) others++
    expect(others).toBe(20)
  })

  it('gives everything back for logins that work, however many there are', async () => {
    const throttle = new LoginThrottle()
    for (let each = 0; each < 200; each++) {
      const attempt = { email: `x${String(each % 3)}@b.example`, network: '192.0.2.1' }
      expect((await throttle.admit(attempt, stranger)).admitted).toBe(true)
      await throttle.forgive(attempt)
    }
  })

  it('holds an account after fifty failures from anywhere, but not where its owner is known', async () => {
    const throttle = new LoginThrottle()
    for (let each = 0; each < 50; each++) {
      expect(await admitted(throttle, 'a@b.example', `198.51.100.${String(each)}`)).toBe(true)
    }
    expect(await admitted(throttle, 'a@b.example', '198.51.100.99')).toBe(false)
    expect(await admitted(throttle, 'a@b.example', '192.0.2.1', known)).toBe(true)
    await throttle.unlock('a@b.example')
    expect(await admitted(throttle, 'a@b.example', '198.51.100.99')).toBe(true)
  })

  it('says that a limit is reached when it is, and not again', async () => {
    const throttle = new LoginThrottle()
    const firsts: boolean[] = []
    for (let each = 0; each < 13; each++) {
      const verdict = await throttle.admit({ email: 'a@b.example', network: '192.0.2.1' }, stranger)
      if (!verdict.admitted) firsts.push(verdict.first)
    }
    expect(firsts).toEqual([true, false, false])
  })
})

describe('networkOf', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['2001:DB8::1:bbbb:0:0:2', '2001:db8:0:1::/64'],
    ['2001:db8:0:2::1', '2001:db8:0:2::/64'],
    ['', 'local'],
    ['evil, 192.0.2.1', 'local'],
    ['not an address', 'local'],
  ])('takes %s for %s', (address, network) => {
    expect(networkOf(new Headers(address === '' ? {} : { 'x-forwarded-for': address }))).toBe(network)
  })
})
