import type { Block, CollectionConfig, Config, DateField, Field, GlobalConfig } from 'payload'
import { eachOwnBlock } from '../collections/index.ts'
import { CLIENT } from './adminParts.ts'

const MOMENT = { pickerAppearance: 'dayAndTime' } as const

/**
 * Shows every date of the panel by the newsroom's clock: fields, columns and filters of lists, and the line that says when a document
 * was last saved. Payload's own parts (3.90) go by the browser's time zone. A field that has parts of its own keeps them.
 */
export function withNewsroomDates(config: Config): Config {
  return {
    ...config,
    ...(config.blocks ? { blocks: config.blocks.map(inBlock) } : {}),
    collections: (config.collections ?? []).map(inCollection),
    globals: (config.globals ?? []).map(inGlobal),
  }
}

function inCollection(collection: CollectionConfig): CollectionConfig {
  const { admin = {}, timestamps } = collection
  const edit = admin.components?.edit
  return {
    ...collection,
    fields: [...collection.fields.map(withDateParts), ...(timestamps === false ? [] : momentsOf(collection))],
    admin: {
      ...admin,
      components: {
        ...admin.components,
        edit: { ...edit, beforeDocumentControls: [`${CLIENT}#SavedAt`, ...(edit?.beforeDocumentControls ?? [])] },
      },
    },
  }
}

function inGlobal(global: GlobalConfig): GlobalConfig {
  return { ...global, fields: global.fields.map(withDateParts) }
}

/** The fields that Payload adds to a collection by itself, with the same settings and with parts. */
function momentsOf({ fields }: CollectionConfig): Field[] {
  const declared = new Set(fields.flatMap((field) => ('name' in field ? [field.name] : [])))
  return (['updatedAt', 'createdAt'] as const)
    .filter((name) => !declared.has(name))
    .map((name) =>
      withDateParts({
        name,
        type: 'date',
        label: ({ t }) => t(`general:${name}`),
        index: true,
        admin: { date: MOMENT, disableBulkEdit: true, hidden: true },
      }),
    )
}

function withDateParts(field: Field): Field {
  switch (field.type) {
    case 'date':
      return dated(field)
    case 'array':
    case 'collapsible':
    case 'group':
    case 'row':
      return { ...field, fields: field.fields.map(withDateParts) }
    case 'blocks':
      return { ...field, ...eachOwnBlock(field, inBlock) }
    case 'tabs':
      return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withDateParts) })) }
    default:
      return field
  }
}

function inBlock(block: Block): Block {
  return { ...block, fields: block.fields.map(withDateParts) }
}

function dated(field: DateField): DateField {
  const { admin = {} } = field
  // With a time zone for each value, or for a time without a day, Payload's own parts are right.
  if (field.timezone || admin.date?.pickerAppearance === 'timeOnly') return field
  return {
    ...field,
    admin: {
      ...admin,
      components: {
        Cell: `${CLIENT}#NewsroomDateCell`,
        Field: `${CLIENT}#NewsroomDateField`,
        Filter: `${CLIENT}#NewsroomDateFilter`,
        ...admin.components,
      },
    },
  }
}
