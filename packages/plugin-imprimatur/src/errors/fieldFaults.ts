import {
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  deepCopyObjectSimple,
  type JsonObject,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type ValidationFieldError,
} from 'payload'

export type FieldFault = {
  /** Path of the field, such as `credits.0.author`. */
  readonly field: string
  readonly message: string
}

/**
 * What the fields' own validations say against publishing `doc`, without writing anything. Drafts are saved unvalidated, so this tells
 * beforehand what Payload would refuse at the moment of publication; it is Payload's own walk over the fields, on a copy.
 */
export async function fieldFaults(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  doc: Readonly<JsonObject>,
): Promise<FieldFault[]> {
  const errors: ValidationFieldError[] = []
  const [data, stored, storedWithLocales] = [
    deepCopyObjectSimple(doc),
    deepCopyObjectSimple(doc),
    deepCopyObjectSimple(doc),
  ]
  const walk = {
    ...(typeof doc.id === 'string' || typeof doc.id === 'number' ? { id: doc.id } : {}),
    collection,
    context: {},
    data,
    doc: stored,
    fields: collection.fields,
    global: null,
    operation: 'update' as const,
    overrideAccess: true,
    parentIndexPath: '',
    parentIsLocalized: false,
    parentPath: '',
    parentSchemaPath: '',
    req,
    siblingData: data,
    siblingDoc: stored,
  }
  // Rich text keeps state for its next walk on the context.
  await beforeValidateTraverseFields(walk)
  await beforeChangeTraverseFields({
    ...walk,
    docWithLocales: storedWithLocales,
    errors,
    fieldLabelPath: '',
    mergeLocaleActions: [],
    siblingDocWithLocales: storedWithLocales,
    skipValidation: false,
  })
  return errors.map(({ path, message }) => ({ field: path, message }))
}
