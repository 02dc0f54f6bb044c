import { createServerFeature } from '@payloadcms/richtext-lexical'

/** `languageField`: path of the document's field that says which language its text is in. */
export type TypographyProps = { readonly languageField: string }

/**
 * Has the panel set quotation marks, dashes and ellipses as the language of the piece has them while somebody types
 * (`src/newsroom/admin/TypographyFeature.tsx`).
 */
export const typographyFeature = createServerFeature<TypographyProps, TypographyProps, TypographyProps>({
  key: 'typography',
  feature: ({ props }) => ({
    ClientFeature: '/src/newsroom/admin/index.ts#TypographyFeatureClient',
    clientFeatureProps: props,
    sanitizedServerFeatureProps: props,
  }),
})
