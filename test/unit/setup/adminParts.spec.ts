import type { CollectionConfig } from 'payload'
import { describe, expect, it } from 'vitest'
import { withOpenForm, withOpenGlobal, withPieceParts } from '../../../packages/plugin-imprimatur/src/admin/index.ts'

const FORM = 'payload-plugin-imprimatur/client#DocumentEdit'
const notes = { Component: '/Notes', path: '/notes' }

/** What the panel is told of a collection whose own views of a document are these. */
function told(edit: object, make: (collection: CollectionConfig) => CollectionConfig = withPieceParts) {
  const components = { views: { edit } } as NonNullable<CollectionConfig['admin']>['components']
  return make({ slug: 'posts', fields: [], admin: { components } }).admin?.components
}

describe('the views of a document', () => {
  it.each([
    ['a piece', withPieceParts],
    ['any other document', withOpenForm],
  ])('keep a tab of the project’s own beside the plugin’s form: %s', (_, make) => {
    expect(told({ notes, default: { tab: { label: 'Text' } } }, make)?.views?.edit).toEqual({
      notes,
      default: { Component: FORM, tab: { label: 'Text' } },
    })
  })

  it('of a global do, too', () => {
    const components = { views: { edit: { notes } } } as object
    const { admin } = withOpenGlobal({ slug: 'nav', fields: [], admin: { components } })
    expect(admin?.components?.views?.edit).toEqual({ notes, default: { Component: FORM } })
  })

  it.each([{ root: { Component: '/Own' } }, { default: { Component: '/Own' } }])(
    'leave a form of the project’s own alone, whose save is not the plugin’s: %j',
    (edit) => {
      const components = told(edit, withOpenForm)
      expect(components?.views?.edit).toEqual(edit)
      expect(components?.edit?.SaveButton).toBeUndefined()
    },
  )
})
