import { createFileRoute, Outlet } from '@tanstack/react-router'
import { loadMarks } from '#/features/roster/mark-queue'
import { openBooks } from '#/lib/i18n'

/** What the screens of the roster have in common: their words, and the marks that wait to be sent. */
export const Route = createFileRoute('/roster')({
  beforeLoad: async () => {
    await openBooks('roster')
    await loadMarks()
  },
  component: Outlet,
})
