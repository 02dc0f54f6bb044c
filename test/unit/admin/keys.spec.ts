import { describe, expect, it } from 'vitest'
import { actionOf, type KeyPress } from '../../../packages/plugin-imprimatur/src/admin/keys.ts'

const action = { key: 's', does: 'Sign off', run: () => undefined }
const press = (more: Partial<KeyPress> = {}): KeyPress => ({
  altKey: false,
  ctrlKey: false,
  defaultPrevented: false,
  isComposing: false,
  key: 's',
  metaKey: false,
  repeat: false,
  target: { closest: () => null },
  ...more,
})
/** An element in something that these selectors are of. */
const within = (...names: readonly string[]) => ({
  closest: (selector: string) =>
    names.some((name) => selector.split(', ').some((each) => each.startsWith(name))) ? {} : null,
})

describe('a key', () => {
  it('is the command that it stands for', () => {
    expect(actionOf(press(), [action], false)).toBe(action)
    expect(actionOf(press({ key: 'x' }), [action], false)).toBeNull()
    expect(actionOf(press({ target: null }), [action], false)).toBe(action)
  })

  it.each(['input', 'textarea', 'select', '[contenteditable]', '[role=textbox]', '[role=combobox]', 'dialog'])(
    'is a letter in %s',
    (name) => {
      expect(actionOf(press({ target: within(name) }), [action], false)).toBeNull()
    },
  )

  it.each([
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { isComposing: true },
    { repeat: true },
    { defaultPrevented: true },
  ])('is none with %j', (more) => {
    expect(actionOf(press(more), [action], false)).toBeNull()
  })

  it('is none while a dialog is open', () => {
    expect(actionOf(press(), [action], true)).toBeNull()
  })
})
