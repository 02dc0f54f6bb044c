import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { hasWords, settleAnswer } from '../../../packages/plugin-imprimatur/src/admin/settleAnswer.ts'
import { withCarried } from '../../../packages/plugin-imprimatur/src/admin/carriedWords.ts'

const text = (value: unknown): FormState[string] => ({ value, initialValue: value })

/** A form with one list of rows, `credits`, each row an id and a name. */
function form(
  fields: Record<string, unknown>,
  rows: readonly (readonly [id: string, name?: string])[] = [],
): FormState {
  return {
    ...Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, text(value)])),
    credits: { value: rows.length, initialValue: rows.length, rows: rows.map(([id]) => ({ id })) },
    ...Object.fromEntries(
      rows.flatMap(([id, name], at) => [
        [`credits.${String(at)}.id`, text(id)],
        ...(name === undefined ? [] : [[`credits.${String(at)}.name`, text(name)] as const]),
      ]),
    ),
  }
}

describe('an answer to a save', () => {
  const stored = (asked: FormState, answer: FormState, now: FormState, focused?: string) =>
    settleAnswer({ asked, answer, now, stored: true, focused })

  it('brings what the newsroom made of a field that nobody touched', () => {
    const settled = stored(form({ slug: 'A B' }), form({ slug: 'a-b' }), form({ slug: 'A B' }))
    expect(settled['slug']?.value).toBe('a-b')
  })

  it('leaves a field alone that was typed in since, whatever the newsroom made of it', () => {
    const settled = stored(form({ slug: 'A B' }), form({ slug: 'a-b' }), form({ slug: 'A B c' }))
    expect(settled['slug']).not.toHaveProperty('value')
    expect(settled['slug']).not.toHaveProperty('initialValue')
  })

  it('leaves a text alone that was stored as it was sent, so that its editor is not put in anew', () => {
    const body = { root: { children: ['one'], direction: undefined } }
    const same = { root: { children: ['one'] } }
    expect(stored(form({ body }), form({ body: same }), form({ body }))['body']).not.toHaveProperty('value')
  })

  it('leaves a text alone that has the caret', () => {
    const [sent, made] = [{ root: 'one' }, { root: 'One' }]
    const answer = form({ body: made })
    expect(stored(form({ body: sent }), answer, form({ body: sent }), 'body')['body']).not.toHaveProperty('value')
    expect(stored(form({ body: sent }), answer, form({ body: sent }), 'other')['body']?.value).toEqual(made)
  })

  it('keeps rows that were added, moved and removed since, each with its own words', () => {
    const sent = form({}, [
      ['a', 'A'],
      ['b', 'B'],
    ])
    const now = form({}, [
      ['c', 'C'],
      ['b', 'B'],
    ])
    const settled = stored(
      sent,
      form({}, [
        ['a', 'A'],
        ['b', 'B, made better'],
      ]),
      now,
    )
    expect(settled['credits']?.rows?.map(({ id }) => id)).toEqual(['c', 'b'])
    expect([settled['credits']?.value, settled['credits']?.disableFormData]).toEqual([2, true])
    expect(settled['credits.1.name']?.value).toBe('B, made better')
    expect(settled).not.toHaveProperty('credits.0.name')
  })

  it('says of a list that was emptied since that it is empty, so that the next save empties it', () => {
    const settled = stored(form({}, [['a']]), form({}, [['a']]), form({}))
    expect(settled['credits']).toMatchObject({ rows: [], value: 0, disableFormData: false })
  })

  it('puts rows that the newsroom made after those of the person', () => {
    const settled = stored(form({}, [['a']]), form({}, [['a'], ['made', 'M']]), form({}, [['a'], ['own']]))
    expect(settled['credits']?.rows?.map(({ id }) => id)).toEqual(['a', 'own', 'made'])
    expect(settled['credits.2.name']?.value).toBe('M')
  })
})

describe('an answer to a question of the form', () => {
  const said = (asked: FormState, answer: FormState, now: FormState) =>
    settleAnswer({ asked, answer, now, stored: false })
  const fresh = (value?: unknown): FormState[string] => ({ value, initialValue: value, addedByServer: true })

  it('brings what a new row begins with, and not over what was typed in it since', () => {
    const asked = form({}, [['a']])
    const answer = { ...form({}, [['a']]), 'credits.0.role': fresh('author'), 'credits.0.name': fresh() }
    const now = { ...form({}, [['a', 'Ann']]) }
    const settled = said(asked, answer, now)
    expect(settled['credits.0.role']).toEqual(fresh('author'))
    expect(settled['credits.0.name']).not.toHaveProperty('value')
    expect(settled['credits.0.name']).not.toHaveProperty('addedByServer')
  })

  it('brings nothing for a row that was removed since', () => {
    const answer = { ...form({}, [['a'], ['b']]), 'credits.1.name': fresh(), 'credits.0.name': fresh() }
    const settled = said(form({}, [['a'], ['b']]), answer, form({}, [['b', 'B']]))
    const within = Object.keys(settled).filter((path) => path.startsWith('credits.'))
    expect(within.sort()).toEqual(['credits.0.id', 'credits.0.name'])
    expect(settled['credits.0.name']).not.toHaveProperty('value')
    expect(settled['credits']?.rows?.map(({ id }) => id)).toEqual(['b'])
  })
})

describe('what is carried to the page of a new piece', () => {
  it('is what was typed since it was sent, and nothing else', () => {
    const sent = form({ headline: 'New', slug: '' })
    const carried = withCarried(sent, form({ headline: 'New piece', slug: '' }), form({ headline: 'New', slug: 'new' }))
    expect([carried?.['headline']?.value, carried?.['slug']?.value]).toEqual(['New piece', 'new'])
  })

  it('is nothing when nothing was typed', () => {
    expect(withCarried(form({ a: 1 }), form({ a: 1 }), form({ a: 1, b: 2 }))).toBeNull()
  })

  it('has the rows as the person left them', () => {
    const sent = form({}, [
      ['a', 'A'],
      ['b', 'B'],
    ])
    const carried = withCarried(
      sent,
      form({}, [['b', 'B too']]),
      form({}, [
        ['a', 'A'],
        ['b', 'B'],
      ]),
    )
    expect(carried?.['credits']?.rows).toEqual([{ id: 'b' }])
    expect(carried?.['credits.0.name']?.value).toBe('B too')
    expect(carried).not.toHaveProperty(['credits.1.name'])
  })
})

describe('a form whose save is done', () => {
  const sent = form({ headline: 'One' }, [['a', 'Name']])

  it('has words to save when one was typed since, a row was added or rows were moved', () => {
    expect(hasWords(sent, form({ headline: 'One two' }, [['a', 'Name']]), {})).toBe(true)
    expect(hasWords(sent, form({ headline: 'One' }, [['a', 'Name'], ['b']]), {})).toBe(true)
    expect(hasWords(sent, form({ headline: '' }, [['a', 'Name']]), {})).toBe(true)
  })

  it('has none when the newsroom alone has put something in', () => {
    const now = { ...sent, 'credits.0.role': text('author') }
    expect(hasWords(sent, now, { 'credits.0.role': text('author') })).toBe(false)
    expect(hasWords(sent, { ...sent, 'credits.0.role': text('editor') }, { 'credits.0.role': text('author') })).toBe(
      true,
    )
    expect(hasWords(sent, sent, {})).toBe(false)
  })
})
