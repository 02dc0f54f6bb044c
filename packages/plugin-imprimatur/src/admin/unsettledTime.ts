/** The first box for a day or a time in a form of which nobody can tell what is meant, for example half of it is empty. */
export function unsettledTimeIn(form: HTMLElement | null): HTMLInputElement | null {
  const boxes = form?.querySelectorAll<HTMLInputElement>('.imp-time__line input, .imp-day') ?? []
  return [...boxes].find(({ validity }) => validity.badInput || validity.customError) ?? null
}
