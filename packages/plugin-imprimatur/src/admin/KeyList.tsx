'use client'

/** Keys, each with what it does. */
export function KeyList({ keys }: { readonly keys: readonly { readonly key: string; readonly does: string }[] }) {
  return (
    <dl className="imp-keylist">
      {keys.map(({ does, key }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
