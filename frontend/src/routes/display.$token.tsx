import { createFileRoute } from '@tanstack/react-router'
import { Wall } from '#/features/displays/Wall'
import { openBooks } from '#/lib/i18n'

export const Route = createFileRoute('/display/$token')({
  beforeLoad: () => openBooks('displays'),
  component: Display,
})

/** A floor on a wall screen, for whoever has its address: nobody signs in. */
function Display() {
  return <Wall token={Route.useParams().token} />
}
