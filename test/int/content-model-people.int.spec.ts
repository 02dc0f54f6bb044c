import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aStaffMember } from '../helpers/contentModelBuilders.ts'
import { openContentModel, type ContentModel } from '../helpers/contentModelConfig.ts'

let model: ContentModel
let admin: TypedUser
let editor: TypedUser

const account = (name: string) => ({ name, email: `${name}@example.org`, password: 'long enough for anybody' })

beforeAll(async () => {
  model = await openContentModel()
})
afterAll(async () => {
  await model.close()
})

describe('the first account', () => {
  it('is nobody’s by being first: an administrator is made at the console', async () => {
    expect((await model.create('users', account('first'))).roles ?? []).toEqual([])
    admin = await aStaffMember(model, 'admin')
    editor = await aStaffMember(model, 'editor')
  })
})

describe('people', () => {
  it('are added, and told what they may do, by administrators only', async () => {
    const made = await model.create(
      'users',
      { ...account('third'), roles: ['reviewer'], rights: ['breaking'] },
      { as: admin },
    )
    expect(made).toMatchObject({ roles: ['reviewer'], rights: ['breaking'], active: true })
    for (const as of [editor, 'reader'] as const) {
      await expect(model.create('users', account('fourth'), { as })).rejects.toMatchObject({ status: 403 })
    }
    const roles = ['reviewer', 'publisher']
    expect((await model.save('users', made.id, { roles }, { as: admin })).roles).toEqual(roles)
  })

  it.each([{ roles: ['editor', 'admin'] }, { roles: [] }, { rights: ['breaking'] }])(
    'cannot give themselves %j',
    async (data) => {
      await expect(
        model.save('users', String(editor.id), { name: 'Changed', ...data }, { as: editor }),
      ).rejects.toMatchObject({ status: 403 })
      const { name, roles, rights } = await model.read('users', String(editor.id))
      expect([name, roles, rights ?? []]).toEqual([editor.name, ['editor'], []])
    },
  )

  it('may send their roles back as they are, and change their own name', async () => {
    const data = { name: 'New name', roles: ['editor'] }
    expect(await model.save('users', String(editor.id), data, { as: editor })).toMatchObject({
      name: 'New name',
      roles: ['editor'],
    })
  })

  it('cannot close or reopen accounts', async () => {
    expect((await model.save('users', String(editor.id), { active: false }, { as: editor })).active).toBe(true)
  })

  it('cannot change or remove anybody else', async () => {
    const id = String(admin.id)
    await expect(model.save('users', id, { name: 'Changed' }, { as: editor })).rejects.toMatchObject({ status: 403 })
    const removal = model.payload.delete({ collection: 'users', id, overrideAccess: false, user: editor })
    await expect(removal).rejects.toMatchObject({ status: 403 })
  })

  it('are seen by colleagues and not by readers', async () => {
    expect((await model.read('users', String(admin.id), { as: editor })).name).toBe(admin.name)
    await expect(model.read('users', String(admin.id), { as: 'reader' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('somebody who has left', () => {
  it('cannot log in, and a session that is still open opens nothing', async () => {
    const { id } = await model.create('users', { ...account('leaving'), roles: ['admin'] })
    const login = () =>
      model.payload.login({
        collection: 'users',
        data: { email: 'leaving@example.org', password: 'long enough for anybody' },
      })
    expect((await login()).token).toBeDefined()

    const closed = await model.save('users', id, { active: false }, { as: admin })
    await expect(login()).rejects.toMatchObject({ status: 403 })
    const as = { ...closed, collection: 'users' } as unknown as TypedUser
    await expect(model.read('users', String(admin.id), { as })).rejects.toMatchObject({ status: 403 })
    await expect(model.create('topics', { name: 'Late' }, { as })).rejects.toMatchObject({ status: 403 })
  })
})
