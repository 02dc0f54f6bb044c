import { useEffect } from 'react'

const TOOLBAR = '.fixed-toolbar'

/**
 * The toolbar above a text is one stop for Tab, as toolbars are (ARIA Authoring Practices, toolbar pattern); the arrow keys go from button to
 * button. In Payload 3.90 each button is one, so that it took ten to come from the standfirst to the text.
 */
export function useToolbarKeys(): void {
  useEffect(() => {
    const enter = ({ target }: FocusEvent): void => {
      const buttons = buttonsAround(target)
      for (const button of buttons) button.tabIndex = button === target ? 0 : -1
    }
    const press = (event: KeyboardEvent): void => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      const buttons = step === undefined ? [] : buttonsAround(event.target)
      const at = buttons.indexOf(event.target as HTMLButtonElement)
      if (step === undefined || at < 0) return
      event.preventDefault()
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    }
    document.addEventListener('focusin', enter)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('focusin', enter)
      document.removeEventListener('keydown', press)
    }
  }, [])
}

function buttonsAround(target: EventTarget | null): readonly HTMLButtonElement[] {
  const bar = target instanceof Element ? target.closest(TOOLBAR) : null
  return bar ? [...bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')] : []
}
