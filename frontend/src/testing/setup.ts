import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { sessionOver } from '#/api/session-over'
import { openBooks, speak } from '#/lib/i18n'
import { dismissToast, toastStore } from '#/ui/toasts'

// jsdom has no layout: the screens ask whether the window is wide, and scroll.
window.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), { matches: true, media: query }) as MediaQueryList
window.scrollTo = () => undefined
configure({ asyncUtilTimeout: 8_000 })

beforeEach(async () => {
  await speak('ja')
  await openBooks('refusals')
})

afterEach(() => {
  cleanup()
  sessionOver.mend()
  for (const toast of toastStore.now()) dismissToast(toast.id)
})
