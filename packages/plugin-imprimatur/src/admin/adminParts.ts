import type { CollectionConfig, Config, EditConfig, Field, GlobalConfig, UIField } from 'payload'
import { STAGES } from '../domain/workflow/index.ts'
import { label } from '../translations/index.ts'
import { REVIEW_PATH } from './reviewAddress.ts'
import { fallbackTitle, type VIEW_TITLES } from './viewTitles.ts'

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
  // Payload calls it, as that of any other field, and has a narrower type for this kind alone.
  label: label('general:stage') as unknown as string,
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

/** Below it, while somebody else writes in the piece, or words of one's own are not saved. */
const writingField: UIField = {
  name: 'writingNotes',
  type: 'ui',
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: `${CLIENT}#WritingNotes` },
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
    fields: [stageField, bannerField, writingField, ...collection.fields.map(rowsAtOnce)],
    admin: {
      ...admin,
      ...(admin.defaultColumns ? { defaultColumns: afterFirst(admin.defaultColumns, STAGE) } : {}),
      components: {
        ...admin.components,
        beforeListTable: [
          ...(admin.components?.beforeListTable ?? []),
          { path: `${CLIENT}#StageFilter`, clientProps: { stages: STAGES } },
        ],
        edit: {
          ...admin.components?.edit,
          beforeDocumentControls: [...(admin.components?.edit?.beforeDocumentControls ?? []), `${CLIENT}#MovesAlone`],
          PublishButton: `${CLIENT}#PieceMoves`,
          SaveDraftButton: `${CLIENT}#SaveButton`,
          Status: `${CLIENT}#StageStatus`,
          UnpublishButton: `${CLIENT}#Nothing`,
        },
        views: { list: { Component: `${CLIENT}#PieceList` }, ...withEdit(admin.components?.views) },
      },
    },
  }
}

type Views = { readonly edit?: EditConfig }

/** Whether a view of the project's own stands where the plugin's form would, and with it all that is within. */
export function hasOwnForm(views: Views | undefined): boolean {
  const { default: form, root } = (views?.edit ?? {}) as { default?: { Component?: unknown }; root?: unknown }
  return Boolean(root ?? form?.Component)
}

/** The project's views, tabs and all, around the plugin's form. */
function withEdit(views: Views | undefined): Views {
  if (hasOwnForm(views)) return { ...views }
  const edit = { ...views?.edit, default: { ...EDIT.default, ...views?.edit?.default } } as EditConfig
  return { ...views, edit }
}

/** The plugin's save works in its form only. */
function saveIn(views: Views | undefined) {
  return hasOwnForm(views) ? {} : { SaveButton: SAVE }
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
        edit: { ...saveIn(admin.components?.views), ...admin.components?.edit },
        views: withEdit(admin.components?.views),
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
        elements: { ...saveIn(admin.components?.views), ...admin.components?.elements },
        views: withEdit(admin.components?.views),
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
export function withDeskParts({ admin, i18n }: Pick<Config, 'admin' | 'i18n'>): NonNullable<Config['admin']> {
  const { components = {} } = admin ?? {}
  const titled = (view: keyof typeof VIEW_TITLES) => ({ meta: { title: fallbackTitle(view, i18n) } })
  return {
    ...admin,
    components: {
      ...components,
      providers: [...(components.providers ?? []), `${RSC}#DeskProvider`],
      actions: [...(components.actions ?? []), `${CLIENT}#SearchButton`, `${CLIENT}#NotificationBell`],
      beforeDashboard: [`${RSC}#ReviewShortfalls`, `${RSC}#DeskCards`, ...(components.beforeDashboard ?? [])],
      beforeNavLinks: [
        {
          path: `${CLIENT}#DeskLink`,
          clientProps: { labelKey: 'plugin-imprimatur:queue:title', path: '/review-queue' },
        },
        {
          path: `${CLIENT}#DeskLink`,
          clientProps: { labelKey: 'plugin-imprimatur:releases:title', path: '/releases' },
        },
        {
          path: `${CLIENT}#DeskLink`,
          clientProps: { labelKey: 'plugin-imprimatur:report:title', path: '/desk-report' },
        },
        ...(components.beforeNavLinks ?? []),
      ],
      views: {
        ...components.views,
        reviewQueue: {
          Component: `${RSC}#ReviewQueueView`,
          path: '/review-queue',
          exact: true,
          ...titled('reviewQueue'),
        },
        releases: { Component: `${RSC}#ReleasesView`, path: '/releases', exact: true, ...titled('releases') },
        release: { Component: `${RSC}#ReleaseView`, path: '/releases/:id', exact: true, ...titled('release') },
        deskReport: { Component: `${RSC}#ReportView`, path: '/desk-report', exact: true, ...titled('deskReport') },
        review: { Component: `${RSC}#ReviewView`, path: REVIEW_PATH, exact: true, ...titled('review') },
      },
    },
  }
}

function afterFirst(columns: readonly string[], column: string): string[] {
  return [...columns.slice(0, 1), column, ...columns.slice(1)]
}
