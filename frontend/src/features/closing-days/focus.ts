/** A ref that takes the focus once, when what it is on appears. */
export function focusAtFirst(element: HTMLElement | null): void {
  element?.focus()
}
