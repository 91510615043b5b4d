import { createFileRoute, Outlet } from '@tanstack/react-router'
import { openBooks } from '#/lib/i18n'

/** What the screens of the roster have in common: their words, and the marks that wait to be sent. */
export const Route = createFileRoute('/roster')({
  beforeLoad: async () => {
    // Fetched with the first of these screens, and no part of what everybody loads.
    const { loadMarks } = await import('#/features/roster/mark-queue')
    await Promise.all([openBooks('roster'), loadMarks()])
  },
  component: Outlet,
})
