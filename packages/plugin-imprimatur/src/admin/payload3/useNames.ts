import { useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useWords } from '../useWords.ts'

type Name = { readonly text: string } | { readonly by: Element | null }

/** Boxes and buttons of Payload's that say nothing to a screen reader, and what they are to be called. */
type Unnamed = readonly [selector: string, name: (element: Element) => Name]

const CONTROLS = 'input:not([type=hidden]), textarea, select, [role=textbox]'

/** Drawn for the pointer: the list beside them opens and empties by keys. */
const FOR_THE_POINTER = '[aria-hidden=true]:is(.dropdown-indicator, .clear-indicator)'

/** Where Payload has no `main`, what stands there in its place; the header of a list is none of the page. */
const MAIN = '.collection-list, .dashboard, .not-found, .unauthorized, .gutter.unauthorized'

/** Buttons above a text that are a sign alone. */
const MARKS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'subscript',
  'superscript',
  'inlineCode',
  'link',
] as const

/** What has another role than it says, or a heading of another level. */
const STRUCTURE: readonly (readonly [selector: string, attribute: string, value: string])[] = [
  // Holds buttons of its own.
  ['.multi-value[role=button]', 'role', 'group'],
  // A list without items.
  ['ul.doc-tabs__tabs', 'role', 'group'],
  // Within the page, where no banner is.
  ['.list-header', 'role', 'group'],
  ['.doc-header', 'role', 'region'],
  // The name of the file stands beside it.
  ['td .thumbnail img', 'alt', ''],
  [
    '.array-field__title, .blocks-field__title, .group-field__title, .relationship-table h4, .payload-settings h3',
    'aria-level',
    '2',
  ],
]

/**
 * Gives names and roles to what Payload 3.90 draws without, for those who hear the panel (WCAG 2.2, 1.3.1 and 4.1.2): fields in drawers, whose labels lead
 * nowhere, boxes of choices, small buttons, rows of a list.
 */
export function useNames(): void {
  const { t } = useTranslation()
  const { say } = useWords()
  useEffect(() => {
    const unnamed: readonly Unnamed[] = [
      ['.popup-button', () => ({ text: t('general:moreOptions') })],
      ['.clickable-arrow--left', () => ({ text: t('general:previous') })],
      ['.clickable-arrow--right', () => ({ text: t('general:next') })],
      ['.drawer-link__doc-drawer-toggler', () => ({ text: t('general:edit') })],
      ['.copy-to-clipboard', () => ({ text: t('general:copy') })],
      ['.file-details__remove', () => ({ text: t('general:remove') })],
      ['#select-all', () => ({ text: t('general:selectAllRows') })],
      ['.dashboard-breadcrumb-select input', () => ({ text: t('general:dashboard') })],
      ...MARKS.map((mark): Unnamed => [`.toolbar-popup__button-${mark}`, () => ({ text: say(`toolbar:${mark}`) })]),
      ['.collapsible__drag', () => ({ text: t('general:move') })],
      ['td.cell-_select input', (box) => ({ text: t('general:selectLabel', { label: rowOf(box) }) })],
      ['.doc-header', (header) => ({ by: header.querySelector('.doc-header__title') })],
      [`.field-type :is(${CONTROLS})`, (control) => ({ by: labelOf(control) })],
      ['input[role=combobox]', (box) => ({ by: byId(box.getAttribute('aria-describedby')) })],
    ]
    const name = (): void => {
      for (const [selector, nameOf] of unnamed)
        for (const element of document.querySelectorAll(selector)) if (!hasName(element)) give(element, nameOf(element))
      for (const each of document.querySelectorAll<HTMLElement>(FOR_THE_POINTER)) each.tabIndex = -1
      for (const [selector, attribute, value] of STRUCTURE)
        for (const each of document.querySelectorAll(selector)) each.setAttribute(attribute, value)
      if (!document.querySelector('main, [role=main]')) document.querySelector(MAIN)?.setAttribute('role', 'main')
    }
    let asked = 0
    const soon = (): void => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(name)
    }
    const watching = new MutationObserver(soon)
    watching.observe(document.body, { childList: true, subtree: true })
    soon()
    return () => {
      watching.disconnect()
      cancelAnimationFrame(asked)
    }
  }, [say, t])
}

function hasName(element: Element): boolean {
  const named = element.getAttribute('aria-label') || byId(element.getAttribute('aria-labelledby'))?.textContent
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null
  const isButton = element.matches('button, [role=button]')
  return Boolean(named) || (labels?.length ?? 0) > 0 || (isButton && (element as HTMLElement).innerText.trim() !== '')
}

let given = 0

function give(element: Element, name: Name): void {
  if ('text' in name) {
    element.setAttribute('aria-label', name.text)
    // Counts before it, and leads nowhere.
    element.removeAttribute('aria-labelledby')
    return
  }
  const { by } = name
  if (!by) return
  by.id ||= `imp-name-${String(++given)}`
  element.setAttribute('aria-labelledby', by.id)
}

const labelOf = (control: Element) => control.closest('.field-type')?.querySelector('.field-label') ?? null
const rowOf = (box: Element) => box.closest('tr')?.querySelector('td a')?.textContent.trim() ?? ''

function byId(ids: string | null): Element | null {
  const [first] = ids?.split(' ') ?? []
  return first === undefined || first === '' ? null : document.getElementById(first)
}
