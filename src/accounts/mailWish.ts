const WISHES = ['at_once', 'hourly', 'daily', 'none'] as const

/** How somebody wants to have notifications by mail; who has said nothing gets each at once. */
export function mailWish({ notifyByMail }: { readonly notifyByMail?: unknown }): (typeof WISHES)[number] {
  return WISHES.find((each) => each === notifyByMail) ?? 'at_once'
}
