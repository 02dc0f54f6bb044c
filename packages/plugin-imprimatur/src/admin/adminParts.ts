import type { CollectionConfig, Config, Field, GlobalConfig, UIField } from 'payload'
import { REVIEW_PATH } from './reviewAddress.ts'

/** The doors of the panel's components, as Payload's import map names them. */
export const CLIENT = 'payload-plugin-imprimatur/client'
const RSC = 'payload-plugin-imprimatur/rsc'

const EDIT = { default: { Component: `${CLIENT}#DocumentEdit` } }
const SAVE = `${CLIENT}#PlainSaveButton`

/** Name of the column of a list and of the panel beside a piece; a field that holds nothing. */
const STAGE = 'stage'

const stageField: UIField = {
  name: STAGE,
  type: 'ui',
  label: 'Stage',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    components: { Cell: `${CLIENT}#StageCell`, Field: `${CLIENT}#PiecePanel` },
  },
}

/** Above everything else in the form, and only when there is something to say. */
const bannerField: UIField = {
  name: 'fastTrackBanner',
  type: 'ui',
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: `${CLIENT}#FastTrackBanner` },
  },
}

/** Below it, while somebody else has unsaved changes in the piece. */
const writersField: UIField = {
  name: 'writersNote',
  type: 'ui',
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: `${CLIENT}#WritersNote` },
  },
}

/**
 * A collection under the workflow, as the admin panel shows it: the stage in place of Payload's status, moves in place
 * of its publish buttons, and a save that knows what it is based on.
 */
export function withPieceParts(collection: CollectionConfig): CollectionConfig {
  const { admin = {} } = collection
  return {
    ...collection,
    fields: [stageField, bannerField, writersField, ...collection.fields.map(rowsAtOnce)],
    admin: {
      ...admin,
      ...(admin.defaultColumns ? { defaultColumns: afterFirst(admin.defaultColumns, STAGE) } : {}),
      components: {
        ...admin.components,
        edit: {
          ...admin.components?.edit,
          beforeDocumentControls: [...(admin.components?.edit?.beforeDocumentControls ?? []), `${CLIENT}#MovesAlone`],
          PublishButton: `${CLIENT}#PieceMoves`,
          SaveDraftButton: `${CLIENT}#SaveButton`,
          Status: `${CLIENT}#StageStatus`,
          UnpublishButton: `${CLIENT}#Nothing`,
        },
        views: { list: { Component: `${CLIENT}#PieceList` }, edit: EDIT, ...admin.components?.views },
      },
    },
  }
}

/** Any other collection: a save leaves the form to the person who types in it. */
export function withOpenForm(collection: CollectionConfig): CollectionConfig {
  const { admin = {} } = collection
  return {
    ...collection,
    fields: collection.fields.map(rowsAtOnce),
    admin: {
      ...admin,
      components: {
        ...admin.components,
        edit: { SaveButton: SAVE, ...admin.components?.edit },
        views: { edit: EDIT, ...admin.components?.views },
      },
    },
  }
}

/** The same for a global. */
export function withOpenGlobal(global: GlobalConfig): GlobalConfig {
  const { admin = {} } = global
  return {
    ...global,
    fields: global.fields.map(rowsAtOnce),
    admin: {
      ...admin,
      components: {
        ...admin.components,
        elements: { SaveButton: SAVE, ...admin.components?.elements },
        views: { edit: EDIT, ...admin.components?.views },
      },
    },
  }
}

/** Rows that can be typed in as soon as they are added, wherever a field has some. */
function rowsAtOnce(field: Field): Field {
  if (field.type === 'tabs') {
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(rowsAtOnce) })) }
  }
  if (!('fields' in field)) return field
  const inner = { ...field, fields: field.fields.map(rowsAtOnce) }
  if (inner.type !== 'array') return inner
  const { components } = inner.admin ?? {}
  return { ...inner, admin: { ...inner.admin, components: { Field: `${CLIENT}#ArrayAtOnce`, ...components } } }
}

/** The admin panel around them: the review queue, and the ways to it from the dashboard and the navigation. */
export function withDeskParts(admin: Config['admin']): NonNullable<Config['admin']> {
  const { components = {} } = admin ?? {}
  return {
    ...admin,
    components: {
      ...components,
      providers: [...(components.providers ?? []), `${RSC}#DeskProvider`],
      beforeDashboard: [`${RSC}#WaitingCard`, `${RSC}#ReviewShortfalls`, ...(components.beforeDashboard ?? [])],
      beforeNavLinks: [
        { path: `${CLIENT}#DeskLink`, clientProps: { label: 'Review queue', path: '/review-queue' } },
        ...(components.beforeNavLinks ?? []),
      ],
      views: {
        ...components.views,
        reviewQueue: {
          Component: `${RSC}#ReviewQueueView`,
          path: '/review-queue',
          exact: true,
          meta: { title: 'Review queue' },
        },
        review: { Component: `${RSC}#ReviewView`, path: REVIEW_PATH, exact: true, meta: { title: 'Review' } },
      },
    },
  }
}

function afterFirst(columns: readonly string[], column: string): string[] {
  return [...columns.slice(0, 1), column, ...columns.slice(1)]
}
