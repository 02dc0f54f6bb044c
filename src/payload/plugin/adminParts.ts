import type { CollectionConfig, Config, UIField } from 'payload'

/** The door of the admin panel's components, as Payload's import map finds it from its base folder. */
export const DOOR = '/src/admin/index.ts'

/** Name of the column of a list and of the panel beside a piece; a field that holds nothing. */
const STAGE = 'stage'

const stageField: UIField = {
  name: STAGE,
  type: 'ui',
  label: 'Stage',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    components: { Cell: `${DOOR}#StageCell`, Field: `${DOOR}#PiecePanel` },
  },
}

/** Above everything else in the form, and only when there is something to say. */
const bannerField: UIField = {
  name: 'fastTrackBanner',
  type: 'ui',
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: `${DOOR}#FastTrackBanner` },
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
    fields: [stageField, bannerField, ...collection.fields],
    admin: {
      ...admin,
      ...(admin.defaultColumns ? { defaultColumns: afterFirst(admin.defaultColumns, STAGE) } : {}),
      components: {
        ...admin.components,
        edit: {
          ...admin.components?.edit,
          beforeDocumentControls: [...(admin.components?.edit?.beforeDocumentControls ?? []), `${DOOR}#MovesAlone`],
          PublishButton: `${DOOR}#PieceMoves`,
          SaveDraftButton: `${DOOR}#SaveButton`,
          Status: `${DOOR}#StageStatus`,
          UnpublishButton: `${DOOR}#Nothing`,
        },
        views: { list: { Component: `${DOOR}#PieceList` }, ...admin.components?.views },
      },
    },
  }
}

/** The admin panel around them: the review queue, and the ways to it from the dashboard and the navigation. */
export function withDeskParts(admin: Config['admin']): NonNullable<Config['admin']> {
  const { components = {} } = admin ?? {}
  return {
    ...admin,
    components: {
      ...components,
      providers: [...(components.providers ?? []), `${DOOR}#DeskProvider`],
      beforeDashboard: [`${DOOR}#WaitingCard`, ...(components.beforeDashboard ?? [])],
      beforeNavLinks: [
        { path: `${DOOR}#DeskLink`, clientProps: { label: 'Review queue', path: '/review-queue' } },
        ...(components.beforeNavLinks ?? []),
      ],
      views: {
        ...components.views,
        reviewQueue: {
          Component: `${DOOR}#ReviewQueueView`,
          path: '/review-queue',
          exact: true,
          meta: { title: 'Review queue' },
        },
      },
    },
  }
}

function afterFirst(columns: readonly string[], column: string): string[] {
  return [...columns.slice(0, 1), column, ...columns.slice(1)]
}
