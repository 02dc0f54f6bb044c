import type { TextareaField, TextField } from 'payload'
import { text, textarea } from 'payload/shared'
import { fitting } from './messages.ts'

/**
 * A text that readers get, as the panel has it written: shown whole, its letters counted, quotation marks and dashes set by the
 * language of the piece.
 *
 * @param look the text of an article stands in the form as it does on its page
 */
export function written<Field extends TextareaField | TextField>(
  field: Field,
  look?: 'headline' | 'standfirst',
): Field {
  return {
    ...field,
    validate: fitting((field.validate ?? (field.type === 'text' ? text : textarea)) as typeof textarea),
    admin: {
      ...field.admin,
      ...(look === undefined ? {} : { className: `imp-written imp-written--${look}` }),
      components: {
        ...field.admin?.components,
        Field: {
          path: 'payload-plugin-imprimatur/client#WritingField',
          clientProps: { languageField: 'language', isFirst: look === 'headline' },
        },
      },
    },
  }
}
