import type {
  CollectionSlug,
  FieldHook,
  FilterOptionsProps,
  PayloadRequest,
  RelationshipField,
  RelationshipFieldSingleValidation,
  TextField,
  Where,
} from 'payload'
import { relationship } from 'payload/shared'
import { breadcrumb, closesCircle } from './cycle.ts'
import { idOf, record, textOf } from 'payload-plugin-imprimatur/content'
import { anyStaff, staffMember } from '../../accounts/index.ts'

type Node = {
  readonly name: string
  readonly parent: string | undefined
}

/** Keeps a document out of the list of those that it can refer to. */
export const notItself = ({ id }: FilterOptionsProps): Where | true => {
  // A new document has none yet, which the type does not say (3.90.2).
  const own = id as number | string | undefined
  return own === undefined ? true : { id: { not_equals: own } }
}

/** The place of a document in a tree of its own collection. Refuses a parent that lies below the document. */
export function parentField(collection: CollectionSlug, label: string, description: string): RelationshipField {
  const noCircle: RelationshipFieldSingleValidation = async (value, options) => {
    const { id, req } = options
    const parent = idOf(value)
    if (id !== undefined && (await closesCircle(String(id), parent, parentReader(collection, req)))) {
      return 'Choose another one: this lies below what you are editing, and nothing can lie below itself.'
    }
    return relationship(value, options)
  }
  return {
    name: 'parent',
    type: 'relationship',
    relationTo: collection,
    label,
    index: true,
    maxDepth: 1,
    admin: { description },
    filterOptions: notItself,
    validate: noCircle,
  }
}

/**
 * The way from the top of the tree to the document, such as "Politics › Asia". Made when staff read it, from names as they are now;
 * readers follow `parent`.
 */
export function breadcrumbField(collection: CollectionSlug): TextField {
  const wayDown: FieldHook = async ({ originalDoc, req }) => {
    const id = idOf(originalDoc)
    if (id === undefined || staffMember(req) === undefined) return undefined
    const tree = await treeOf(collection, req)
    const stored = tree.get(id)
    // The document as it is now, over the tree as it was when the request first looked: a save changes no other document.
    const own = { name: textOf(originalDoc, 'name') || stored?.name || '', parent: ownParent(originalDoc, stored) }
    return breadcrumb(id, new Map([...tree, [id, own]]))
  }
  return {
    name: 'breadcrumb',
    type: 'text',
    label: 'Where it is',
    virtual: true,
    access: { read: anyStaff },
    admin: { readOnly: true, description: 'From the top down.' },
    hooks: { afterRead: [wayDown] },
  }
}

function ownParent(doc: unknown, stored: Node | undefined): string | undefined {
  return 'parent' in record(doc) ? idOf(record(doc).parent) : stored?.parent
}

function parentReader(collection: CollectionSlug, req: PayloadRequest): (id: string) => Promise<string | undefined> {
  return async (id) => {
    const doc = await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req })
    return idOf(record(doc).parent)
  }
}

const trees = new WeakMap<PayloadRequest, Map<CollectionSlug, Promise<ReadonlyMap<string, Node>>>>()

/** The whole tree, read once per request and straight from the database: reading through hooks would come back here. */
function treeOf(collection: CollectionSlug, req: PayloadRequest): Promise<ReadonlyMap<string, Node>> {
  const ofRequest = trees.get(req) ?? new Map<CollectionSlug, Promise<ReadonlyMap<string, Node>>>()
  trees.set(req, ofRequest)
  const tree = ofRequest.get(collection) ?? readTree(collection, req)
  ofRequest.set(collection, tree)
  return tree
}

async function readTree(collection: CollectionSlug, req: PayloadRequest): Promise<ReadonlyMap<string, Node>> {
  const { docs } = await req.payload.db.find({
    collection,
    limit: 0,
    pagination: false,
    select: { name: true, parent: true },
    req,
  })
  return new Map(docs.map((doc) => [String(doc.id), { name: textOf(doc, 'name'), parent: idOf(record(doc).parent) }]))
}
