import type { CollectionConfig } from 'payload'
import { text } from 'payload/shared'
import {
  anyOfRoles,
  anyStaff,
  asked,
  guardRemoval,
  guardRights,
  refuseClosedAccount,
  refuseMisshapen,
  refuseUngranted,
  RIGHTS,
  ROLES,
  staffMember,
} from '../src/newsroom/fields/index.ts'

const byAdmin = anyOfRoles('admin')

const ROLE_LABELS: Readonly<Record<(typeof ROLES)[number], string>> = {
  contributor: 'Contributor: writes pieces of their own',
  editor: 'Editor: writes and changes every piece',
  reviewer: 'Reviewer: signs off what others wrote',
  publisher: 'Publisher: publishes, withdraws, retracts',
  admin: 'Administrator: people and settings',
}

/** Logins of the staff. An author of pieces is not a login; the two may be linked at the author. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Person', plural: 'People' },
  auth: true,
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    group: 'Settings',
    defaultColumns: ['name', 'email', 'roles', 'active'],
    description: 'Who works here. Only administrators add people and say what they may do.',
  },
  defaultPopulate: { name: true },
  defaultSort: 'name',
  access: {
    admin: anyStaff,
    read: anyStaff,
    create: byAdmin,
    update: ({ req }) => {
      const member = staffMember(req)
      if (member === undefined) return false
      return member.roles.includes('admin') ? true : { id: { equals: member.id } }
    },
    delete: byAdmin,
    unlock: byAdmin,
  },
  hooks: {
    beforeValidate: [refuseMisshapen],
    beforeChange: [guardRights],
    beforeDelete: [guardRemoval],
    beforeLogin: [refuseClosedAccount],
  },
  fields: [
    // Payload's own fields for a password take no description.
    {
      name: 'passwordRule',
      type: 'ui',
      admin: { components: { Field: '/src/newsroom/admin/index.ts#PasswordRule' } },
    },
    {
      name: 'name',
      type: 'text',
      label: 'Name',
      required: true,
      index: true,
      maxLength: 120,
      admin: { description: 'As colleagues see it. What is printed under a piece stands at the author.' },
      validate: asked('Enter the person’s name.', text),
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: 'Roles',
      saveToJWT: true,
      options: ROLES.map((role) => ({ label: ROLE_LABELS[role], value: role })),
      access: { create: byAdmin, update: byAdmin },
      hooks: { beforeValidate: [refuseUngranted] },
      admin: {
        position: 'sidebar',
        description: 'Several are possible. Nobody can sign off what they wrote, whatever their roles.',
      },
    },
    {
      name: 'rights',
      type: 'select',
      hasMany: true,
      label: 'Extra rights',
      options: RIGHTS.map((right) => ({
        label: 'Breaking news: publish first, have it reviewed afterwards',
        value: right,
      })),
      access: { create: byAdmin, update: byAdmin },
      hooks: { beforeValidate: [refuseUngranted] },
      admin: { position: 'sidebar' },
    },
    {
      name: 'active',
      type: 'checkbox',
      label: 'Works here',
      defaultValue: true,
      access: { create: byAdmin, update: byAdmin },
      admin: {
        position: 'sidebar',
        description:
          'Untick this when somebody leaves. What they did stays on record, and they cannot log in any more.',
      },
    },
    {
      name: 'notifyByMail',
      type: 'select',
      label: 'Notifications by mail',
      defaultValue: 'at_once',
      options: [
        { label: 'At once', value: 'at_once' },
        { label: 'Once an hour, all in one', value: 'hourly' },
        { label: 'Once a day, all in one', value: 'daily' },
        { label: 'None', value: 'none' },
      ],
      admin: { position: 'sidebar', description: 'In the panel they are there in any case.' },
    },
    {
      name: 'mailLanguage',
      type: 'select',
      label: 'Language of mails',
      options: [
        { label: 'English', value: 'en' },
        { label: 'Français', value: 'fr' },
        { label: 'Español', value: 'es' },
        { label: 'Deutsch', value: 'de' },
      ],
      admin: { position: 'sidebar', description: 'Left empty, the first language of the newsroom.' },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'authors',
      label: 'Author',
      index: true,
      maxDepth: 1,
      access: { create: byAdmin, read: anyStaff, update: byAdmin },
      hooks: { beforeValidate: [refuseUngranted] },
      admin: {
        position: 'sidebar',
        description:
          'Their page as an author, if they have one. Accounts with the same author are one person: what one of them wrote, the other does not sign off.',
      },
    },
  ],
}
