/** A button above the form that shows the piece in the site's own templates beside it. */
export const previewPane = {
  path: 'payload-plugin-imprimatur/client#PreviewPane',
  clientProps: { address: '/preview/{collection}/{id}' },
}
