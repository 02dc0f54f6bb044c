import { Scope } from 'payload-plugin-imprimatur/scope'
import { describe, expect, it } from 'vitest'

const later = () => new Promise((resolve) => setTimeout(resolve, 1))

describe('Scope', () => {
  it('holds for what a function does and starts, and for nothing else', async () => {
    const scope = new Scope<string>()
    const seen = async (value: string) =>
      scope.run(value, async () => {
        await later()
        return scope.get()
      })
    const both = Promise.all([seen('a'), seen('b')])
    expect(scope.get()).toBeUndefined()
    expect(await both).toEqual(['a', 'b'])
    expect(scope.get()).toBeUndefined()
  })

  it('keeps what other scopes hold, and gives way to one within it', async () => {
    const [outer, inner] = [new Scope<number>(), new Scope<number>()]
    const values = () => [outer.get(), inner.get()]
    await outer.run(1, async () => {
      expect(inner.run(2, values)).toEqual([1, 2])
      expect(outer.run(3, () => inner.run(4, values))).toEqual([3, 4])
      await later()
      expect(values()).toEqual([1, undefined])
    })
  })

  it('is one under one name, as two copies of a module have it, and its maker’s alone without one', () => {
    new Scope<string>('of a test').run('here', () => {
      expect(new Scope<string>('of a test').get()).toBe('here')
      expect(new Scope<string>('of another').get()).toBeUndefined()
      expect(new Scope<string>().get()).toBeUndefined()
    })
  })

  it('ends with an error', () => {
    const scope = new Scope<string>()
    const failing = () =>
      scope.run('here', () => {
        throw new Error('no')
      })
    expect(failing).toThrow('no')
    expect(scope.get()).toBeUndefined()
  })
})
